"""A person is made unrecognisable after the years of retention; what happened stays (RES-10)."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import or_, select

from openblock.errors import Problem, RuleBroken
from openblock.features.accounts.queries import settings
from openblock.features.accounts.tables import Draft
from openblock.features.residents.commands.requests import EraseResident
from openblock.features.residents.commands.stored import demand_reason, resident_of, stays_of
from openblock.features.residents.queries.card import stay_content
from openblock.features.residents.rules.stays import may_be_erased
from openblock.features.residents.tables import Alert, KeepApart, Note, Photo, Resident
from openblock.storage.capture import WITHOUT_VALUES
from openblock.storage.store import Done, Work

#: Stands where a name stood; the number keeps two of them apart.
ERASED = "Dzēsts"

#: What a feature above does to what it holds of a person: it empties what officers wrote.
Erasing = Callable[[Work, int], None]

_erasings: dict[str, Erasing] = {}


def erases_with(key: str, erasing: Erasing) -> None:
    """Have ``erasing`` run at every erasure; the feature ``key`` joins once."""
    _erasings[key] = erasing


def erase_resident(work: Work, request: EraseResident) -> Done:
    """Empties everything that says who a person was, for good: there is no undo.

    The log of this deed names what was emptied and not what stood there. RuleBroken
    ``erase-too-early`` while a stay ended less than the years of retention ago.
    """
    resident = resident_of(work, request.resident_id, request.version)
    reason = demand_reason(request.reason)
    years = int(settings(work.session)["retention_years"])
    stays = [stay_content(each) for each in stays_of(work, resident.id)]
    if not may_be_erased(stays, years, work.today):
        raise RuleBroken(Problem("erase-too-early", facts={"years": years}))
    work.about("resident", resident.id, reason=reason)
    work.session.info[WITHOUT_VALUES] = True
    _empty_person(work, resident)
    _empty_marks(work, resident.id)
    _drop_drafts(work, resident.id)
    for key in sorted(_erasings):
        _erasings[key](work, resident.id)
    work.session.flush()
    return Done()


def _empty_person(work: Work, resident: Resident) -> None:
    resident.surname, resident.given_name = ERASED, str(resident.id)
    resident.folded = ""
    resident.personal_code = resident.birth_date = resident.contact_officer_id = None
    resident.needs, resident.accepted = [], {}
    resident.erased_at = work.now


def _empty_marks(work: Work, resident_id: int) -> None:
    """Texts and the photograph; kinds, dates and who wrote stay for the figures."""
    photo = work.session.get(Photo, resident_id)
    if photo is not None:
        work.session.delete(photo)
    for note in work.session.scalars(select(Note).where(Note.resident_id == resident_id)):
        note.text = ""
    for alert in work.session.scalars(select(Alert).where(Alert.resident_id == resident_id)):
        alert.text = ""
    either = or_(KeepApart.first_id == resident_id, KeepApart.second_id == resident_id)
    for pair in work.session.scalars(select(KeepApart).where(either)):
        pair.reason = pair.close_reason = ""


def _drop_drafts(work: Work, resident_id: int) -> None:
    """What anybody had half typed about the person when a window was locked (SEC-11)."""
    for draft in work.session.scalars(select(Draft)):
        if draft.content.get("resident_id") == resident_id:
            work.session.delete(draft)

"""People come in, come again, and are corrected: their content and first or next stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import or_, select

from openblock.errors import Problem
from openblock.features.accounts.queries import settings
from openblock.features.residents.commands.requests import (
    AdmitResident,
    ChangeResident,
    ReadmitResident,
)
from openblock.features.residents.commands.restore import Rows
from openblock.features.residents.commands.stored import (
    prison_problems,
    resident_of,
    settle,
    stays_of,
)
from openblock.features.residents.queries.card import stay_content
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.residents.rules.people import (
    Known,
    cleaned,
    content_problems,
    others_problems,
)
from openblock.features.residents.rules.personal_code import masked_code, parsed_code
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.features.residents.rules.stays import age_problems, stay_problems
from openblock.features.residents.tables import Resident, Stay
from openblock.features.staff.tables import Officer
from openblock.i18n import search_key
from openblock.storage.store import Done, Work

_FOLDED = 210


def admit_resident(work: Work, request: AdmitResident) -> Done:
    """A new person with a first stay, begun or planned; ``Done.value`` is the new number.

    RuleBroken with every problem. A code that another has (RES-04) and a person who may be the
    same (RES-08) name that one's number, so that a new stay can be offered instead.
    """
    content = cleaned(request.content)
    found = (
        *person_problems(work, None, content),
        *new_stay_problems(work, content, request.stay, ()),
    )
    kept = settle(found, request.reason)
    rows = Rows(work)
    resident = Resident(**values_of(content), accepted=kept, erased_at=None)
    rows.add(resident)
    rows.add(_new_stay(resident.id, request.stay))
    work.about("resident", resident.id, reason=tidy_reason(request.reason))
    return Done(resident.id, rows.undo())


def readmit_resident(work: Work, request: ReadmitResident) -> Done:
    """A new stay of somebody known (RES-04); ``Done.value`` is the stay's number.

    RuleBroken with every problem, an overlap with another stay among them (RES-06).
    """
    resident = resident_of(work, request.resident_id, request.version)
    others = [stay_content(each) for each in stays_of(work, resident.id)]
    found = new_stay_problems(work, stored_content(resident), request.stay, others)
    kept = settle(found, request.reason)
    rows = Rows(work)
    rows.change(resident, accepted={**resident.accepted, **kept})
    stay = _new_stay(resident.id, request.stay)
    rows.add(stay)
    work.about("resident", resident.id, reason=tidy_reason(request.reason))
    return Done(stay.id, rows.undo())


def change_resident(work: Work, request: ChangeResident) -> Done:
    """New content for a person; a code sent back masked, as the card gave it, stays as it is.

    RuleBroken with every problem; a warning that was answered before and is no other now is not
    asked about again.
    """
    resident = resident_of(work, request.resident_id, request.version)
    content, stored = cleaned(request.content), stored_content(resident)
    if content.personal_code == masked_code(stored.personal_code):
        content = replace(content, personal_code=stored.personal_code)
    admitted = next(
        (each.admitted for each in stays_of(work, resident.id) if each.discharged > work.now), None
    )
    before = _all_problems(work, resident.id, stored, admitted)
    found = _all_problems(work, resident.id, content, admitted)
    accepted = settle(found, request.reason, before=before, accepted=resident.accepted)
    rows = Rows(work)
    rows.change(resident, **values_of(content), accepted=accepted)
    work.about("resident", resident.id, reason=tidy_reason(request.reason))
    return Done(resident.id, rows.undo())


def _all_problems(
    work: Work, resident_id: int, content: ResidentContent, admitted: datetime | None
) -> tuple[Problem, ...]:
    own = person_problems(work, resident_id, content)
    return own if admitted is None else (*own, *age(work, content, admitted))


def age(work: Work, content: ResidentContent, admitted: datetime) -> tuple[Problem, ...]:
    """Whether the person is old enough on the day of admission, by the block's setting (RES-07)."""
    minimum = int(settings(work.session)["minimum_age"])
    return age_problems(content.birth_date, admitted, minimum)


def person_problems(
    work: Work, resident_id: int | None, content: ResidentContent
) -> tuple[Problem, ...]:
    """All that is wrong with a cleaned content of this person, or of a new one."""
    check = str(settings(work.session)["personal_code_check"])
    return (
        *content_problems(content, work.today, check),
        *others_problems(content, _alike(work, resident_id, content)),
        *_officer_problems(work, content.contact_officer_id),
    )


def _alike(work: Work, resident_id: int | None, content: ResidentContent) -> Sequence[Known]:
    """Everybody else with this code or this name."""
    folded = folded_name(content)
    # What is no code at all is not asked for: it may hold what no database can compare.
    code = parsed_code(content.personal_code)
    same = or_(Resident.folded == folded, Resident.personal_code == code)
    others = select(Resident).where(same, Resident.erased_at.is_(None)).order_by(Resident.id)
    return [
        Known(
            each.id,
            f"{each.surname} {each.given_name}",
            each.folded == folded,
            each.birth_date,
            each.personal_code,
        )
        for each in work.session.scalars(others)
        if each.id != resident_id
    ]


def _officer_problems(work: Work, officer_id: int | None) -> tuple[Problem, ...]:
    if officer_id is None or work.session.get(Officer, officer_id) is not None:
        return ()
    return (Problem("officer-unknown", field="contact_officer_id"),)


def new_stay_problems(
    work: Work, content: ResidentContent, stay: StayContent, others: Sequence[StayContent]
) -> tuple[Problem, ...]:
    """All that is wrong with a stay that is to begin."""
    return (
        *age(work, content, stay.admitted),
        *stay_problems(stay, others),
        *prison_problems(work, "admitted_from_id", stay.admitted_from_id, stay.admitted),
        *prison_problems(work, "transferred_to_id", stay.transferred_to_id, stay.discharged),
    )


def folded_name(content: ResidentContent) -> str:
    """The name as it is searched and compared, surname first."""
    seen = "".join(sign for sign in content.name if sign.isprintable())
    return search_key(seen)[:_FOLDED]


def values_of(content: ResidentContent) -> Mapping[str, object]:
    """The columns that hold a cleaned content."""
    return {
        "surname": content.surname,
        "given_name": content.given_name,
        "folded": folded_name(content),
        "personal_code": content.personal_code or None,
        "birth_date": content.birth_date,
        "sex": str(content.sex),
        "needs": [str(need) for need in content.needs],
        "contact_officer_id": content.contact_officer_id,
    }


def stored_content(resident: Resident) -> ResidentContent:
    """The content as stored, with the personal code: for the rules, never to be given out."""
    return ResidentContent(
        resident.surname,
        resident.given_name,
        resident.personal_code or "",
        resident.birth_date,
        resident.sex,
        tuple(resident.needs),
        resident.contact_officer_id,
    )


def _new_stay(resident_id: int, stay: StayContent) -> Stay:
    return Stay(
        resident_id=resident_id,
        admitted=stay.admitted,
        discharged=stay.discharged,
        admission_kind=str(stay.admission_kind),
        admitted_from_id=stay.admitted_from_id,
        discharge_kind=str(stay.discharge_kind),
        transferred_to_id=stay.transferred_to_id,
        sentence_start=stay.sentence_start,
        sentence_end=stay.sentence_end,
    )

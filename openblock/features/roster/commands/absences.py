"""An officer is away, for other days than thought, or not after all; duties give way to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.diary.commands import refuse_clashes
from openblock.features.diary.rules import Commitment, CommitmentKind, officer
from openblock.features.roster.commands.commitments import DUTY
from openblock.features.roster.commands.content import Cell, Cells, RestoreCells, name_of
from openblock.features.roster.commands.ledger import Ledger, days_of
from openblock.features.roster.commands.recording import recording
from openblock.features.roster.commands.requests import RemoveAbsence, SaveAbsence
from openblock.features.roster.commands.serving import not_serving
from openblock.features.roster.commands.spells import duties_left
from openblock.features.roster.commands.writing import write_cells
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.rules.absence import (
    AbsenceContent,
    absence_problems,
    absence_span,
)
from openblock.features.roster.tables import Absence, Duty
from openblock.storage.acts import plain_values
from openblock.storage.store import Done, Work


def save_absence(work: Work, request: SaveAbsence) -> Done:
    """A new absence, or another content for one; the value is its number.

    Duties that begin in it fall away, and one that runs when it begins is cut there (RO-03); what
    an absence made shorter gives back stays empty. RuleBroken by field, also where the officer is
    away or called out already at that time, where what must stay hangs on a duty (RO-12), and
    where a published month changes for no reason (RO-10); KnownError ``absence-unknown``,
    ``officer-unknown``, ``month-closed``, ``changed-meanwhile``.
    """
    row = None
    if request.absence_id is not None:
        row = _stored(work, request.absence_id, request.version)
    _refuse(work, request.content, row)
    values = _values(request.content)
    before = None if row is None else plain_values(row)
    duties = _duties(work, values)
    with recording(work, {*days_of(before), *days_of(values), *duties}, request.reason):
        ledger = Ledger(work, request.reason, field="first_day")
        number = _write(ledger, row, values)
        ledger.free()
        back = _give_way(work, values, duties, request.reason)
        return ledger.done(number, back)


def remove_absence(work: Work, request: RemoveAbsence) -> Done:
    """An absence is not after all; its duties do not come back by themselves.

    RuleBroken and KnownError as :func:`save_absence`.
    """
    row = _stored(work, request.absence_id, request.version)
    with recording(work, set(days_of(plain_values(row))), request.reason):
        ledger = Ledger(work, request.reason)
        ledger.remove(row)
        return ledger.done()


def _stored(work: Work, number: int, version: int) -> Absence:
    row = work.session.get(Absence, number)
    if row is None:
        raise KnownError("absence-unknown")
    work.expect(row, version)
    return row


def _values(content: AbsenceContent) -> dict[str, Any]:
    """The columns of an absence that can be one."""
    starts_at, ends_at = absence_span(content)
    return {
        "officer_id": content.officer_id,
        "kind": content.kind.value,
        "first_day": content.first_day,
        "last_day": content.last_day,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "remark": " ".join(content.remark.split()),
    }


def _refuse(work: Work, content: AbsenceContent, row: Absence | None) -> None:
    found = absence_problems(content)
    if found:
        raise RuleBroken(*found)
    found = not_serving(work, content.officer_id, (content.first_day,), "first_day")
    found = found or not_serving(work, content.officer_id, (content.last_day,), "last_day")
    if found:
        raise RuleBroken(*found)
    number = 0 if row is None else row.id
    person = officer(content.officer_id)
    wanted = Commitment(*absence_span(content), CommitmentKind.ABSENCE, number, person)
    # Duties give way; whatever else the officer is meant to be at does not.
    refuse_clashes(
        work,
        [wanted],
        lambda _person: name_of(work, content.officer_id),
        but=(DUTY,),
        field="first_day",
    )


def _write(ledger: Ledger, row: Absence | None, values: dict[str, Any]) -> int:
    work = ledger.work
    if row is None:
        entered = {"entered_by": work.actor.name, "entered_at": work.now}
        return ledger.add(Absence(**values, **entered))
    ledger.change(row, **values)
    return row.id


def _duties(work: Work, values: dict[str, Any]) -> set[Cell]:
    """The cells whose duties stand in the way."""
    asked = select(Duty.officer_id, Duty.day).where(
        Duty.officer_id == values["officer_id"],
        Duty.starts_at < values["ends_at"],
        Duty.ends_at > values["starts_at"],
    )
    return {(officer_id, day) for officer_id, day in work.session.execute(asked)}


def _give_way(
    work: Work, values: dict[str, Any], duties: set[Cell], reason: str
) -> RestoreCells | None:
    if not duties:
        return None
    cells = Cells(work, duties)
    taking = (values["officer_id"], values["starts_at"], values["ends_at"])
    left = duties_left(cells, {}, (taking,), limits(work.session))
    return write_cells(work, cells, left, reason)

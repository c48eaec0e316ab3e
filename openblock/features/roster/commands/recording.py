"""Has a posted month change only with a reason, and remember what changed in it (RO-10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.rules.reasons import LONGEST_REASON
from openblock.features.roster.queries.contents import cell_contents
from openblock.features.roster.rules.versions import (
    BACK,
    Cell,
    CellChange,
    MonthStanding,
    differences,
    reason_problem,
    stored,
)
from openblock.features.roster.tables import RosterChange, RosterMonth, RosterVersion
from openblock.storage.store import Work

Months = Mapping[date, RosterMonth]


@contextmanager
def recording(work: Work, cells: Iterable[Cell], reason: str) -> Iterator[None]:
    """Whatever is written inside may change these cells; posted months remember how.

    RuleBroken where a published month changes for no reason; KnownError ``month-closed`` where a
    closed one would. A month that stays as it is gets no version.
    """
    months = _bound(work, {month_of(day) for _officer_id, day in cells})
    watched = [cell for cell in cells if month_of(cell[1]) in months]
    if not watched:
        yield
        return
    before = cell_contents(work.session, watched)
    yield
    work.session.flush()
    changed: dict[date, list[CellChange]] = {}
    for each in differences(before, cell_contents(work.session, watched)):
        changed.setdefault(month_of(each.day), []).append(each)
    _refuse(months, changed, reason)
    for month in sorted(changed):
        number = append_version(work, months[month], "changed", reason).id
        work.session.add_all(
            RosterChange(
                version_id=number,
                officer_id=each.officer_id,
                day=each.day,
                before=stored(each.before),
                after=stored(each.after),
            )
            for each in changed[month]
        )
        work.session.flush()


def append_version(
    work: Work, row: RosterMonth, kind: str, reason: str, snapshot: dict[str, object] | None = None
) -> RosterVersion:
    """The month's next version, stored; the row says its number from now on."""
    row.number += 1
    version = RosterVersion(
        month=row.month,
        number=row.number,
        kind=kind,
        reason=" ".join(reason.split())[:LONGEST_REASON],
        made_by=work.actor.name,
        made_at=work.now,
        snapshot=snapshot,
    )
    work.about("month", row.month.isoformat(), reason=version.reason)
    work.session.add(version)
    work.session.flush()
    return version


def refuse_closed(work: Work, days: Iterable[date]) -> None:
    """KnownError ``month-closed`` where one of the days is in a month whose time-sheet is done."""
    for month, row in sorted(_bound(work, set(map(month_of, days))).items()):
        if row.state == MonthStanding.CLOSED:
            raise KnownError("month-closed", month=month)


def taken_back(reason: str) -> str:
    """The reason of what takes back something done for ``reason``; back again it is the first."""
    if not reason:
        return ""
    return reason.removeprefix(BACK) if reason.startswith(BACK) else BACK + reason


def month_of(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def _bound(work: Work, months: set[date]) -> Months:
    """Those of the months that are no drafts."""
    asked = select(RosterMonth).where(
        RosterMonth.month.in_(months), RosterMonth.state != MonthStanding.DRAFT.value
    )
    return {row.month: row for row in work.session.scalars(asked)}


def _refuse(months: Months, changed: Mapping[date, object], reason: str) -> None:
    found = []
    for month in sorted(changed):
        row = months[month]
        if row.state == MonthStanding.CLOSED:
            raise KnownError("month-closed", month=month)
        found.append(reason_problem(reason, month, row.number))
    problems = [each for each in found if each is not None]
    if problems:
        raise RuleBroken(*problems)

"""Where months stand (RO-10), and which of their cells differ from what was posted last."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Text, and_, cast, or_, select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.rules.versions import Cell, CellContent, MonthStanding, read
from openblock.features.roster.tables import (
    ClosedSheet,
    RosterChange,
    RosterMonth,
    RosterVersion,
)

PUBLISHED, CHANGED, WITHDRAWN = "published", "changed", "withdrawn"


@dataclass(frozen=True, slots=True)
class Posting:
    """A version without what stands in it."""

    version_id: int
    month: date
    number: int
    kind: str
    reason: str
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Alteration:
    """What one version did to one cell."""

    posting: Posting
    cell: Cell
    before: CellContent
    after: CellContent


@dataclass(frozen=True, slots=True)
class Moved:
    """A cell that differs from what was posted: as it was then, and its last alteration."""

    before: CellContent
    last: Alteration


@dataclass(frozen=True, slots=True)
class Standing:
    """A month's state, and every cell that differs from the version posted last."""

    state: MonthState
    moved: dict[Cell, Moved]


def first_of(day: date) -> date:
    """The first day of the month of ``day``."""
    return day.replace(day=1)


def months_between(first: date, last: date) -> Iterator[date]:
    """The first day of every month the days from ``first`` to ``last`` touch."""
    month = first_of(first)
    while month <= last:
        yield month
        month = next_month(month)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def month_state(session: Session, month: date) -> MonthState:
    """Where the month of a day stands; a draft without a version where nothing is stored."""
    (found,) = standings(session, (first_of(month),))
    return found.state


def standings(session: Session, months: Collection[date]) -> tuple[Standing, ...]:
    """How each of the months stands, in their order; three questions for all of them."""
    rows = {
        month: (MonthStanding(state), number)
        for month, state, number in session.execute(
            select(RosterMonth.month, RosterMonth.state, RosterMonth.number).where(
                RosterMonth.month.in_(months)
            )
        )
    }
    made = postings(session, rows) if rows else ()
    shown = {month: posted_of(each for each in made if each.month == month) for month in rows}
    # Nothing is noted of a draft's changes, so only what stands on the wall can differ from it.
    noted = {
        month: posting.number
        for month, posting in shown.items()
        if posting is not None and rows[month][0] is not MonthStanding.DRAFT
    }
    moved = moved_by(_alterations(session, made, noted))
    closings = _closings(session, rows)
    found = []
    for month in months:
        standing, number = rows.get(month, (MonthStanding.DRAFT, 0))
        posting = shown.get(month)
        here = {cell: each for cell, each in moved.items() if first_of(cell[1]) == month}
        by, at = closings.get(month, ("", None))
        state = MonthState(
            month=month,
            standing=standing,
            number=number,
            posted=posting.number if posting else 0,
            changed=len(here),
            posted_by=posting.made_by if posting else "",
            posted_at=posting.made_at if posting else None,
            closed_by=by,
            closed_at=at,
        )
        found.append(Standing(state, here))
    return tuple(found)


def postings(session: Session, months: Collection[date]) -> tuple[Posting, ...]:
    """Every version of the months, by month and number, without what stands in them."""
    asked = select(
        RosterVersion.id,
        RosterVersion.month,
        RosterVersion.number,
        RosterVersion.kind,
        RosterVersion.reason,
        RosterVersion.made_by,
        RosterVersion.made_at,
    ).where(RosterVersion.month.in_(months))
    rows = session.execute(asked.order_by(RosterVersion.month, RosterVersion.number))
    return tuple(Posting(*row) for row in rows)


def posted_of(made: Collection[Posting] | Iterator[Posting]) -> Posting | None:
    """The version of a month that hangs on the wall: the last one posted and not taken back."""
    hung: list[Posting] = []
    for each in made:
        if each.kind == PUBLISHED:
            hung.append(each)
        elif each.kind == WITHDRAWN and hung:
            hung.pop()
    return hung[-1] if hung else None


def alterations(
    session: Session, month: date, since: int, until: int | None = None
) -> tuple[Alteration, ...]:
    """What the versions after ``since`` up to ``until`` did to the month's cells, in order."""
    made = [
        each
        for each in postings(session, (month,))
        if each.number > since and (until is None or each.number <= until)
    ]
    return _alterations(session, made, {month: since})


def _alterations(
    session: Session, made: Collection[Posting], since: dict[date, int]
) -> tuple[Alteration, ...]:
    wanted = {
        each.version_id: each
        for each in made
        if each.kind == CHANGED and each.month in since and each.number > since[each.month]
    }
    if not wanted:
        return ()
    # Asked by their months, not by number: a month may have had more versions than one question
    # has room for.
    months = [
        and_(RosterVersion.month == month, RosterVersion.number > number)
        for month, number in since.items()
    ]
    asked = (
        select(
            RosterChange.version_id,
            RosterChange.officer_id,
            RosterChange.day,
            cast(RosterChange.before, Text),
            cast(RosterChange.after, Text),
        )
        .join(RosterVersion, RosterVersion.id == RosterChange.version_id)
        .where(or_(*months))
        .order_by(RosterVersion.number, RosterChange.id)
    )
    return tuple(
        Alteration(wanted[version_id], (officer_id, day), content_read(before), content_read(after))
        for version_id, officer_id, day, before, after in session.execute(asked)
        if version_id in wanted
    )


# The grid asks after every keystroke, and most of what stood in cells stood there in many.
@lru_cache(maxsize=8192)
def content_read(text: str) -> CellContent:
    """What stood in a cell, as the file keeps it."""
    return read(json.loads(text))


def moved_by(found: Collection[Alteration]) -> dict[Cell, Moved]:
    """The cells that end as something else than they began; what was put back is not among them."""
    firsts: dict[Cell, CellContent] = {}
    lasts: dict[Cell, Alteration] = {}
    for each in found:
        firsts.setdefault(each.cell, each.before)
        lasts[each.cell] = each
    return {
        cell: Moved(firsts[cell], last)
        for cell, last in lasts.items()
        if firsts[cell] != last.after
    }


def _closings(session: Session, rows: dict[date, Any]) -> dict[date, tuple[str, datetime]]:
    closed = [month for month, row in rows.items() if row[0] is MonthStanding.CLOSED]
    if not closed:
        return {}
    asked = select(ClosedSheet.month, ClosedSheet.closed_by, ClosedSheet.closed_at)
    rows_of = session.execute(asked.where(ClosedSheet.month.in_(closed)))
    return {month: (by, at) for month, by, at in rows_of}

"""How many are on duty when, counted by the file, against each minimum of staffing (RO-09).

Officers of one team stand the same duties: the file counts them, and a day's gaps are worked out
again only where the counts of that day or of its neighbours have changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.lines import instant
from openblock.features.roster.queries.settings import MinimumRow
from openblock.features.roster.queries.staffing import StaffingLine, staffing_lines
from openblock.features.roster.rules import PlainDay, Shift
from openblock.features.roster.tables import Duty

_DAY = timedelta(days=1)

#: A duty's start, end and post as the file keeps them, and how many officers stand it.
Crowd = tuple[str, str, str, int]
Crowds = dict[date, tuple[Crowd, ...]]


def staffing_between(
    session: Session, rows: Sequence[MinimumRow], days: Sequence[PlainDay]
) -> tuple[StaffingLine, ...]:
    """Each minimum against the duties of the days in a row."""
    crowds = _crowds(session, days[0].day - _DAY, days[-1].day + _DAY)
    return joined_lines([_on_day(tuple(rows), day, _near(crowds, day.day)) for day in days])


def joined_lines(by_day: Sequence[tuple[StaffingLine, ...]]) -> tuple[StaffingLine, ...]:
    """The lines of one day after the other as lines of them all."""
    return tuple(
        StaffingLine(
            name=parts[0].name,
            from_minute=parts[0].from_minute,
            to_minute=parts[0].to_minute,
            post=parts[0].post,
            needed=parts[0].needed,
            counts=tuple(count for part in parts for count in part.counts),
            gaps=tuple(gap for part in parts for gap in part.gaps),
        )
        for parts in zip(*by_day, strict=True)
    )


def _crowds(session: Session, first: date, last: date) -> Crowds:
    times = cast(Duty.starts_at, String), cast(Duty.ends_at, String)
    asked = (
        select(Duty.day, *times, Duty.post, func.count())
        .where(Duty.day.between(first, last))
        .group_by(Duty.day, Duty.starts_at, Duty.ends_at, Duty.post)
        .order_by(Duty.day, Duty.starts_at, Duty.ends_at, Duty.post)
    )
    found: Crowds = {}
    for day, starts_at, ends_at, post, count in session.execute(asked):
        found[day] = (*found.get(day, ()), (starts_at, ends_at, post, count))
    return found


def _near(crowds: Crowds, day: date) -> tuple[tuple[Crowd, ...], ...]:
    """Who can touch a day's minimums: begun the day before, on it, or the day after."""
    return tuple(crowds.get(each, ()) for each in (day - _DAY, day, day + _DAY))


@lru_cache(maxsize=4096)
def _on_day(
    rows: tuple[MinimumRow, ...], day: PlainDay, near: tuple[tuple[Crowd, ...], ...]
) -> tuple[StaffingLine, ...]:
    shifts: list[Shift] = []
    for step, crowds in enumerate(near):
        begins = day.day + (step - 1) * _DAY
        for starts_at, ends_at, post, count in crowds:
            shifts += [Shift(instant(starts_at), instant(ends_at), begins, post)] * count
    return staffing_lines(rows, (day,), shifts)

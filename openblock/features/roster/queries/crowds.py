"""How many are on duty when, counted by the file, against each minimum of staffing (RO-09).

Officers of one team stand the same duties: the file counts them, and a day's gaps are worked out
again only where the counts of that day or of its neighbours have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from openblock.features.roster.queries.settings import MinimumRow
from openblock.features.roster.queries.staffing import StaffingLine, staffing_lines
from openblock.features.roster.rules import PlainDay, Shift
from openblock.features.roster.tables import Duty

_DAY = timedelta(days=1)

#: The duties of a day, each with how many officers stand it.
Crowd = tuple[tuple[Shift, int], ...]
Crowds = Mapping[date, Crowd]


def crowds_between(session: Session, first: date, last: date) -> Crowds:
    """The duties that start on the days from ``first`` to ``last``, counted, by day."""
    asked = (
        select(Duty.day, Duty.starts_at, Duty.ends_at, Duty.post, func.count())
        .where(Duty.day.between(first, last))
        .group_by(Duty.day, Duty.starts_at, Duty.ends_at, Duty.post)
        .order_by(Duty.day, Duty.starts_at, Duty.ends_at, Duty.post)
    )
    found: dict[date, Crowd] = {}
    for day, start, end, post, count in session.execute(asked):
        found[day] = (*found.get(day, ()), (Shift(start, end, day, post), count))
    return found


def crowds_of(shifts: Iterable[Shift]) -> Crowds:
    """The same of duties that are at hand."""
    found: dict[date, Crowd] = {}
    for shift, count in sorted(Counter(shifts).items()):
        found[shift.day] = (*found.get(shift.day, ()), (shift, count))
    return found


def without(crowds: Crowds, gone: Iterable[Shift], come: Iterable[Shift]) -> Crowds:
    """The crowds without one officer's duties, and with others in their stead."""
    counts = Counter({shift: count for crowd in crowds.values() for shift, count in crowd})
    counts.subtract(gone)
    counts.update(come)
    return crowds_of(counts.elements())


def staffing_of(
    crowds: Crowds, rows: Sequence[MinimumRow], days: Sequence[PlainDay]
) -> tuple[StaffingLine, ...]:
    """Each minimum against the crowds, which reach from the day before to the day after."""
    wanted = tuple(rows)
    return _joined([_on_day(wanted, day, _near(crowds, day.day)) for day in days])


def _joined(by_day: Sequence[tuple[StaffingLine, ...]]) -> tuple[StaffingLine, ...]:
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


def _near(crowds: Crowds, day: date) -> Crowd:
    """Who can touch a day's minimums: begun the day before, on it, or the day after."""
    return tuple(each for near in (day - _DAY, day, day + _DAY) for each in crowds.get(near, ()))


@lru_cache(maxsize=4096)
def _on_day(rows: tuple[MinimumRow, ...], day: PlainDay, near: Crowd) -> tuple[StaffingLine, ...]:
    return staffing_lines(rows, (day,), [shift for shift, count in near for _ in range(count)])

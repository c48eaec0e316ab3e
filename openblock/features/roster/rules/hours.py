"""Hours worked: elapsed, split at the block's midnights, and how many of them are night (RO-02)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from openblock.clock import at, day_of, minutes_between
from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.rules.shift import Shift

_DAY = timedelta(days=1)


@lru_cache(maxsize=4096)
def _instant(day: date, minute: int) -> datetime:
    return at(day, minute)


def _days(start: datetime, end: datetime) -> Iterable[date]:
    day = day_of(start)
    while _instant(day, 0) < end:
        yield day
        day += _DAY


def _shared(start: datetime, end: datetime, since: datetime, until: datetime) -> int:
    first, last = max(start, since), min(end, until)
    return minutes_between(first, last) if first < last else 0


def hours_by_day(shift: Shift) -> dict[date, int]:
    """Minutes of the shift on each calendar day it touches: 24 h from 09:00 is 15 h and 9 h."""
    return {
        day: _shared(shift.start, shift.end, _instant(day, 0), _instant(day + _DAY, 0))
        for day in _days(shift.start, shift.end)
    }


def minutes_within(shift: Shift, first: date, last: date) -> int:
    """Minutes of the shift on the days from ``first`` to ``last``, both included."""
    return _shared(shift.start, shift.end, _instant(first, 0), _instant(last + _DAY, 0))


def night_minutes(shift: Shift, limits: Limits) -> int:
    """Minutes of the shift between 22:00 and 06:00 (or the night of the settings)."""
    return night_minutes_within(shift, day_of(shift.start) - _DAY, day_of(shift.end), limits)


def night_minutes_within(shift: Shift, first: date, last: date, limits: Limits) -> int:
    """Night minutes of the shift on the days from ``first`` to ``last``, both included.

    The night of one calendar day is its early part, until ``night_to``, and its late part, from
    ``night_from``; so a month's sum is the sum of its days.
    """
    total = 0
    for day in _days(shift.start, shift.end):
        if first <= day <= last:
            early = (_instant(day, 0), _instant(day, limits.night_to))
            late = (_instant(day, limits.night_from), _instant(day + _DAY, 0))
            total += _shared(shift.start, shift.end, *early)
            total += _shared(shift.start, shift.end, *late)
    return total

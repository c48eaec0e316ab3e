"""Rest: no overlap (RO-03), rest after a shift by its length (RO-04), weekly rest (RO-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from openblock.clock import at, local, minutes_between
from openblock.errors import Problem, Severity
from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.rules.shift import Shift

Found = tuple[date, Problem]


def needed_rest(length: int, limits: Limits) -> int:
    """RO-04: minutes of rest after a shift of ``length`` elapsed minutes."""
    for longest, rest in limits.rest_table:
        if length <= longest:
            return rest
    return limits.rest_table[-1][1]


def overlap_problems(shifts: Sequence[Shift]) -> tuple[Found, ...]:
    """RO-03: shifts of one officer, in order of start, that overlap; touching ends are fine.

    Each is reported on the day of the later one.
    """
    found = []
    for earlier, later in pairwise(shifts):
        if later.start < earlier.end:
            facts = {"start": later.start, "other_start": earlier.start, "other_end": earlier.end}
            found.append((later.day, Problem("duty-overlaps", facts=facts)))
    return tuple(found)


def rest_problems(shifts: Sequence[Shift], limits: Limits) -> tuple[Found, ...]:
    """RO-04: too little rest between one officer's shifts, given in order of start.

    Rest is elapsed time; exactly enough is enough. Reported on the day of the later shift.
    """
    found = []
    for earlier, later in pairwise(shifts):
        needed = needed_rest(earlier.minutes, limits)
        rest = minutes_between(earlier.end, later.start)
        if 0 <= rest < needed:
            facts = {
                "rest": rest,
                "needed": needed,
                "ended": earlier.end,
                "starts": later.start,
                "length": earlier.minutes,
            }
            found.append((later.day, Problem("rest-too-short", limits.rest_severity, facts)))
    return tuple(found)


def weekly_rest_problems(shifts: Sequence[Shift], limits: Limits) -> tuple[Found, ...]:
    """RO-05: within seven days of going back to work, one free period of 35 hours must fit.

    The seven days begin when work begins after the last such rest, and end at the same time of
    the wall clock, so they are 167 or 169 hours long when the clock changes. What is reported is
    the first shift of that stretch which leaves no room for the rest, once for each stretch.
    """
    found: list[Found] = []
    began = None
    reported = False
    for number, shift in enumerate(shifts):
        if began is None or _rests_before(shifts, number, limits):
            began, reported = shift, False
        latest = _latest_rest_start(began, limits)
        if shift.end > latest and not reported:
            facts = {
                "needed": limits.weekly_rest,
                "window_days": limits.weekly_window_days,
                "since": began.start,
            }
            found.append((shift.day, Problem("weekly-rest-missing", Severity.WARNING, facts)))
            reported = True
    return tuple(found)


def _rests_before(shifts: Sequence[Shift], number: int, limits: Limits) -> bool:
    rest = minutes_between(shifts[number - 1].end, shifts[number].start)
    return rest >= limits.weekly_rest


def _latest_rest_start(began: Shift, limits: Limits) -> datetime:
    wall = local(began.start)
    window_end = at(
        wall.date() + timedelta(days=limits.weekly_window_days), wall.hour * 60 + wall.minute
    )
    return window_end - timedelta(minutes=limits.weekly_rest)

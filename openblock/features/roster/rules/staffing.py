"""Minimum staffing: how many must be on duty when, and the gaps where they are not (RO-09)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from openblock.clock import MINUTES_OF_DAY, at
from openblock.errors import Problem
from openblock.features.roster.rules.shift import Shift, is_name, post_problems

MOST_NEEDED = 99
LONGEST_NAME = 40
EVERY_WEEKDAY = "1234567"


@dataclass(frozen=True, slots=True)
class Minimum:
    """At least ``needed`` officers from ``from_minute`` to ``to_minute``, on a post or on any.

    An end at or before the start is on the following day.
    """

    name: str
    from_minute: int
    to_minute: int
    needed: int
    post: str = ""
    #: Weekdays on which it begins, Monday is 1: "1234567", "67".
    weekdays: str = EVERY_WEEKDAY


@dataclass(frozen=True, slots=True)
class Gap:
    """A time ``[start, end)``, aware UTC, in which fewer are on duty than needed."""

    start: datetime
    end: datetime
    present: int
    needed: int


def minimum_problems(minimum: Minimum) -> tuple[Problem, ...]:
    """What is wrong with a minimum, by field."""
    found = []
    if not is_name(minimum.name, LONGEST_NAME):
        found.append(Problem("minimum-name", facts={"most": LONGEST_NAME}, field="name"))
    found += [
        Problem("minimum-time", field=field)
        for field in ("from_minute", "to_minute")
        if not 0 <= getattr(minimum, field) < MINUTES_OF_DAY
    ]
    if not 0 <= minimum.needed <= MOST_NEEDED:
        found.append(Problem("minimum-needed", facts={"most": MOST_NEEDED}, field="needed"))
    if not minimum.weekdays or minimum.weekdays != in_order(minimum.weekdays):
        found.append(Problem("minimum-weekdays", field="weekdays"))
    return (*found, *post_problems(minimum.post))


def in_order(weekdays: str) -> str:
    """Weekdays as they are stored: each once, Monday first, and nothing else."""
    return "".join(each for each in EVERY_WEEKDAY if each in weekdays)


def begins_on(minimum: Minimum, day: date) -> bool:
    """Whether the minimum begins on ``day``; on any other it asks nothing."""
    return str(day.isoweekday()) in minimum.weekdays


def interval_of(minimum: Minimum, day: date) -> tuple[datetime, datetime]:
    """The minimum's interval on ``day``, aware UTC, half-open."""
    over = MINUTES_OF_DAY if minimum.to_minute <= minimum.from_minute else 0
    return at(day, minimum.from_minute), at(day, minimum.to_minute + over)


def _steps(
    minimum: Minimum, day: date, shifts: Iterable[Shift]
) -> list[tuple[datetime, datetime, int]]:
    """How many are on duty, step by step, through the minimum's interval."""
    start, end = interval_of(minimum, day)
    here = [
        (max(each.start, start), min(each.end, end))
        for each in shifts
        if each.start < end and start < each.end and minimum.post in {"", each.post}
    ]
    edges = sorted({start, end, *(edge for pair in here for edge in pair)})
    return [
        (since, until, sum(1 for first, last in here if first <= since and until <= last))
        for since, until in pairwise(edges)
    ]


def lowest_present(minimum: Minimum, day: date, shifts: Iterable[Shift]) -> int | None:
    """The fewest officers on duty at any instant of the minimum's interval on ``day``.

    None on a day the minimum does not begin on: there is nothing to count towards.
    """
    if not begins_on(minimum, day):
        return None
    return min(count for _since, _until, count in _steps(minimum, day, shifts))


def gaps(minimum: Minimum, day: date, shifts: Iterable[Shift]) -> tuple[Gap, ...]:
    """Every time in the minimum's interval on ``day`` with too few on duty, joined where equal."""
    found: list[Gap] = []
    if not begins_on(minimum, day):
        return ()
    for since, until, count in _steps(minimum, day, shifts):
        if count >= minimum.needed:
            continue
        if found and found[-1].end == since and found[-1].present == count:
            found[-1] = Gap(found[-1].start, until, count, minimum.needed)
        else:
            found.append(Gap(since, until, count, minimum.needed))
    return tuple(found)

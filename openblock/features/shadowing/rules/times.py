"""Times cut by the block's calendar: the days one touches, and its parts by day and by night."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from openblock.clock import at, day_of
from openblock.errors import Problem
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR

ONE_DAY = timedelta(days=1)
MINUTES_OF_DAY = 24 * 60


def time_problems(span: Span) -> Iterator[Problem]:
    """Why no rule can judge a time: it does not go forwards, or lies in no year of the block's.

    At the ends of the calendar there is no day before or after to reckon with.
    """
    for field, moment in (("starts_at", span.start), ("ends_at", span.end)):
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            facts = {"day": moment.date(), "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
            yield Problem("date-out-of-range", facts=facts, field=field)
    if span.end <= span.start:
        yield Problem("practice-time-backwards", field="ends_at")


def whole(day: date) -> Span:
    """All of ``day``, from its midnight to the next: 23 and 25 hours twice a year."""
    return Span(at(day), at(day, MINUTES_OF_DAY))


def days_of(span: Span) -> tuple[date, ...]:
    """Every date the time touches; a midnight it ends at is not touched."""
    day = day_of(span.start)
    found = [day]
    while at(day + ONE_DAY) < span.end:
        day += ONE_DAY
        found.append(day)
    return tuple(found)


def shared(one: Span, other: Span) -> Span | None:
    """What two times have in common, None where they do not overlap."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def night_parts(span: Span, limits: PracticeLimits) -> tuple[Span, ...]:
    """The parts of the time that lie in a night (TR-09), in order."""
    return tuple(_meeting(span, _nights(span, limits)))


def day_parts(span: Span, limits: PracticeLimits) -> tuple[Span, ...]:
    """The parts of the time that lie in no night, in order."""
    nights = tuple(_nights(span, limits))
    between = (Span(early.end, late.start) for early, late in pairwise(nights))
    return tuple(_meeting(span, between))


def _nights(span: Span, limits: PracticeLimits) -> Iterator[Span]:
    """The nights around the time, one before its first day and one beyond its last."""
    first, *_rest = days = days_of(span)
    for day in (first - ONE_DAY, *days):
        yield Span(at(day, limits.night_from), at(day + ONE_DAY, limits.night_to))


def _meeting(span: Span, parts: Iterable[Span]) -> Iterator[Span]:
    for part in parts:
        found = shared(span, part)
        if found is not None:
            yield found


def minutes_of(spans: Iterable[Span]) -> int:
    """Elapsed minutes of all of them together."""
    return sum(each.minutes for each in spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The times as one reads them off a clock: what overlaps or touches is one."""
    found: list[Span] = []
    for each in sorted(spans):
        if found and each.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, each.end))
        else:
            found.append(each)
    return tuple(found)

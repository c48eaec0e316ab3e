"""When everybody has to be in: night rest and the planned counts (GR-05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from openblock.clock import at
from openblock.errors import Problem, Severity
from openblock.features.grounds.rules.content import GroundsLimits, Span, Wish
from openblock.features.shadowing.rules.times import ONE_DAY, days_of


def night_of(day: date, limits: GroundsLimits) -> Span | None:
    """The night rest that begins on a date, as a rule ending on the next; None where it is none."""
    start, end = limits.night_from, limits.night_to
    if start == end:
        return None
    last = day + ONE_DAY if end < start else day
    return Span(at(day, start), at(last, end))


def nights_near(span: Span, limits: GroundsLimits) -> tuple[Span, ...]:
    """Every night rest that meets the time, in order."""
    days = days_of(span)
    nights = (night_of(day, limits) for day in (days[0] - ONE_DAY, *days))
    return tuple(each for each in nights if each is not None and each.meets(span))


def counts_on(day: date, limits: GroundsLimits) -> tuple[datetime, ...]:
    """When people are counted on a date, in order."""
    return tuple(at(day, minute) for minute in sorted(set(limits.counts)))


def rest_problems(wish: Wish, limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-05: nobody is out in night rest; ending as it begins, or beginning as it ends, is fine."""
    nights = nights_near(wish.span, limits)
    if not nights:
        return ()
    facts = {"night_from": limits.night_from, "night_to": limits.night_to}
    field = "ends_at" if wish.span.start < nights[0].start else "starts_at"
    return (Problem("in-night-rest", facts=facts, field=field),)


def count_problems(wish: Wish, limits: GroundsLimits) -> tuple[Problem, ...]:
    """GR-05: back some minutes before a count, unless the area is one where people are counted."""
    return () if wish.area.counted else tuple(_guarded(wish, limits))


def _guarded(wish: Wish, limits: GroundsLimits) -> Iterator[Problem]:
    days = days_of(wish.span)
    # A count just after midnight is guarded from the day before.
    for count in (
        moment for day in (*days, days[-1] + ONE_DAY) for moment in counts_on(day, limits)
    ):
        guard = Span(count - timedelta(minutes=limits.count_guard), count)
        if guard.meets(wish.span):
            facts = {"count": count, "guard": limits.count_guard}
            field = "ends_at" if wish.span.start < guard.start else "starts_at"
            yield Problem("over-count", Severity.WARNING, facts, field)

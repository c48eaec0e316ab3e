"""The dates of a booking that repeats, each at the same hours of the wall clock (GR-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from openblock.clock import at, day_of, local
from openblock.errors import Problem
from openblock.features.grounds.rules.content import (
    LONGEST_SERIES_DAYS,
    BookingContent,
    Repeat,
    SeriesContent,
    Span,
)


def series_days(content: SeriesContent) -> tuple[date, ...]:
    """Its dates in order, the first and ``until`` included; never beyond half a year."""
    first = day_of(content.first.starts_at)
    days = min((content.until - first).days, LONGEST_SERIES_DAYS)
    weekdays = set(content.weekdays) or {first.weekday()}
    dates = (first + timedelta(days=number) for number in range(days + 1))
    if content.repeat == Repeat.DAILY:
        return tuple(dates)
    return tuple(day for day in dates if day.weekday() in weekdays)


def series_problems(content: SeriesContent, now: datetime) -> tuple[Problem, ...]:
    """GR-10: half a year at the longest, and at least one date that has not passed."""
    first = day_of(content.first.starts_at)
    if content.first.ends_at <= content.first.starts_at:
        facts: dict[str, object] = {"start": content.first.starts_at}
        return (Problem("booking-backwards", facts=facts, field="ends_at"),)
    if (content.until - first).days > LONGEST_SERIES_DAYS:
        facts = {"days": LONGEST_SERIES_DAYS}
        return (Problem("series-too-long", facts=facts, field="until"),)
    if not any(day >= day_of(now) for day in series_days(content)):
        return (Problem("series-empty", facts={"until": content.until}, field="until"),)
    return ()


def span_on(content: BookingContent, day: date) -> Span:
    """The booking's time on another date, by the wall clock; on its own date as it is."""
    if day == day_of(content.starts_at):
        return content.span
    start, end = _walls(content)
    return Span(at(day, start), at(day, end))


def booking_on(content: BookingContent, day: date) -> BookingContent:
    """The booking on another date."""
    span = span_on(content, day)
    return replace(content, starts_at=span.start, ends_at=span.end)


def hour_problems(content: BookingContent, day: date) -> tuple[Problem, ...]:
    """Why it cannot be on a date: in March an hour of the wall clock is left out."""
    found = []
    for field, minute in zip(("starts_at", "ends_at"), _walls(content), strict=True):
        wall = datetime.combine(day, time()) + timedelta(minutes=minute)
        if local(at(day, minute)).replace(tzinfo=None) != wall:
            facts = {"day": day, "minute": minute}
            found.append(Problem("booking-no-such-hour", facts=facts, field=field))
    return tuple(found)


def _walls(content: BookingContent) -> tuple[int, int]:
    """Beginning and end in minutes of the wall clock from the midnight of its first date."""
    midnight = datetime.combine(day_of(content.starts_at), time())
    start, end = (
        (local(moment).replace(tzinfo=None) - midnight) // timedelta(minutes=1)
        for moment in (content.starts_at, content.ends_at)
    )
    return start, end

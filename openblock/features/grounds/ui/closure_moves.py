"""Where a booking that a closure hits could go: the next free time with somebody to watch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from openblock.clock import day_of
from openblock.features.grounds.queries import BookingRow, FreeTime, free_times
from openblock.features.grounds.rules.content import BookingContent, Span
from openblock.features.grounds.ui.booking_moving import content_of_row, with_best_officer
from openblock.ui.desk import Desk

#: So many days from the booking's own on are looked through for a free time.
_DAYS = 7


@dataclass(frozen=True, slots=True)
class Moved:
    """A booking at another time; ``officer`` is named where another one would watch."""

    content: BookingContent
    officer: str = ""


def moved_to(desk: Desk, row: BookingRow, span: Span) -> Moved:
    """The booking at this time, with the best officer for it."""
    content = replace(content_of_row(row), starts_at=span.start, ends_at=span.end)
    return Moved(*with_best_officer(desk, content, row.booking_id))


def next_free(desk: Desk, row: BookingRow, closed: Span, now: datetime) -> Moved | None:
    """At the next free time of its area that the closure leaves; None within a week: there is none.

    The closure is not stored yet, so the free times do not know of it.
    """
    length = row.span.end - row.span.start
    first = max(day_of(row.span.start), day_of(now))
    for number in range(_DAYS):
        day = first + timedelta(days=number)
        found = desk.read(free_times, row.area_id, day, row.span.minutes, row.heads, now)
        for free in found:
            for start in _starts(free, closed, length):
                if start >= now:
                    return moved_to(desk, row, Span(start, start + length))
    return None


def _starts(free: FreeTime, closed: Span, length: timedelta) -> Iterator[datetime]:
    """Where it could begin within a free time: at its beginning, or as soon as the area opens."""
    for start in (free.span.start, closed.end):
        whole = Span(start, start + length)
        if free.span.holds(whole) and not whole.meets(closed):
            yield start

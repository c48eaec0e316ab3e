"""How a booking is called in the status bar and over the forms: without anybody's name."""

from __future__ import annotations

from openblock.clock import day_of
from openblock.features.grounds.queries import BookingRow
from openblock.features.grounds.rules.content import BookingContent, Span
from openblock.features.shadowing.words import hours_between
from openblock.i18n import format_short_day, weekday_letters


def time_words(span: Span) -> str:
    """Su 22 Nov 14:00–15:30."""
    day = day_of(span.start)
    return f"{weekday_letters(day)} {format_short_day(day)} {hours_between(span)}"


def named(content: BookingContent, area: str) -> str:
    """Football, sports field, Su 22 Nov 14:00–15:30."""
    return ", ".join(filter(None, (content.purpose, area, time_words(content.span))))


def named_row(row: BookingRow) -> str:
    """The same of a booking that stands."""
    return ", ".join(filter(None, (row.purpose, row.area, time_words(row.span))))

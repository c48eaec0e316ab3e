"""How times and situations stand on the sheets of practice: by the wall clock, by their names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from openblock import clock
from openblock.features.shadowing.queries.rows import CourseRow, ShadowingRow
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.words import situation_name
from openblock.i18n import format_short_day, format_time


class Lasting(Protocol):
    """A time ``[start, end)`` of whatever feature, aware UTC."""

    @property
    def start(self) -> datetime:
        """When it begins."""

    @property
    def end(self) -> datetime:
        """When it is over."""


def minutes_on(day: date, span: Lasting) -> tuple[int, int]:
    """From and to as wall-clock minutes from midnight of ``day``; of another day below 0 or over.

    The wall clock and not what has elapsed: a cell shows what a watch shows.
    """
    return _minute(day, span.start), _minute(day, span.end)


def _minute(day: date, moment: datetime) -> int:
    wall = clock.local(moment)
    days = (wall.date() - day).days
    return days * clock.MINUTES_OF_DAY + wall.hour * 60 + wall.minute


def times(span: Lasting) -> str:
    """09:00–19:00; an end later than on the next day says which day."""
    first, last = clock.day_of(span.start), clock.day_of(span.end)
    end = format_time(span.end)
    if (last - first).days > 1:
        end = f"{format_short_day(last)} {end}"
    return f"{format_time(span.start)}\N{EN DASH}{end}"


def real_span(row: ShadowingRow) -> Span:
    """The hours as the mentor confirmed them, else as they are planned."""
    if row.settled is not None and row.settled.span is not None:
        return row.settled.span
    return row.span


def situations_named(course: CourseRow, numbers: Iterable[int]) -> tuple[str, ...]:
    """The names of a course's situations, in the course's order; one that is gone has none."""
    wanted = set(numbers)
    return tuple(
        situation_name(each.content) for each in course.situations if each.situation_id in wanted
    )

"""The fields of a class, what stands in them, and the dates it is on, in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from openblock import clock
from openblock.clock import MINUTES_OF_DAY
from openblock.features.shadowing.rules.content import ClassContent, Span
from openblock.features.shadowing.ui.hours_edit import HoursEdit
from openblock.features.shadowing.ui.repeat_edit import RepeatEdit
from openblock.i18n import _, format_short_day, n_, weekday_letters
from openblock.ui.forms import DayEdit, Field, TextEdit
from openblock.ui.forms.known_text import KnownTextEdit

_MOST_SHOWN = 12


def class_fields() -> list[Field]:
    """Every field in reading order."""
    everybody = _("Empty: everybody")
    return [
        Field("day", _("Day"), DayEdit(), needed=True),
        Field("hours", _("Time"), HoursEdit(), needed=True),
        Field("title", _("Class"), TextEdit(), hint=_("What it is about")),
        Field("group", _("Group"), KnownTextEdit(), hint=everybody),
        Field("repeat", _("Every week on"), RepeatEdit()),
    ]


def contents_of(
    course_id: int, values: Mapping[str, Any], days: Sequence[date]
) -> tuple[ClassContent, ...]:
    """A class for each of the days, at the same time of the wall clock."""
    span: Span = values["hours"]
    first, last = _minute(span, span.start), _minute(span, span.end)
    if len(days) == 1:
        return (ClassContent(course_id, span.start, span.end, values["title"], values["group"]),)
    return tuple(
        ClassContent(
            course_id, clock.at(day, first), clock.at(day, last), values["title"], values["group"]
        )
        for day in days
    )


def _minute(span: Span, moment: datetime) -> int:
    """Minutes of the wall clock from the midnight before the class begins."""
    wall = clock.local(moment)
    days = (wall.date() - clock.day_of(span.start)) // timedelta(days=1)
    return days * MINUTES_OF_DAY + wall.hour * 60 + wall.minute


def dates_words(days: Sequence[date], left_out: Collection[date] = ()) -> str:
    """12 classes: Mo 23 Nov, We 25 Nov, …; and the holidays left out.

    No full stop: in Latvian a date ends with one of its own.
    """
    if len(days) < 2:
        return ""
    shown = [f"{weekday_letters(day)} {format_short_day(day)}" for day in days[:_MOST_SHOWN]]
    if len(days) > _MOST_SHOWN:
        last = days[-1]
        shown += ["\N{HORIZONTAL ELLIPSIS}", f"{weekday_letters(last)} {format_short_day(last)}"]
    said = n_("{number} class", "{number} classes", len(days)) + ": " + ", ".join(shown)
    if left_out:
        holidays = ", ".join(format_short_day(day) for day in left_out)
        said += "\n" + _("Left out, being holidays: {days}").format(days=holidays)
    return said

"""Draws a trainee's own schedule: a group for each week, hours over it, what is lacking below."""

from __future__ import annotations

from datetime import date, timedelta

from openblock.clock import day_of
from openblock.features.shadowing.sheets.schedule import Schedule, ScheduleLine
from openblock.features.shadowing.sheets.times import times
from openblock.features.shadowing.sheets_pdf.progress import progress
from openblock.i18n import (
    _,
    format_day,
    format_hours,
    format_short_day,
    language,
    p_,
    weekday_name,
)
from openblock.printing.leaf import RIGHT
from openblock.printing.listing import Block, Column, Group, Listing, Row, draw_listing
from openblock.printing.page import Heading
from openblock.printing.pdf import write
from openblock.printing.sheet import Imprint

_ROWS = (16.0, 20.0)


def schedule_pdf(sheet: Schedule, imprint: Imprint) -> bytes:
    """The schedule as a PDF in the language spoken now; its title names no person."""
    title = _("Practice schedule")
    listing = Listing(
        heading=Heading(
            title,
            sheet.name,
            _("course {course}").format(course=sheet.course),
            _("from {day}").format(day=format_day(sheet.first)),
        ),
        parts=(progress(sheet.hours), *_weeks(sheet), *_lacking(sheet)),
        rows=_ROWS,
    )
    return write(draw_listing(listing, imprint), title, language())


def _weeks(sheet: Schedule) -> tuple[Group, ...]:
    if not sheet.weeks:
        words = _("From this week on no shift and no class is planned.")
        return (Group("", (Column("", 1),), (), empty=words),)
    return tuple(_week(monday, lines) for monday, lines in sheet.weeks)


def _week(monday: date, lines: tuple[ScheduleLine, ...]) -> Group:
    columns = (
        Column(_("Day"), 0.24, size=10, bold=True),
        Column(_("Time"), 0.16, size=10.5, bold=True),
        Column(p_("practice sheet", "What"), 0.15),
        Column(_("Mentor or subject"), 0.2, bold=True),
        Column(_("Post or place"), 0.18, size=8.5),
        Column(_("Hours"), 0.07, align=RIGHT),
    )
    week = _("Week {number}").format(number=monday.isocalendar().week)
    sunday = monday + timedelta(days=6)
    days = f"{format_short_day(monday)}\N{EN DASH}{format_day(sunday)}"
    minutes = sum(line.minutes or 0 for line in lines)
    figure = _("{hours} h").format(hours=format_hours(minutes)) if minutes else ""
    blocks = tuple(Block((Row(_cells(line), quiet=line.is_quiet),)) for line in lines)
    return Group(f"{week}  {days}", columns, blocks, figure)


def _cells(line: ScheduleLine) -> tuple[str, ...]:
    day = day_of(line.span.start)
    return (
        f"{weekday_name(day)}, {format_short_day(day)}",
        ("! " if line.is_open else "") + times(line.span),
        line.what,
        line.who,
        line.where,
        "" if line.minutes is None else format_hours(line.minutes),
    )


def _lacking(sheet: Schedule) -> tuple[Group, ...]:
    if not sheet.lacking:
        return ()
    columns = (Column("", 1, size=9.5, wraps=True),)
    words = ", ".join(sheet.lacking)
    return (Group(_("Not seen and not planned yet"), columns, (Block((Row((words,)),)),)),)

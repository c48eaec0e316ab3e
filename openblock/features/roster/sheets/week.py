"""What stands on a week's roster for the wall: every duty with its times, month by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from openblock.features.roster.queries.grid import Roster
from openblock.features.roster.rules import PlainDay
from openblock.features.roster.sheets.month import (
    RosterSheet,
    SheetCell,
    SheetDay,
    away_of,
    bands_of,
    cell_of,
    legend_of,
    signature_words,
    staffing_of,
)
from openblock.features.roster.sheets.remarks import remarks_of
from openblock.features.roster.sheets.words import DASH, kind_of, states_words
from openblock.i18n import _, format_day, format_short_day, format_time, weekday_name

DAYS = 7


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_of(week: Roster) -> RosterSheet:
    """The sheet of a roster of seven days that has been read already."""
    number = week.first.isocalendar().week
    return RosterSheet(
        title=_("Duty roster of the week"),
        period=f"{format_short_day(week.first)}{DASH}{format_day(week.last)}",
        state=_("Week {number}").format(number=number),
        state_detail=states_words(week.states),
        days=tuple(_day(each) for each in week.days),
        bands=bands_of(week, _cell),
        staffing=tuple(staffing_of(each) for each in week.staffing),
        legend=legend_of(week),
        remarks=remarks_of(week),
        signatures=signature_words()[:1],
        away=away_of(week),
        with_norm=False,
    )


def _day(each: PlainDay) -> SheetDay:
    return SheetDay(
        each.day, weekday_name(each.day), kind_of(each), head=format_short_day(each.day)
    )


def _cell(week: Roster, officer_id: int, day: date) -> SheetCell:
    cell = cell_of(week, officer_id, day)
    duty = week.duties.get((officer_id, day))
    if duty is None:
        return cell
    times = f"{format_time(duty.starts_at)}{DASH}{format_time(duty.ends_at)}"
    return replace(cell, times=times)


def week_number(first: date) -> str:
    """The number a week's sheet is found by: DN-2026-48."""
    year, number, _weekday = first.isocalendar()
    return f"DN-{year}-{number:02d}"

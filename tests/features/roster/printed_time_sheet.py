"""A time-sheet of any number of officers on 24/72, as the query would read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from openblock.clock import at, days_of_month
from openblock.features.roster.queries.figures import SheetLine, TimeSheet
from openblock.features.roster.queries.rows import AddendumRow, MonthState
from openblock.features.roster.rules import DayKind, PlainDay
from openblock.features.roster.rules.absence import DEFAULT_LETTERS
from openblock.features.roster.rules.limits import DEFAULT_LIMITS
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.sheets.time_sheet import FormSheet, form_of
from tests.features.roster.roster_sheets import SURNAMES

POSTED_AT = datetime(2026, 1, 20, 5, 55, tzinfo=UTC)
HOLIDAYS = {date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6)}
MOVED = {date(2026, 1, 2): DayKind.MOVED_OFF, date(2026, 1, 17): DayKind.MOVED_ON}


def plain_days(year: int, month: int) -> tuple[PlainDay, ...]:
    def kind(day: date) -> DayKind:
        if day in HOLIDAYS:
            return DayKind.HOLIDAY
        usual = DayKind.WEEKEND if day.weekday() >= 5 else DayKind.WORKDAY
        return MOVED.get(day, usual)

    return tuple(PlainDay(each, kind(each)) for each in days_of_month(year, month))


def full_name(number: int) -> str:
    """A different whole name for each number."""
    return f"{SURNAMES[number % len(SURNAMES)]} Ņ{'abcdefghijklmnop'[number // len(SURNAMES)]}ra"


def sheet_line(number: int, days: tuple[PlainDay, ...], team: int = 0) -> SheetLine:
    """An officer on duty from 09:00 to 09:00 every fourth day."""
    begins = [place % 4 == team for place in range(-1, len(days))]
    hours = tuple(
        15 * 60 * begins[place + 1] + 9 * 60 * (place > 0 and begins[place])
        for place in range(len(days))
    )
    nights = tuple(
        2 * 60 * begins[place + 1] + 6 * 60 * (place > 0 and begins[place])
        for place in range(len(days))
    )
    norm = 8 * 60 * sum(each.kind.works for each in days)
    worked = sum(hours)
    first = days[0].day.month
    block = tuple(
        (worked - norm if each == (first - 1) % 4 else 8 * 60 * each)
        if each <= (first - 1) % 4
        else None
        for each in range(4)
    )
    return SheetLine(
        officer_id=number + 1,
        badge=str(number + 1),
        name=full_name(number),
        position="uzraudze",
        team=team + 1,
        hours=hours,
        nights=nights,
        call_outs=((),) * len(days),
        kinds=("",) * len(days),
        norm=norm,
        worked=worked,
        night=sum(nights),
        overtime=worked - norm,
        block=block,
        block_sum=sum(each for each in block if each is not None),
        worked_days=sum(1 for each in hours if each),
        days_of={},
    )


def time_sheet_of(officers: int = 26, year: int = 2026, month: int = 1) -> TimeSheet:
    """A closed month of four teams."""
    days = plain_days(year, month)
    edges = [officers * team // 4 for team in range(5)]
    first = (month - 1) // 4 * 4 + 1
    return TimeSheet(
        state=MonthState(
            days[0].day, MonthStanding.CLOSED, 1, 1, 0, "Ozoliņš P.", POSTED_AT, "Ozoliņš P."
        ),
        block_months=tuple(date(year, first + each, 1) for each in range(4)),
        norm=8 * 60 * sum(each.kind.works for each in days),
        working_days=sum(each.kind.works for each in days),
        lines=tuple(
            sheet_line(number, days, team)
            for team in range(4)
            for number in range(edges[team], edges[team + 1])
        ),
        addenda=(),
    )


def printed(read: TimeSheet) -> FormSheet:
    """The form of what was read."""
    month = read.state.month
    return form_of(read, plain_days(month.year, month.month), DEFAULT_LETTERS, DEFAULT_LIMITS)


def with_line(read: TimeSheet, place: int, **facts: object) -> TimeSheet:
    """The time-sheet with these facts of one line changed."""
    lines = list(read.lines)
    lines[place] = replace(lines[place], **facts)
    return replace(read, lines=tuple(lines))


def with_days(read: TimeSheet, place: int, kinds: Mapping[int, str]) -> TimeSheet:
    """The same with these kinds of absence on dates of one line on which nothing is worked."""
    line = read.lines[place]
    days = range(1, len(line.hours) + 1)
    shown = tuple(kinds.get(day, "") if not line.hours[day - 1] else "" for day in days)
    counted = {kind: shown.count(kind) for kind in set(shown) if kind}
    return with_line(read, place, kinds=shown, days_of=counted)


def with_call_out(read: TimeSheet, place: int, day: int, hours: tuple[int, int]) -> TimeSheet:
    """The same with a call-out of one line on a day, from one hour to another."""
    date_ = read.state.month.replace(day=day)
    span = (at(date_, hours[0] * 60), at(date_, hours[1] * 60))
    called = list(read.lines[place].call_outs)
    called[day - 1] = (*called[day - 1], span)
    return with_line(read, place, call_outs=tuple(called))


def addendum(read: TimeSheet, place: int, minutes: int, night: int = 0) -> AddendumRow:
    """A correction of one line."""
    line = read.lines[place]
    return AddendumRow(
        line.officer_id,
        line.name,
        read.state.month.replace(day=17),
        minutes,
        night,
        "aizmirsts izsaukums",
        "Ozoliņš P.",
        POSTED_AT,
    )

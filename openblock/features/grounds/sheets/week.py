"""The week plan of the grounds for the wall: a row for each area, and in each day who uses it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openblock import clock
from openblock.features.grounds.queries.rows import (
    AreaRow,
    BookingRow,
    ClosureRow,
    DayFrame,
    Week,
)
from openblock.features.grounds.rules import light_parts
from openblock.features.grounds.rules.content import LIVE, AreaKind, GroundsLimits, State
from openblock.features.grounds.sheets.light import LightWords, light_words
from openblock.features.grounds.sheets.names import Names
from openblock.features.grounds.words import closure_words, light_kind, minutes_words
from openblock.features.shadowing.sheets.times import Lasting, minutes_on, times
from openblock.i18n import _, format_day, format_short_day

_HOUR = 60
_USUAL = (7 * _HOUR, 21 * _HOUR)

#: Wall-clock minutes of a day ``(from, to)``, in order.
Parts = tuple[tuple[int, int], ...]


class EntryKind(StrEnum):
    """What stands in a cell: a booking, a closure, or that the area does not open that day."""

    BOOKING = "booking"
    CLOSURE = "closure"
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a cell, in the order of its ``start``.

    ``words`` are the lines under the time; ``people`` the participants where the copy names them.
    ``asked``: nobody has approved it yet; ``lost``: nobody who is on duty supervises it.
    """

    kind: EntryKind
    start: int
    times: str = ""
    heads: str = ""
    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    asked: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A day of an area as a length: where it is open, and of that dark, closed and booked.

    ``sun`` is when the usable light begins and ends, for an area under the open sky.
    """

    open: Parts = ()
    dark: Parts = ()
    closed: Parts = ()
    booked: Parts = ()
    sun: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DayCell:
    """What a day of an area shows."""

    bar: Bar
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AreaLine:
    """A row: the area, what is worth knowing of it, and its days."""

    area_id: int
    name: str
    about: tuple[str, ...]
    cells: tuple[DayCell, ...]


@dataclass(frozen=True, slots=True)
class DayHead:
    """A column's head: the date, the holiday if it is one, and its light."""

    day: date
    holiday: str
    light: LightWords


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """The sheet; the bars reach from ``axis[0]`` to ``axis[1]``, minutes of the day."""

    period: str
    week: int
    night: str
    civil: bool
    axis: tuple[int, int]
    days: tuple[DayHead, ...]
    areas: tuple[AreaLine, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything in all cells."""
        return tuple(entry for line in self.areas for cell in line.cells for entry in cell.entries)


def week_plan(week: Week, names: Names) -> WeekPlan:
    """The plan of a week that was read for all areas."""
    shown = [each.area for each in week.areas if _is_shown(each.area, week)]
    lines = tuple(_line(area, week, names) for area in shown)
    limits = week.limits
    return WeekPlan(
        period=f"{format_short_day(week.first)}\N{EN DASH}{format_day(week.last)}",
        week=week.first.isocalendar().week,
        night=_("night rest {hours}").format(
            hours=minutes_words(limits.night_from, limits.night_to)
        ),
        civil=limits.civil,
        axis=_axis(lines),
        days=tuple(
            DayHead(each.day, each.holiday, light_words(each.light, limits)) for each in week.days
        ),
        areas=lines,
    )


def _is_shown(area: AreaRow, week: Week) -> bool:
    if area.content.kind is not AreaKind.PLACE:
        return False
    return area.content.active or any(row.area_id == area.area_id for row in live(week.bookings))


def live(rows: Iterable[BookingRow]) -> list[BookingRow]:
    """The bookings that take place, or did: a cancelled one is not for paper."""
    return [row for row in rows if row.state in LIVE]


def _line(area: AreaRow, week: Week, names: Names) -> AreaLine:
    bookings = [row for row in live(week.bookings) if row.area_id == area.area_id]
    closures = [row for row in week.closures if row.content.area_id == area.area_id]
    return AreaLine(
        area.area_id,
        area.content.name,
        about_area(area),
        tuple(
            _Day(area, frame, week).cell(
                [row for row in bookings if row.day == frame.day], closures, names
            )
            for frame in week.days
        ),
    )


def about_area(area: AreaRow) -> tuple[str, ...]:
    """Under whose roof and light it is, and how many may use it."""
    content = area.content
    most = _("at most {number}").format(number=content.capacity)
    alone = (_("one group at a time"),) if content.exclusive else ()
    return (light_kind(content), most, *alone)


@dataclass(frozen=True, slots=True)
class _Day:
    """One cell being made."""

    area: AreaRow
    frame: DayFrame
    week: Week

    def cell(self, bookings: list[BookingRow], closures: list[ClosureRow], names: Names) -> DayCell:
        day = self.frame.day
        opened = tuple(
            minutes_on(day, span) for span in self.week.open.get((self.area.area_id, day), ())
        )
        here = [(row, part) for row in closures if (part := part_of(day, row.span)) is not None]
        light = self._light(self.week.limits)
        bar = Bar(
            open=opened,
            dark=_without(opened, light) if self.area.content.needs_light else (),
            closed=tuple(part for _row, closed in here for part in _within(opened, closed)),
            booked=tuple(minutes_on(day, row.span) for row in bookings),
            sun=() if self.area.content.indoor else tuple(each for one in light for each in one),
        )
        entries = [booking_entry(row, names) for row in bookings]
        entries += [_closure(row, part, opened) for row, part in here]
        if not opened and not entries:
            entries = [self._shut()]
        return DayCell(bar, tuple(sorted(entries, key=lambda one: (one.start, one.kind))))

    def _light(self, limits: GroundsLimits) -> Parts:
        day = self.frame.day
        return tuple(minutes_on(day, span) for span in light_parts(self.frame.light, limits))

    def _shut(self) -> Entry:
        other = [each.remark for each in self.area.days if each.day == self.frame.day]
        remarks = tuple(each for each in other if each)
        return Entry(EntryKind.SHUT, 0, words=(_("not open"), *remarks))


def _without(parts: Parts, light: Parts) -> Parts:
    """What of ``parts`` lies outside the light."""
    left = list(parts)
    for first, last in light:
        left = [
            (start, end)
            for one in left
            for start, end in ((one[0], min(one[1], first)), (max(one[0], last), one[1]))
            if start < end
        ]
    return tuple(left)


def _within(parts: Parts, other: tuple[int, int]) -> Parts:
    """What of ``parts`` lies in ``other``."""
    found = ((max(start, other[0]), min(end, other[1])) for start, end in parts)
    return tuple((start, end) for start, end in found if start < end)


def part_of(day: date, span: Lasting) -> tuple[int, int] | None:
    """The minutes of ``day`` that a time takes; None where it does not touch it."""
    start, end = minutes_on(day, span)
    start, end = max(start, 0), min(end, clock.MINUTES_OF_DAY)
    return (start, end) if start < end else None


def booking_entry(row: BookingRow, names: Names) -> Entry:
    """A booking as the wall has it: time, heads, what for, who supervises."""
    supervisor = names.officer(row.officer_id, row.officer)
    if not supervisor and row.lost is not None:
        supervisor = _("no supervisor")
    return Entry(
        EntryKind.BOOKING,
        minutes_on(row.day, row.span)[0],
        times(row.span),
        str(row.heads),
        tuple(each for each in (row.purpose, supervisor) if each),
        names.people(row.residents),
        asked=row.state is State.REQUESTED,
        lost=row.lost is not None,
    )


def why_closed(row: ClosureRow) -> str:
    """Why an area is closed, with what was added to it."""
    return closure_words(row.content.reason, row.content.remark)


def _closure(row: ClosureRow, part: tuple[int, int], opened: Parts) -> Entry:
    start, end = part
    whole = all(start <= first and last <= end for first, last in opened)
    hours = "" if whole else minutes_words(*part)
    return Entry(EntryKind.CLOSURE, start, hours, words=(why_closed(row),))


def closed_hours(part: tuple[int, int]) -> str:
    """When on a day it is closed."""
    return _("all day") if part == (0, clock.MINUTES_OF_DAY) else minutes_words(*part)


def _axis(lines: tuple[AreaLine, ...]) -> tuple[int, int]:
    """Whole hours around everything that is open or booked."""
    bars = [cell.bar for line in lines for cell in line.cells]
    parts = [part for bar in bars for part in (*bar.open, *bar.booked)] or [_USUAL]
    first = min(start for start, _end_of in parts) // _HOUR * _HOUR
    last = -(-max(end for _start, end in parts) // _HOUR) * _HOUR
    return max(0, first), min(clock.MINUTES_OF_DAY, last)

"""The list of one area for a week: day by day who uses it, when it is open and when it is dark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from openblock.features.grounds.queries.rows import AreaRow, BookingRow, DayFrame, Week
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.sheets.light import LightWords, light_words
from openblock.features.grounds.sheets.names import Names
from openblock.features.grounds.sheets.week import (
    about_area,
    closed_hours,
    live,
    part_of,
    why_closed,
)
from openblock.features.grounds.words import minutes_words, state_words
from openblock.features.residents.sheets import Copy
from openblock.features.shadowing.sheets.times import minutes_on, times
from openblock.i18n import format_day, format_long_day, format_short_day


@dataclass(frozen=True, slots=True)
class AreaBooking:
    """A booking of the area; ``state`` in words, ``lost`` where nobody on duty supervises it."""

    times: str
    heads: str
    what: str
    supervisor: str
    people: str
    state: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class AreaDay:
    """A day of the area: the hours it opens, its light, what closes it, and who uses it."""

    title: str
    open: str
    light: LightWords
    closed: tuple[tuple[str, str], ...]
    bookings: tuple[AreaBooking, ...]


@dataclass(frozen=True, slots=True)
class AreaList:
    """The sheet of one area and week."""

    area_id: int
    name: str
    about: tuple[str, ...]
    first: date
    period: str
    copy: Copy | None
    is_outdoor: bool
    days: tuple[AreaDay, ...]


def area_list(week: Week, area: AreaRow, names: Names) -> AreaList:
    """The list of ``area`` in a week that was read for it, or for all."""
    return AreaList(
        area_id=area.area_id,
        name=area.content.name,
        about=about_area(area),
        first=week.first,
        period=f"{format_short_day(week.first)}\N{EN DASH}{format_day(week.last)}",
        copy=names.copy,
        is_outdoor=not area.content.indoor,
        days=tuple(_day(week, area, frame, names) for frame in week.days),
    )


def _day(week: Week, area: AreaRow, frame: DayFrame, names: Names) -> AreaDay:
    title = format_long_day(frame.day)
    opened = week.open.get((area.area_id, frame.day), ())
    closures = [row for row in week.closures if row.content.area_id == area.area_id]
    parts = ((row, part_of(frame.day, row.span)) for row in closures)
    return AreaDay(
        title=f"{title}, {frame.holiday}" if frame.holiday else title,
        open=", ".join(minutes_words(*minutes_on(frame.day, span)) for span in opened),
        light=light_words(frame.light, week.limits),
        closed=tuple(
            (closed_hours(part), why_closed(row)) for row, part in parts if part is not None
        ),
        bookings=tuple(
            _booking(row, names)
            for row in sorted(live(week.bookings), key=lambda row: row.span)
            if row.area_id == area.area_id and row.day == frame.day
        ),
    )


def _booking(row: BookingRow, names: Names) -> AreaBooking:
    return AreaBooking(
        times=times(row.span),
        heads=str(row.heads),
        what=" \N{MIDDLE DOT} ".join(each for each in (row.purpose, row.equipment) if each),
        supervisor=names.officer(row.officer_id, row.officer),
        people=", ".join(names.people(row.residents)),
        state="" if row.state is State.APPROVED else state_words(row.state),
        lost=row.lost is not None,
    )

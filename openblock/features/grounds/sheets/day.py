"""The day list of the grounds for the door: who goes out with whom, to be ticked out and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from openblock.features.grounds.queries.rows import BookingRow, Week
from openblock.features.grounds.rules.content import AreaKind, State
from openblock.features.grounds.rules.light import edges_of
from openblock.features.grounds.sheets.light import LightWords, dark_words, light_words
from openblock.features.grounds.sheets.names import Names
from openblock.features.grounds.sheets.week import closed_hours, live, part_of, why_closed
from openblock.features.residents.sheets import Copy
from openblock.features.shadowing.sheets.times import times
from openblock.i18n import _, format_long_day, format_time


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A participant with the bed, as lists show it."""

    name: str
    place: str


@dataclass(frozen=True, slots=True)
class DayBooking:
    """A booking with everything the door needs; ``out`` and ``back`` where they are ticked."""

    times: str
    area: str
    heads: str
    purpose: str
    equipment: str
    supervisor: str
    people: tuple[PersonLine, ...]
    out: str = ""
    back: str = ""
    asked: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class SunLine:
    """The moment from which an unlit area is not used, between the bookings around it."""

    words: str


@dataclass(frozen=True, slots=True)
class ClosedLine:
    """An area that is closed on the day, or for a part of it."""

    area: str
    hours: str
    why: str


@dataclass(frozen=True, slots=True)
class DayList:
    """The list of one day, its lines in order of time."""

    day: date
    period: str
    light: LightWords
    civil: bool
    holiday: str
    copy: Copy | None
    lines: tuple[DayBooking | SunLine, ...]
    closed: tuple[ClosedLine, ...]

    @property
    def bookings(self) -> tuple[DayBooking, ...]:
        """The bookings alone."""
        return tuple(each for each in self.lines if isinstance(each, DayBooking))


def day_list(week: Week, names: Names) -> DayList:
    """The list of the one day that ``week`` was read for, of all its areas."""
    frame = week.days[0]
    order = {each.area.area_id: each.area.place for each in week.areas}
    rows = sorted(
        (row for row in live(week.bookings) if row.day == frame.day),
        key=lambda row: (row.span, order.get(row.area_id, 0), row.booking_id),
    )
    return DayList(
        day=frame.day,
        period=format_long_day(frame.day),
        light=light_words(frame.light, week.limits),
        civil=week.limits.civil,
        holiday=frame.holiday,
        copy=names.copy,
        lines=tuple(_lines(rows, _dark_from(week), names)),
        closed=_closed(week),
    )


def _dark_from(week: Week) -> tuple[datetime, SunLine] | None:
    light = week.days[0].light
    sets = edges_of(light, week.limits)[1]
    return None if sets is None else (sets, SunLine(dark_words(light, week.limits)))


def _lines(
    rows: list[BookingRow], sun: tuple[datetime, SunLine] | None, names: Names
) -> Iterator[DayBooking | SunLine]:
    for row in rows:
        if sun is not None and row.span.start >= sun[0]:
            yield sun[1]
            sun = None
        yield _booking(row, names)


def _booking(row: BookingRow, names: Names) -> DayBooking:
    return DayBooking(
        times=times(row.span),
        area=row.area,
        heads=_("{heads} of {capacity}").format(heads=row.heads, capacity=row.capacity),
        purpose=row.purpose,
        equipment=row.equipment,
        supervisor=names.officer(row.officer_id, row.officer),
        people=_people(row, names),
        out=format_time(row.started_at) if row.started_at else "",
        back=format_time(row.ended_at) if row.ended_at else "",
        asked=row.state is State.REQUESTED,
        lost=row.lost is not None,
    )


def _people(row: BookingRow, names: Names) -> tuple[PersonLine, ...]:
    known = [number for number in row.residents if number in names.residents]
    return tuple(
        PersonLine(name, names.places.get(number, ""))
        for number, name in zip(known, names.people(known), strict=names.copy is not None)
    )


def _closed(week: Week) -> tuple[ClosedLine, ...]:
    day = week.days[0].day
    places = {
        each.area.area_id: each.area.content.name
        for each in week.areas
        if each.area.content.kind is AreaKind.PLACE
    }
    found = []
    for row in week.closures:
        part = part_of(day, row.span)
        if part is None or row.content.area_id not in places:
            continue
        area = places[row.content.area_id]
        found.append(ClosedLine(area, closed_hours(part), why_closed(row)))
    return tuple(found)

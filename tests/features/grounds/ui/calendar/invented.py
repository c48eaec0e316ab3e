"""A week of the sports field as the query would give it, made by hand: no file is opened for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from openblock.clock import at
from openblock.errors import Problem
from openblock.features.grounds.queries.rows import (
    AreaNow,
    AreaRow,
    BookingRow,
    ClosureRow,
    DayFrame,
    Week,
)
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaKind,
    AreaState,
    ClosureContent,
    ClosureReason,
    GroundsLimits,
    Light,
    Span,
    State,
)

MONDAY = date(2026, 11, 16)
SUNDAY = date(2026, 11, 22)
NOW = at(SUNDAY, 4 * 60 + 52)
FIELD, GARDEN, HALL, HOUSE = 1, 2, 3, 9
DAY = timedelta(days=1)


def light_on(day: date) -> Light:
    """About the daylight of a date in November."""
    later = (day - MONDAY).days * 2
    return Light(
        day,
        at(day, 8 * 60 + 5 + later),
        at(day, 16 * 60 + 13 - later),
        at(day, 7 * 60 + 24 + later),
        at(day, 16 * 60 + 55 - later),
    )


def area(area_id: int, name: str, **changes: Any) -> AreaNow:
    content = replace(AreaContent(name), **changes)
    return AreaNow(AreaRow(area_id, 1, area_id, content), AreaState.DARK, 0, None)


AREAS = (
    area(FIELD, "Sports field"),
    area(GARDEN, "Garden", capacity=6, exclusive=True),
    area(HALL, "Sports hall", indoor=True, capacity=10),
    area(HOUSE, "Main building", kind=AreaKind.BUILDING),
)


def booking(number: int, day: date, start: int, end: int, **changes: Any) -> BookingRow:
    row = BookingRow(
        *(number, 1, FIELD, "Sports field"),
        span=Span(at(day, start), at(day, end)),
        heads=8,
        capacity=12,
        ratio=12,
        purpose="Football",
        equipment="",
        officer_id=1,
        officer="Kalējs M.",
        state=State.APPROVED,
        residents=(1, 2),
    )
    return replace(row, **changes)


LOST = Problem(
    "supervisor-off-duty",
    field="officer_id",
    facts={"name": "Egle Inese", "start": at(SUNDAY, 870), "end": at(SUNDAY, 945)},
)


def bookings() -> tuple[BookingRow, ...]:
    return (
        booking(1, MONDAY, 540, 630, state=State.FINISHED),
        booking(2, MONDAY + DAY, 540, 615, heads=5, state=State.REQUESTED),
        booking(3, MONDAY + DAY, 570, 660, heads=3, state=State.APPROVED, purpose="Gym"),
        booking(4, MONDAY + 5 * DAY, 720, 810, state=State.CANCELLED, cause="rain"),
        booking(5, SUNDAY, 570, 660, state=State.IN_USE, heads=9),
        booking(6, SUNDAY, 720, 840, heads=12, warnings=(Problem("guests-apart"),)),
        booking(7, SUNDAY, 870, 945, heads=5, lost=LOST, purpose="Free time"),
        booking(8, MONDAY + 2 * DAY, 780, 840, state=State.NO_SHOW),
    )


def closure() -> ClosureRow:
    day = MONDAY + 4 * DAY
    content = ClosureContent(
        FIELD, at(day, 720), at(day, 960), ClosureReason.REPAIR, "fence repair"
    )
    return ClosureRow(1, 1, content, "Anna Bērziņa", NOW)


def frame(day: date) -> DayFrame:
    rest = Span(at(day, 22 * 60), at(day, 24 * 60 + 390))
    before = Span(at(day - DAY, 22 * 60), at(day, 390))
    return DayFrame(day, light_on(day), (at(day, 405), at(day, 21 * 60 + 30)), (before, rest))


def week(
    rows: Iterable[BookingRow] | None = None,
    *,
    area_id: int | None = FIELD,
    first: date = MONDAY,
    days: int = 7,
    now: datetime = NOW,
    areas: tuple[AreaNow, ...] = AREAS,
) -> Week:
    dates = [first + number * DAY for number in range(days)]
    opening = {
        (each.area.area_id, day): (Span(at(day, 420), at(day, 1260)),)
        for each in areas
        for day in dates
    }
    shown = tuple(bookings() if rows is None else rows)
    return Week(
        first=dates[0],
        last=dates[-1],
        at=now,
        area_id=area_id,
        limits=GroundsLimits(),
        areas=areas,
        days=tuple(frame(day) for day in dates),
        open=opening,
        closures=(closure(),),
        bookings=shown,
        to_mend=tuple(row for row in shown if row.lost),
    )

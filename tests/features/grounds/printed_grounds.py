"""A week of the grounds made by hand for the sheets: areas, light, closures, bookings, people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.features.grounds.queries.rows import (
    AreaNow,
    AreaRow,
    BookingRow,
    ClosureRow,
    DayFrame,
    FairLine,
    FairUse,
    Week,
)
from openblock.features.grounds.rules.content import (
    AreaContent,
    AreaState,
    ClosureContent,
    ClosureReason,
    GroundsLimits,
    Light,
    Span,
    State,
)
from openblock.features.grounds.sheets.names import Names
from openblock.features.residents.queries import ResidentRow
from openblock.features.residents.rules.content import Status
from openblock.features.residents.sheets import Copy

MONDAY = date(2026, 11, 23)
AT = clock.at(date(2026, 11, 24), 521)
LONG = "Ģarš" * 22 + "Ņē"
OPEN = (7 * 60, 21 * 60)
LIMITS = GroundsLimits()
#: Sunrise and sunset of the week in minutes of the day: facts.md §1.10.
SUN = ((501, 959), (503, 958), (505, 956), (507, 955), (508, 954), (510, 953), (512, 951))
OFFICERS = ("Roķe Ināra", "Vanags Ojārs", "Šķēle Rihards", "Eglītis Jānis", "Zvirbulis Aivars")
PLACES = (
    ("Sporta laukums", {"capacity": 12}),
    ("Dārzs un siltumnīca", {"capacity": 8}),
    ("Pastaigu laukums", {"capacity": 20, "floodlit": True, "ratio": 0}),
    ("Sporta zāle", {"capacity": 12, "indoor": True}),
    ("Darbnīca", {"capacity": 8, "indoor": True, "exclusive": True}),
)
SURNAMES = ("Āboliņš", "Ģērmanis", "Ķirsis", "Ļaudams", "Ņikitins", "Šķēps", "Žagars", "Ēķis")


def area(number: int, name: str = "", **facts: object) -> AreaRow:
    given, usual = PLACES[(number - 1) % len(PLACES)]
    content = AreaContent(name or given, **{**usual, **facts})
    return AreaRow(number, 1, number, content)


def areas(count: int) -> tuple[AreaRow, ...]:
    """``count`` areas; from the sixth on their number is told apart from the name's."""
    return tuple(
        area(number, "" if number <= len(PLACES) else f"{PLACES[number % 5][0]} {number}")
        for number in range(1, count + 1)
    )


def at(day: date, hour: float) -> datetime:
    return clock.at(day, round(hour * 60))


def light(day: date, **facts: object) -> Light:
    rises, sets = SUN[day.weekday()]
    made = Light(
        day,
        clock.at(day, rises),
        clock.at(day, sets),
        clock.at(day, rises - 42),
        clock.at(day, sets + 42),
    )
    return replace(made, **facts)


def frame(day: date, holiday: str = "", **facts: object) -> DayFrame:
    counts = (clock.at(day, 405), clock.at(day, 1290))
    return DayFrame(day, light(day, **facts), counts, (), holiday)


def booking(
    number: int, place: AreaRow, day: date, start: float = 14, end: float = 15.5, **facts: object
) -> BookingRow:
    officer = number % len(OFFICERS) + 1
    made = BookingRow(
        booking_id=number,
        version=1,
        area_id=place.area_id,
        area=place.content.name,
        span=Span(at(day, start), at(day, end)),
        heads=3,
        capacity=place.content.capacity,
        ratio=place.content.ratio,
        purpose="A nod.",
        equipment="",
        officer_id=officer,
        officer=OFFICERS[officer - 1],
        state=State.APPROVED,
        residents=(1, 2, 3),
        booked_by="Liepiņa S.",
        booked_at=AT,
    )
    return replace(made, **facts)


def lost() -> Problem:
    return Problem("supervisor-missing")


def closure(place: AreaRow, start: datetime, end: datetime, remark: str = "") -> ClosureRow:
    content = ClosureContent(place.area_id, start, end, ClosureReason.REPAIR, remark)
    return ClosureRow(1, 1, content, "Liepiņa S.", AT)


def week(
    places: Iterable[AreaRow],
    bookings: Iterable[BookingRow] = (),
    closures: Iterable[ClosureRow] = (),
    first: date = MONDAY,
    count: int = 7,
    **facts: object,
) -> Week:
    shown = tuple(places)
    days = tuple(first + timedelta(days=step) for step in range(count))
    made = Week(
        first=first,
        last=days[-1],
        at=AT,
        area_id=None,
        limits=LIMITS,
        areas=tuple(AreaNow(each, AreaState.FREE, 0, None) for each in shown),
        days=tuple(frame(day) for day in days),
        open={
            (each.area_id, day): (Span(clock.at(day, OPEN[0]), clock.at(day, OPEN[1])),)
            for each in shown
            for day in days
        },
        closures=tuple(closures),
        bookings=tuple(bookings),
        to_mend=(),
    )
    return replace(made, **facts)


def usual_week(count: int = 9, length: int = 7) -> Week:
    """``count`` areas, used every day or two; one is closed for a day, another for an evening."""
    places = areas(count)
    rows, number = [], 0
    for place in places:
        for step in range(length):
            day = MONDAY + timedelta(days=step)
            for start in (10.0, 14.0, 17.5)[: (place.area_id + step) % 4]:
                number += 1
                end = start + (1.5 if number % 3 else 1.25)
                rows.append(booking(number, place, day, start, end, heads=2 + number % 7))
    closures = []
    if count > 1:
        day = MONDAY + timedelta(days=4)
        closed = places[1]
        whole = closure(closed, at(day, 0), at(day, 24), "siltumnīcas stikli")
        evening = closure(places[0], at(MONDAY, 16.5), at(MONDAY, 24))
        rows = [row for row in rows if not (row.area_id == closed.area_id and row.day == day)]
        closures = [whole, evening]
    if len(rows) > 4:
        rows[0] = replace(rows[0], state=State.REQUESTED)
        rows[1] = replace(rows[1], lost=lost())
        rows[2] = replace(rows[2], lost=lost(), officer_id=None, officer="")
        rows[3] = replace(rows[3], state=State.CANCELLED, cause="lietus")
    return week(places, rows, closures, count=length)


def resident(number: int, surname: str = "", given: str = "Jānis") -> ResidentRow:
    return ResidentRow(
        resident_id=number,
        surname=surname or SURNAMES[(number - 1) % len(SURNAMES)],
        given_name=given,
        birth_date=date(1990, 1, 2),
        sex="",
        needs=(),
        status=Status.PRESENT,
        stay_id=number,
        admitted=AT,
        discharged=FOREVER,
        sentence_end=None,
        alerts=(),
        apart=0,
        contact_officer_id=None,
        version=1,
    )


def names(copy: Copy | None = None, count: int = 8, **rows: ResidentRow) -> Names:
    """Everybody by number; ``r2`` puts another row in the place of number 2."""
    people = {number: resident(number) for number in range(1, count + 1)}
    people |= {int(key[1:]): row for key, row in rows.items()}
    officers = {
        number: f"{name.split()[0]} {name.split()[1][0]}."
        for number, name in enumerate(OFFICERS, 1)
    }
    beds = {number: f"{100 + number} {'AB'[number % 2]}" for number in people}
    return Names(copy, officers, people, beds)


def fair_use(count: int = 30, **facts: object) -> FairUse:
    places = areas(5)
    lines = tuple(
        FairLine(
            number,
            f"{SURNAMES[(number - 1) % len(SURNAMES)]} Jānis {number}",
            f"{100 + number} A",
            {1: 45 * (number - 1), 4: 30 * ((number - 1) % 5)},
            number,
            number % 3,
            number % 2,
        )
        for number in range(1, count + 1)
    )
    average = sum(each.total for each in lines) // max(1, count)
    made = FairUse(date(2026, 11, 1), date(2026, 11, 30), places, lines, average)
    return replace(made, **facts)

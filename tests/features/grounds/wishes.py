"""Wishes for tests: a booking that every rule lets pass, and times by the wall clock to change it.

The day is Saturday, 20 June 2026; on it, and on the days around the clock changes, it is light as
at the block.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from openblock.clock import at
from openblock.features.grounds.rules import booking_problems, open_on
from openblock.features.grounds.rules.content import (
    AreaContent,
    BookingContent,
    GroundsLimits,
    Guest,
    Light,
    Neighbour,
    Span,
    Supervisor,
    Wish,
)

DAY = date(2026, 6, 20)
LIMITS = GroundsLimits()
FIELD = AreaContent("Sporta laukums")
HALL = AreaContent("Sporta zāle", indoor=True)
MARCH, OCTOBER, WINTER = date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 21)


def minute(clock: str) -> int:
    """The minute of the day a clock shows; 33:00 is 09:00 of the next day."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def moment(clock: str, day: date = DAY) -> datetime:
    """The instant of a wall clock."""
    return at(day, minute(clock))


def span(start: str, end: str, day: date = DAY) -> Span:
    """From and to the wall clock of a day."""
    return Span(moment(start, day), moment(end, day))


# facts.md 1.10: sunrise, sunset, civil dawn, civil dusk
_SUN = {
    DAY: ("04:31", "22:21", "03:24", "23:28"),
    MARCH: ("07:02", "19:56", "06:23", "20:35"),
    OCTOBER: ("07:18", "16:57", "06:38", "17:36"),
    WINTER: ("08:59", "15:45", "08:10", "16:34"),
}


def light(day: date = DAY, **changes: object) -> Light:
    """The daylight of one of the days above."""
    return replace(Light(day, *(moment(each, day) for each in _SUN[day])), **changes)


def guest(number: int, name: str = "", **changes: object) -> Guest:
    """A resident who is in the block all the month."""
    stay = Span(moment("00:00", date(2026, 1, 1)), moment("00:00", date(2027, 1, 1)))
    return replace(Guest(number, name or f"Viesis {number}", (stay,)), **changes)


def officer(*duties: Span, **changes: object) -> Supervisor:
    """Čakste Gunārs, on duty for these times."""
    return replace(Supervisor(7, "Čakste Gunārs", duties), **changes)


def beside(
    start: str, end: str, heads: int, purpose: str = "Futbols", day: date = DAY, **changes: object
) -> Neighbour:
    """Another booking of the area."""
    known = Neighbour(
        2, span(start, end, day), heads, purpose, "Vītola K.", moment("08:00"), residents={}
    )
    return replace(known, **changes)


def wish(start: str = "10:00", end: str = "11:00", day: date = DAY, **changes: object) -> Wish:
    """Six people on the field, Čakste Gunārs watching: nothing speaks against it.

    ``heads`` changes how many take part, ``area`` where.
    """
    heads = int(str(changes.pop("heads", 6)))
    area = changes.pop("area", FIELD)
    people = tuple(range(1, heads + 1))
    time = span(start, end, day)
    plain = Wish(
        BookingContent(1, time.start, time.end, people, "Volejbols", officer_id=7),
        area,
        open_on(area.hours[day.weekday()], day),
        closures=(),
        light=(light(day),),
        neighbours=(),
        guests=tuple(map(guest, people)),
        supervisor=officer(time),
        roster_laid=True,
        now=moment("00:00", date(2026, 3, 1)),
    )
    return replace(plain, **changes)


def codes(problems: object) -> list[str]:
    """Only the codes."""
    return [each.code for each in problems]


def found(problems: object) -> list[tuple[str, str, str]]:
    """Codes, severities and fields, as they are compared."""
    return [(each.code, each.severity.value, each.field) for each in problems]


def booked(asked: Wish, limits: GroundsLimits = LIMITS) -> list[str]:
    """The codes of what all the rules together find."""
    return codes(booking_problems(asked, limits))

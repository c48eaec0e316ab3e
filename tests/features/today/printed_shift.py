"""A shift made by hand for its list: officers of every letter, trainees, minimums, the roll."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from openblock import clock
from openblock.features.grounds.rules.content import State
from openblock.features.rooms.rules.roll import Roll
from openblock.features.roster.rules import Gap
from openblock.features.shadowing.rules.content import Span
from openblock.features.today.queries import (
    BedsInUse,
    ShiftBooking,
    ShiftList,
    ShiftOfficer,
    ShiftTrainee,
    StaffingOfShift,
)
from tests.features.grounds.printed_grounds import light

DAY = date(2026, 11, 24)
AT = clock.at(DAY, 521)
PEOPLE = (
    ("Maiņas vecākais", "Cīrulis Kārlis", "virsseržants", "6120"),
    ("Izlaides postenis", "Grīnbergs Rihards", "seržants", "6124"),
    ("A nodaļa, 1. stāvs", "Strazdiņš Viesturs", "kaprālis", "6131"),
    ("B nodaļa, 2. stāvs", "Jēgere Baiba", "kaprāle", "6132"),
    ("B nodaļa, 2. stāvs", "Lāce Ņina", "ierindniece", "6133"),
    ("Pieguļošā teritorija", "Roķe Ināra", "ierindniece", "6140"),
)


def hours(start: int, end: int, day: date = DAY) -> Span:
    return Span(clock.at(day, start * 60), clock.at(day, end * 60))


def trainee(number: int, name: str, start: int = 9, end: int = 19) -> ShiftTrainee:
    return ShiftTrainee(number, name, hours(start, end))


def officer(number: int, *trainees: ShiftTrainee, **facts: object) -> ShiftOfficer:
    post, name, rank, phone = PEOPLE[number % len(PEOPLE)]
    made = ShiftOfficer(number + 1, name, rank, post, phone, 4, hours(9, 33), trainees)
    return replace(made, **facts)


def minimum(present: int = 6, needed: int = 5) -> StaffingOfShift:
    gap = Gap(clock.at(DAY, 780), clock.at(DAY, 900), present, needed)
    gaps = (gap,) if present < needed else ()
    return StaffingOfShift("Dienā", 540, 1260, needed, present, gaps)


def booking(number: int, start: float, end: float, **facts: object) -> ShiftBooking:
    span = Span(clock.at(DAY, round(start * 60)), clock.at(DAY, round(end * 60)))
    made = ShiftBooking(
        number, "Sporta laukums", span, 10, "A nodaļa", State.APPROVED, 6, "Roķe Ināra"
    )
    return replace(made, **facts)


#: The sun sets at 15:58.
LIGHT = light(DAY)


def shift(**facts: object) -> ShiftList:
    beside = {
        0: (trainee(1, "Siliņš Emīls"), trainee(2, "Zariņa Kitija", 12, 22)),
        3: (trainee(3, "Kauliņš Niks"),),
    }
    made = ShiftList(
        day=DAY,
        span=hours(9, 33),
        team=4,
        officers=tuple(officer(number, *beside.get(number, ())) for number in range(6)),
        staffing=(minimum(), replace(minimum(), name="Naktī", from_minute=1260, to_minute=540)),
        upset=(),
        counted_at=AT,
        roll=Roll(48, 2, 43, 43, 0, 1, 2),
        sections=(BedsInUse("A nodaļa", 21), BedsInUse("B nodaļa", 22)),
    )
    return replace(made, **facts)

"""The invented grounds of the demonstration: nine areas on a plan, and what goes on there."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.grounds.rules.content import AreaContent, AreaKind, Hours

HOUR = 60
FIELD, WALKING, GARDEN = "Sporta laukums", "Pastaigu laukums", "Dārzs"
GREENHOUSE, WORKSHOP, CORNER = "Siltumnīca", "Darbnīca", "Tikšanās stūrītis"
HALL, FIRST_ROOM, SECOND_ROOM = "Sporta zāle", "1. grupu telpa", "2. grupu telpa"

_LONG: tuple[Hours, ...] = (((7 * HOUR, 21 * HOUR),),) * 7
_WORKDAYS: tuple[Hours, ...] = (((8 * HOUR, 18 * HOUR),),) * 5 + ((),) * 2
_WEEKEND: tuple[Hours, ...] = ((),) * 5 + (((10 * HOUR, 18 * HOUR),),) * 2

AREAS: tuple[AreaContent, ...] = (
    AreaContent(FIELD, hours=_LONG, x=20, y=20, width=400, height=300),
    AreaContent(
        WALKING,
        capacity=20,
        floodlit=True,
        ratio=20,
        counted=True,
        hours=_LONG,
        x=20,
        y=340,
        width=400,
        height=220,
    ),
    AreaContent(
        GARDEN, capacity=8, ratio=8, longest=180, hours=_LONG, x=440, y=20, width=270, height=180
    ),
    AreaContent(
        GREENHOUSE,
        capacity=6,
        indoor=True,
        ratio=6,
        longest=180,
        hours=_LONG,
        x=730,
        y=20,
        width=250,
        height=180,
    ),
    AreaContent(
        WORKSHOP,
        capacity=8,
        indoor=True,
        ratio=8,
        longest=240,
        hours=_WORKDAYS,
        x=760,
        y=400,
        width=220,
        height=160,
    ),
    AreaContent(
        CORNER,
        capacity=6,
        exclusive=True,
        indoor=True,
        ratio=0,
        hours=_WEEKEND,
        x=760,
        y=220,
        width=220,
        height=160,
    ),
    AreaContent(
        HALL,
        capacity=12,
        indoor=True,
        hours=_LONG,
        remark="Mācību centrs",
        x=20,
        y=600,
        width=340,
        height=280,
    ),
    AreaContent(
        FIRST_ROOM,
        capacity=10,
        indoor=True,
        ratio=0,
        hours=_WORKDAYS,
        remark="Mācību centrs",
        x=380,
        y=600,
        width=290,
        height=280,
    ),
    AreaContent(
        SECOND_ROOM,
        capacity=10,
        indoor=True,
        ratio=0,
        hours=_WORKDAYS,
        remark="Mācību centrs",
        x=690,
        y=600,
        width=290,
        height=280,
    ),
    AreaContent("Korpuss", kind=AreaKind.BUILDING, x=440, y=220, width=300, height=340),
)


@dataclass(frozen=True, slots=True)
class Habit:
    """What a group does week after week: on these weekdays, from then to then."""

    area: str
    group: int
    purpose: str
    weekdays: tuple[int, ...]
    start: int
    end: int
    equipment: str = ""


HABITS: tuple[Habit, ...] = (
    Habit(FIELD, 0, "futbols", (0, 2, 4), 10 * HOUR, 11 * HOUR + 30, "2 bumbas"),
    Habit(FIELD, 1, "volejbols", (1, 3), 13 * HOUR, 14 * HOUR + 30, "tīkls, bumba"),
    Habit(FIELD, 0, "brīvais laiks", (5, 6), 13 * HOUR, 14 * HOUR + 30),
    Habit(WALKING, 2, "pastaiga", (0, 2, 4, 6), 18 * HOUR, 19 * HOUR + 30),
    Habit(GARDEN, 3, "dārza darbi", (1, 3), 10 * HOUR, 11 * HOUR + 30, "grābekļi"),
    Habit(GREENHOUSE, 4, "stādu kopšana", (0, 2, 4), 9 * HOUR, 10 * HOUR + 30),
    Habit(WORKSHOP, 1, "kokapstrāde", (0, 2), 9 * HOUR + 30, 11 * HOUR + 30, "instrumentu skapis"),
    Habit(HALL, 3, "trenažieri", (0, 2, 5), 16 * HOUR + 30, 17 * HOUR + 30),
    Habit(HALL, 0, "basketbols", (1, 3), 19 * HOUR + 30, 20 * HOUR + 30, "bumba"),
    Habit(FIRST_ROOM, 4, "latviešu valoda", (2,), 15 * HOUR, 16 * HOUR + 30),
)

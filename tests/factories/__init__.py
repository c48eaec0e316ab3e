"""Rows to test with, each with a default for every fact the test is not about.

Every feature adds its own section at the end; what makes this too long stands in a module beside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from openblock.clock import FOREVER, at, now, standing_at
from openblock.features.residents.commands import (
    AdmitResident,
    SavePrison,
    admit_resident,
    save_prison,
)
from openblock.features.residents.rules.content import (
    PrisonContent,
    ResidentContent,
    StayContent,
)
from openblock.features.rooms.commands import (
    PlaceResident,
    SaveBuilding,
    SaveFloor,
    SaveRoom,
    SaveSection,
    Why,
    place_resident,
    save_building,
    save_floor,
    save_room,
    save_section,
)
from openblock.features.rooms.queries import house
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    SectionContent,
)
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    SaveTemplate,
    change_cells,
    save_template,
)
from openblock.features.roster.rules import TemplateShape
from openblock.features.shadowing.commands import (
    PlanShadowing,
    SaveClasses,
    SaveCourse,
    SaveTrainee,
    plan_shadowing,
    save_classes,
    save_course,
    save_trainee,
)
from openblock.features.shadowing.queries import items
from openblock.features.shadowing.rules.content import (
    ClassContent,
    CourseContent,
    ItemKind,
    TraineeContent,
)
from openblock.features.staff.commands import AddOfficer, add_officer
from openblock.features.staff.rules import OfficerContent
from openblock.storage.store import Store
from tests.factories.grounds import with_area, with_booking, with_closure

__all__ = [
    "ADMITTED",
    "COURSE_BEGINS",
    "COURSE_ENDS",
    "House",
    "with_area",
    "with_booking",
    "with_class",
    "with_closure",
    "with_course",
    "with_duty",
    "with_house",
    "with_mentor",
    "with_officer",
    "with_placement",
    "with_prison",
    "with_resident",
    "with_shadowing",
    "with_templates",
    "with_trainee",
]

# roster


def with_templates(store: Store) -> dict[str, int]:
    """The usual templates: 24, D, N and 8; their numbers by code."""
    shapes = (
        TemplateShape("24", "diennakts", 540, 1440),
        TemplateShape("D", "diena", 540, 720),
        TemplateShape("N", "nakts", 1260, 720),
        TemplateShape("8", "darba diena", 480, 480),
    )
    return {shape.code: store.run(save_template, SaveTemplate(shape)).value for shape in shapes}


def with_officer(store: Store, badge: str = "1", surname: str = "Bērziņš", **facts: Any) -> int:
    """One officer of the first team, on the staff since 2020; the number."""
    content = OfficerContent(
        badge=badge,
        given_name=facts.pop("given_name", "Jānis"),
        surname=surname,
        active_from=facts.pop("active_from", date(2020, 1, 1)),
        team=facts.pop("team", 1),
        **facts,
    )
    return int(store.run(add_officer, AddOfficer(content, another_person=True)).value)


def with_duty(store: Store, officer_id: int, day: date, code: str = "24") -> None:
    """One duty of one officer, typed; None as the code takes the day's away."""
    store.run(change_cells, ChangeCells((CellEdit(officer_id, day, code),)))


def with_mentor(store: Store, badge: str = "1", surname: str = "Liepa", **facts: Any) -> int:
    """One officer who may mentor until the end of 2027; the number."""
    certified = {"is_mentor": True, "mentor_certified_until": date(2027, 12, 31)}
    return with_officer(store, badge, surname, **certified | facts)


# residents

ADMITTED = datetime(2026, 1, 5, 9, tzinfo=UTC)
_OF_PERSON = ("personal_code", "birth_date", "sex", "needs", "contact_officer_id")


def with_resident(
    store: Store,
    surname: str = "Bērziņš",
    given_name: str = "Jānis",
    *,
    admitted: datetime = ADMITTED,
    **facts: Any,
) -> int:
    """One person, here since January 2026 without an end; facts of the person or of the stay."""
    own = {name: facts.pop(name) for name in _OF_PERSON if name in facts}
    content = ResidentContent(surname, given_name, **own)
    stay = StayContent(admitted, facts.pop("discharged", FOREVER), **facts)
    request = AdmitResident(content, stay, reason="as the test wants it")
    return int(store.run(admit_resident, request).value)


def with_prison(store: Store, name: str = "Tālais cietums", **facts: Any) -> int:
    """One prison of the list that can always be chosen; the number."""
    return int(store.run(save_prison, SavePrison(None, 0, PrisonContent(name, **facts))).value)


# rooms


@dataclass(frozen=True, slots=True)
class House:
    """One section of one floor: its numbers, and its rooms and beds by name ("101", "101 A")."""

    building_id: int
    floor_id: int
    section_id: int
    rooms: Mapping[str, int]
    beds: Mapping[str, int]


def with_house(
    store: Store,
    rooms: Mapping[str, tuple[str, ...]] | None = None,
    *,
    building: str = "Korpuss",
    floor: str = "1. stāvs",
    section: str = "A",
    sex: str = "",
    **facts: Any,
) -> House:
    """A building with one floor and one section, which takes ``sex``; facts of every room.

    Called again with another name of section, floor or building it adds what is not there yet.
    """
    numbers = _section_of(store, building, floor, SectionContent(0, section, sex))
    room_ids, bed_ids = {}, {}
    for code, labels in (rooms or {"101": ("A", "B"), "102": ("A", "B")}).items():
        content = RoomContent(numbers[2], code, beds=labels, **facts)
        room_ids[code] = int(store.run(save_room, SaveRoom(None, 0, content)).value)
    for each in store.read(house):
        for room in (room for storey in each.floors for room in storey.rooms):
            if room.room_id in room_ids.values():
                bed_ids.update({f"{room.code} {bed.label}": bed.bed_id for bed in room.beds})
    return House(*numbers, rooms=room_ids, beds=bed_ids)


def _section_of(
    store: Store, building: str, floor: str, section: SectionContent
) -> tuple[int, int, int]:
    """The numbers of building, floor and section, each made where it is missing."""
    known = {each.content.name: each for each in store.read(house)}.get(building)
    if known is None:
        request = SaveBuilding(None, 0, BuildingContent(building))
        building_id, floors = int(store.run(save_building, request).value), {}
    else:
        building_id = known.building_id
        floors = {each.content.name: each for each in known.floors}
    if floor in floors:
        floor_id = floors[floor].floor_id
        there = {each.content.name: each.section_id for each in floors[floor].sections}
    else:
        content = FloorContent(building_id, floor, len(floors) + 1)
        floor_id, there = int(store.run(save_floor, SaveFloor(None, 0, content)).value), {}
    if section.name not in there:
        placed = SaveSection(None, 0, replace(section, floor_id=floor_id))
        there[section.name] = int(store.run(save_section, placed).value)
    return building_id, floor_id, there[section.name]


def with_placement(
    store: Store,
    resident_id: int,
    bed_id: int,
    at: datetime = ADMITTED,
    until: datetime = FOREVER,
    **why: Any,
) -> int:
    """One person in one bed from ``at``, entered then (or now, where it is planned); its number."""
    reasons = {"reason": "admission", "override": "as the test wants it", **why}
    with standing_at(min(now(), at)):
        request = PlaceResident(resident_id, bed_id, at, Why(**reasons), until)
        return int(store.run(place_resident, request).value)


# shadowing

COURSE_BEGINS = date(2026, 11, 2)
COURSE_ENDS = date(2026, 12, 18)


def with_course(store: Store, name: str = "6. kurss", **facts: Any) -> int:
    """One course of November and December 2026, without nights; the number."""
    days = {"first_day": COURSE_BEGINS, "last_day": COURSE_ENDS}
    content = CourseContent(name, **days | facts)
    return int(store.run(save_course, SaveCourse(None, 0, content)).value)


def with_trainee(
    store: Store,
    course_id: int,
    surname: str = "Zariņa",
    given_name: str = "Elīna",
    *,
    cleared: date | None = COURSE_BEGINS,
    **facts: Any,
) -> int:
    """One trainee with every item of clearance had on the day ``cleared``; the number."""
    if cleared is not None:
        wanted = store.read(items, ItemKind.CLEARANCE, only_active=True)
        facts["clearances"] = {each.item_id: cleared for each in wanted}
    content = TraineeContent(course_id, surname, given_name, **facts)
    return int(store.run(save_trainee, SaveTrainee(None, 0, content)).value)


def with_shadowing(
    store: Store, trainee_id: int, officer_id: int, day: date, hours: tuple[float, float] = (9, 21)
) -> int:
    """One planned shadowing shift from hour to hour of a day, 24 is midnight; its number."""
    start, end = (at(day, int(hour * 60)) for hour in hours)
    request = PlanShadowing(trainee_id, officer_id, start, end, reason="as the test wants it")
    return int(store.run(plan_shadowing, request).value)


def with_class(
    store: Store,
    course_id: int,
    start: datetime,
    end: datetime,
    title: str = "Likumi",
    **facts: Any,
) -> int:
    """One class of a course, for everybody unless a group is named; the number."""
    content = ClassContent(course_id, start, end, title, **facts)
    request = SaveClasses((content,), reason="as the test wants it")
    return int(store.run(save_classes, request).value[0])

"""Rows to test with, each with a default for every fact the test is not about.

Every feature adds its own section at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from openblock.clock import FOREVER, now, standing_at
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
from openblock.features.roster.commands import SaveTemplate, save_template
from openblock.features.roster.rules import TemplateShape
from openblock.features.staff.commands import AddOfficer, add_officer
from openblock.features.staff.rules import OfficerContent
from openblock.storage.store import Store

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

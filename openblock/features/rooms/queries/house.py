"""The house as it is built: buildings, floors, sections, rooms, beds; and the search for a room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.rooms.queries.rows import (
    BedRow,
    BuildingRow,
    FloorRow,
    RoomFound,
    RoomRow,
    SectionRow,
)
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    SectionContent,
    Walls,
)
from openblock.features.rooms.rules.house import code_order
from openblock.features.rooms.tables import Bed, Building, Floor, Room, Section
from openblock.i18n import search_key, sort_key

T = TypeVar("T")


def house(session: Session) -> tuple[BuildingRow, ...]:
    """Every building with all that is in it: floors from below, sections and rooms by name."""
    beds = _grouped(session.scalars(select(Bed).order_by(Bed.place, Bed.id)), "room_id")
    rooms = _grouped(session.scalars(select(Room)), "section_id")
    sections = _grouped(session.scalars(select(Section)), "floor_id")
    floors = _grouped(session.scalars(select(Floor).order_by(Floor.place, Floor.id)), "building_id")

    def section_row(section: Section) -> SectionRow:
        inside = [_room_row(room, section, beds[room.id]) for room in rooms[section.id]]
        inside.sort(key=lambda row: code_order(row.code))
        return SectionRow(section.id, section.version, section_content(section), tuple(inside))

    def floor_row(floor: Floor) -> FloorRow:
        inside = sorted(sections[floor.id], key=lambda each: sort_key(each.name))
        return FloorRow(
            floor.id, floor.version, floor_content(floor), tuple(map(section_row, inside))
        )

    return tuple(
        BuildingRow(
            building.id,
            building.version,
            BuildingContent(building.name),
            tuple(map(floor_row, floors[building.id])),
        )
        for building in sorted(
            session.scalars(select(Building)), key=lambda each: sort_key(each.name)
        )
    )


def floor_content(floor: Floor) -> FloorContent:
    """The part of a floor an administrator enters."""
    return FloorContent(floor.building_id, floor.name, floor.place, floor.width, floor.height)


def section_content(section: Section) -> SectionContent:
    """The part of a section an administrator enters."""
    return SectionContent(section.floor_id, section.name, section.sex)


def room_content(room: Room, beds: Iterable[Bed]) -> RoomContent:
    """The part of a room an administrator enters, its beds by label in order."""
    return RoomContent(
        section_id=room.section_id,
        code=room.code,
        kind=room.kind,
        name=room.name,
        sex=room.sex,
        area=room.area,
        attributes=tuple(room.attributes),
        beds=tuple(bed.label for bed in beds),
        walls=Walls(room.x, room.y, room.width, room.height, room.door),
    )


@dataclass(frozen=True, slots=True)
class BedPlace:
    """Where a bed stands: its name "105 A", and the numbers of everything around it."""

    bed_id: int
    bed: str
    room_id: int
    section_id: int
    floor_id: int
    building_id: int
    sex: str
    attributes: frozenset[str]


def bed_places(session: Session, bed_ids: Iterable[int] | None = None) -> Mapping[int, BedPlace]:
    """Every bed, or those asked for, by number."""
    asked = (
        # Columns and not mapped rows: every look at the house asks for every bed.
        select(
            Bed.id,
            Bed.label,
            Room.id.label("room_id"),
            Room.code,
            Room.building_id,
            Room.sex,
            Room.attributes,
            Section.id.label("section_id"),
            Section.floor_id,
            Section.sex.label("for_whom"),
        )
        .join(Room, Bed.room_id == Room.id)
        .join(Section, Room.section_id == Section.id)
    )
    if bed_ids is not None:
        asked = asked.where(Bed.id.in_(tuple(bed_ids)))
    return {
        row.id: BedPlace(
            row.id,
            f"{row.code} {row.label}",
            row.room_id,
            row.section_id,
            row.floor_id,
            row.building_id,
            row.sex or row.for_whom,
            frozenset(row.attributes),
        )
        for row in session.execute(asked)
    }


def find_rooms(session: Session, typed: str, limit: int = 8) -> tuple[RoomFound, ...]:
    """Rooms whose code or name begins with what is typed, then those that hold it."""
    wanted = search_key(typed)
    if not wanted:
        return ()
    asked = (
        select(Room, Section, Floor)
        .join(Section, Room.section_id == Section.id)
        .join(Floor, Section.floor_id == Floor.id)
    )
    found = []
    for room, section, floor in session.execute(asked):
        code, name = search_key(room.code), search_key(room.name)
        places = [text.find(wanted) for text in (code, name)]
        if max(places) < 0:
            continue
        rank = 0 if wanted == code else 1 if 0 in places else 2
        detail = " · ".join(part for part in (room.name, section.name, floor.name) if part)
        found.append(RoomFound(room.id, floor.id, room.code, detail, rank))
    found.sort(key=lambda each: (each.rank, code_order(each.code)))
    return tuple(found[:limit])


def _room_row(room: Room, section: Section, beds: list[Bed]) -> RoomRow:
    return RoomRow(
        room.id,
        room.version,
        room_content(room, beds),
        room.sex or section.sex,
        tuple(BedRow(bed.id, bed.label, bed.version) for bed in beds),
    )


def _grouped(rows: Iterable[T], by: str) -> Mapping[int, list[T]]:
    groups: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, by)].append(row)
    return groups

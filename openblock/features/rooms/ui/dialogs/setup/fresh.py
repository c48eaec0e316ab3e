"""What a new floor, section or room begins with, from what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from openblock.features.rooms.queries import FloorRow, RoomRow, SectionRow
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    SectionContent,
    Walls,
)
from openblock.features.rooms.ui.dialogs.setup.forms import Content
from openblock.features.rooms.ui.dialogs.setup.tree import Node
from openblock.features.rooms.ui.plan.walls import next_free


def fresh(kind: str, node: Node | None) -> Content | None:
    """New content of ``kind``, to stand under the node chosen; None where it cannot stand."""
    if kind == "building":
        return BuildingContent("")
    over = {"floor": "building", "section": "floor", "room": "section"}[kind]
    above = node.up(over) if node is not None else None
    if above is None:
        return None
    if kind == "floor":
        highest = max((each.row.content.place for each in above.below), default=0)
        return FloorContent(above.number, "", highest + 1)
    if kind == "section":
        return SectionContent(above.number, "")
    return fresh_room(above)


def fresh_room(section: Node) -> RoomContent:
    """A room like the last one of the section, in the next free place of the plan."""
    row: SectionRow = section.row
    last = row.rooms[-1].content if row.rooms else None
    content = RoomContent(row.section_id, "")
    if last is not None:
        walls = Walls(width=last.walls.width, height=last.walls.height, door=last.walls.door)
        content = replace(content, beds=last.beds, attributes=last.attributes, walls=walls)
    return replace(content, walls=next_free(content.walls, *_taken(section)))


def several_rooms(section: Node, content: RoomContent, codes: Sequence[str]) -> list[RoomContent]:
    """One room for each code, side by side in free places of the plan."""
    taken, width = _taken(section)
    made = []
    for code in codes:
        walls = next_free(content.walls, taken, width)
        taken.append(walls)
        made.append(replace(content, code=code, walls=walls))
    return made


def codes_taken(section: Node, codes: Sequence[str]) -> tuple[str, ...]:
    """Which of the codes some room of the building has already (ROOM-01)."""
    known = {room.code.casefold() for room in _rooms_of(section)}
    return tuple(code for code in codes if code.casefold() in known)


def _rooms_of(section: Node) -> Iterator[RoomRow]:
    building = section.up("building")
    for floor in building.row.floors if building is not None else ():
        yield from floor.rooms


def _taken(section: Node) -> tuple[list[Walls], int]:
    above = section.up("floor")
    if above is None:
        return [], 1000
    floor: FloorRow = above.row
    return [room.content.walls for room in floor.rooms], floor.content.width

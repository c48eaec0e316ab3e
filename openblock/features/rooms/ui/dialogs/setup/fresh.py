"""What a new floor, section or room begins with, from what stands around it."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.rooms.queries import FloorRow, SectionRow
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    SectionContent,
    Walls,
)
from openblock.features.rooms.ui.dialogs.setup.forms import Content
from openblock.features.rooms.ui.dialogs.setup.tree import Node
from openblock.ui.drawn_plan import next_free


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


def _taken(section: Node) -> tuple[list[Walls], int]:
    above = section.up("floor")
    if above is None:
        return [], 1000
    floor: FloorRow = above.row
    return [room.content.walls for room in floor.rooms], floor.content.width

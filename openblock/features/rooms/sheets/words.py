"""The words of the rooms' paper: that a bed is out of service, and where a room lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openblock.features.rooms.queries import BuildingRow, ClosureRow, RoomRow
from openblock.features.rooms.words import closure_reason
from openblock.i18n import _


def closed(closure: ClosureRow | None) -> str:
    """That a bed is out of service, and why."""
    if closure is None:
        return _("out of service")
    return _("out of service: {reason}").format(
        reason=closure_reason(closure.content.reason).lower()
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A room and where it lies: its section and floor, and its building where there are several."""

    room: RoomRow
    floor_id: int
    section_id: int
    title: str


def living_rooms(buildings: tuple[BuildingRow, ...]) -> Iterator[Place]:
    """Every room with a bed, from the lowest floor up, by section and number."""
    for building in buildings:
        for floor in building.floors:
            for section in floor.sections:
                parts = [section.content.name, floor.content.name]
                if len(buildings) > 1:
                    parts.append(building.content.name)
                title = ", ".join(parts)
                for room in section.rooms:
                    if room.beds:
                        yield Place(room, floor.floor_id, section.section_id, title)

"""The lines of the board: every bed of a floor or of the whole house, in the order of its rooms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openblock.features.rooms.queries import BuildingRow, RoomRow


@dataclass(frozen=True, slots=True)
class Line:
    """One bed; ``place`` is its number within the room's ``size`` beds, from 0."""

    bed_id: int
    label: str
    room: RoomRow
    place: int
    size: int

    @property
    def name(self) -> str:
        """The bed as it is spoken of: 105 A."""
        return f"{self.room.code} {self.label}"


def lines_of(buildings: Sequence[BuildingRow], floor_id: int | None = None) -> tuple[Line, ...]:
    """The beds of ``floor_id``, of all floors for None; a room without beds has no line."""
    return tuple(
        Line(bed.bed_id, bed.label, room, place, len(room.beds))
        for building in buildings
        for floor in building.floors
        if floor_id in {None, floor.floor_id}
        for room in floor.rooms
        for place, bed in enumerate(room.beds)
    )


def floor_name(buildings: Sequence[BuildingRow], floor_id: int | None) -> str:
    """The name of the floor; empty where all floors are shown or it is gone."""
    names = {
        floor.floor_id: floor.content.name for building in buildings for floor in building.floors
    }
    return names.get(floor_id, "") if floor_id is not None else ""

"""The words of the rooms' paper for what is stored as a code, and where a room lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from openblock.features.residents.rules.content import Sex
from openblock.features.residents.sheets.words import said
from openblock.features.rooms.queries import BuildingRow, ClosureRow, RoomRow
from openblock.features.rooms.rules.content import ClosureReason
from openblock.i18n import _


def closure_reason(code: str) -> str:
    """Why something is out of service."""
    words = {
        ClosureReason.REPAIR: _("Repair"),
        ClosureReason.DAMAGE: _("Damage"),
        ClosureReason.DAMP: _("Damp or mould"),
        ClosureReason.PESTS: _("Pest control"),
        ClosureReason.SAFETY: _("Safety"),
        ClosureReason.OTHER: _("Other reason"),
    }
    return said(words, code)


def closed(closure: ClosureRow | None) -> str:
    """That a bed is out of service, and why."""
    if closure is None:
        return _("out of service")
    return _("out of service: {reason}").format(
        reason=closure_reason(closure.content.reason).lower()
    )


def for_whom(code: str) -> str:
    """For whom a room is; nothing where it is for anyone."""
    return said({Sex.ANY: "", Sex.FEMALE: _("For women"), Sex.MALE: _("For men")}, code)


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

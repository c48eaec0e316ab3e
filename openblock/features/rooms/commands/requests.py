"""What can be asked to be done to rooms and to who sleeps where: one frozen request for each.

``Why`` answers for what a move must say (ROOM-09). ``override`` answers for warnings: without
one (five characters or more) a request that meets a warning is refused with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from openblock.features.rooms.rules.content import (
    BuildingContent,
    ClosureContent,
    FloorContent,
    HoldContent,
    PlaceResident,
    RoomContent,
    SectionContent,
    SwapResidents,
    Walls,
    Why,
)


@dataclass(frozen=True, slots=True)
class VacateBed:
    """A person leaves the bed at ``at`` and has none from then on (to make space)."""

    resident_id: int
    at: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class ChangeAssignment:
    """Other ends, or another bed, for one assignment: what a bar of the board is stretched to."""

    assignment_id: int
    version: int
    bed_id: int
    starts_at: datetime
    ends_at: datetime
    why: Why


@dataclass(frozen=True, slots=True)
class CancelAssignment:
    """A planned assignment that will not come about.

    The one before it goes on again, if it was ended for this one's sake.
    """

    assignment_id: int
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class CloseSpace:
    """Take a bed, room, section or building out of service (ROOM-04, ROOM-05)."""

    content: ClosureContent


@dataclass(frozen=True, slots=True)
class ChangeClosure:
    """Another reason, remark or expected day for a closure."""

    closure_id: int
    version: int
    content: ClosureContent


@dataclass(frozen=True, slots=True)
class OpenSpace:
    """Put something closed back into service at ``at``."""

    closure_id: int
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class HoldBed:
    """Keep a bed for somebody or something (ROOM-15)."""

    content: HoldContent


@dataclass(frozen=True, slots=True)
class EndHold:
    """A held bed is free again at ``at``."""

    hold_id: int
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SaveBuilding:
    """A new building (no number), or another name for one."""

    building_id: int | None
    version: int
    content: BuildingContent


@dataclass(frozen=True, slots=True)
class SaveFloor:
    """A new floor (no number), or new content for one."""

    floor_id: int | None
    version: int
    content: FloorContent


@dataclass(frozen=True, slots=True)
class SaveSection:
    """A new section (no number), or new content for one."""

    section_id: int | None
    version: int
    content: SectionContent


@dataclass(frozen=True, slots=True)
class SaveRoom:
    """A new room with its beds (no number), or new content for one.

    A bed is recognised by its label; a label left out takes the bed away, which is refused once
    anybody has slept in it.
    """

    room_id: int | None
    version: int
    content: RoomContent


@dataclass(frozen=True, slots=True)
class MoveWalls:
    """Rooms put elsewhere on their floor's plan, by number."""

    walls: tuple[tuple[int, Walls], ...]


@dataclass(frozen=True, slots=True)
class RemoveSpace:
    """A building, floor, section or room set up by mistake; refused while anything is in it.

    ``kind`` is ``building``, ``floor``, ``section`` or ``room``.
    """

    kind: str
    subject_id: int
    version: int


@dataclass(frozen=True, slots=True)
class RoomChange:
    """One room from ``before`` to ``after`` of an imported list; nothing before: a new one."""

    room_id: int | None
    before: RoomContent | None
    after: RoomContent


@dataclass(frozen=True, slots=True)
class ImportRooms:
    """The confirmed rows of a list; ``before`` is what the preview showed as stored.

    Buildings, floors and sections named in ``places`` (building, floor, section) are made where
    missing; ``changes`` refer to them by a negative ``section_id``: -1 is ``places[0]``.
    ``sexes`` say for whom each of ``places`` is where it is made, in the same order; ``headings``
    are kept for the next list.
    """

    changes: tuple[RoomChange, ...]
    places: tuple[tuple[str, str, str], ...] = ()
    file_name: str = ""
    sexes: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)


__all__ = [
    "CancelAssignment",
    "ChangeAssignment",
    "ChangeClosure",
    "CloseSpace",
    "EndHold",
    "HoldBed",
    "ImportRooms",
    "MoveWalls",
    "OpenSpace",
    "PlaceResident",
    "RemoveSpace",
    "RoomChange",
    "SaveBuilding",
    "SaveFloor",
    "SaveRoom",
    "SaveSection",
    "SwapResidents",
    "VacateBed",
    "Why",
]

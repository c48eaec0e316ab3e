"""What is entered about buildings, rooms, beds, closures, holds and assignments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from openblock.clock import FOREVER


class RoomKind(StrEnum):
    """Whether people live in a room, or it only stands on the plan (a post, a kitchen)."""

    LIVING = "living"
    OTHER = "other"


class Scope(StrEnum):
    """What a closure takes out of service (ROOM-04)."""

    BED = "bed"
    ROOM = "room"
    SECTION = "section"
    BUILDING = "building"


class ClosureReason(StrEnum):
    """Why something is out of service (ROOM-05)."""

    REPAIR = "repair"
    DAMAGE = "damage"
    DAMP = "damp"
    PESTS = "pests"
    SAFETY = "safety"
    OTHER = "other"


class PlacementReason(StrEnum):
    """Why a person comes into a bed (ROOM-09)."""

    ADMISSION = "admission"
    COMMISSION = "commission"
    REQUEST = "request"
    KEEP_APART = "keep_apart"
    CLOSURE = "closure"
    HEALTH = "health"
    SAFETY = "safety"
    SWAP = "swap"
    CORRECTION = "correction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BuildingContent:
    """A building's name."""

    name: str


@dataclass(frozen=True, slots=True)
class FloorContent:
    """A floor: its name ("1. stāvs"), its place counted from below, its plan's size in units."""

    building_id: int
    name: str
    place: int = 1
    width: int = 1000
    height: int = 640


@dataclass(frozen=True, slots=True)
class SectionContent:
    """A section of a floor, for one sex or any."""

    floor_id: int
    name: str
    sex: str = ""


@dataclass(frozen=True, slots=True)
class Walls:
    """Where a room stands on its floor's plan, in plan units from the upper left corner."""

    x: int = 0
    y: int = 0
    width: int = 160
    height: int = 240
    door: str = ""


@dataclass(frozen=True, slots=True)
class RoomContent:
    """A room: ``area`` in hundredths of a square metre (1740 is 17.40 m²), 0 for unknown.

    ``attributes`` are the needs it meets (residents' ``Need``); ``beds`` its labels in order.
    """

    section_id: int
    code: str
    kind: str = RoomKind.LIVING
    name: str = ""
    sex: str = ""
    area: int = 0
    attributes: tuple[str, ...] = ()
    beds: tuple[str, ...] = ()
    walls: Walls = Walls()


@dataclass(frozen=True, slots=True)
class ClosureContent:
    """Something out of service from ``starts_at`` until it is opened again."""

    scope: str
    subject_id: int
    reason: str
    starts_at: datetime
    expected_on: date | None = None
    remark: str = ""
    ends_at: datetime = FOREVER


@dataclass(frozen=True, slots=True)
class HoldContent:
    """A bed kept during ``[starts_at, ends_at)`` for a person or for a remark's sake."""

    bed_id: int
    starts_at: datetime
    ends_at: datetime
    resident_id: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class AssignmentContent:
    """One person in one bed during ``[starts_at, ends_at)``, why, and on whose decision."""

    resident_id: int
    bed_id: int
    starts_at: datetime
    ends_at: datetime = FOREVER
    reason: str = PlacementReason.ADMISSION
    remark: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    override: str = ""
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class Why:
    """The reason of a placement or move, the commission's decision, and the answer to warnings."""

    reason: str = PlacementReason.OTHER
    remark: str = ""
    decision_number: str = ""
    decision_date: date | None = None
    override: str = ""


@dataclass(frozen=True, slots=True)
class PlaceResident:
    """One person into one bed at ``at``: a first placement, or a move out of the bed they have.

    ``until`` ends it again; open where nobody knows. A person who has a bed at ``at`` leaves it
    then. Placements planned for later are not touched: where they clash, the request is refused.
    """

    resident_id: int
    bed_id: int
    at: datetime
    why: Why
    until: datetime = FOREVER


@dataclass(frozen=True, slots=True)
class SwapResidents:
    """Two people change beds at ``at``, in one transaction judged by its final state (ROOM-10)."""

    first_id: int
    second_id: int
    at: datetime
    why: Why

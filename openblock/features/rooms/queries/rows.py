"""What the queries of rooms give out: frozen rows of the house, its beds, and who has which."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.features.rooms.rules.content import (
    AssignmentContent,
    BuildingContent,
    ClosureContent,
    FloorContent,
    HoldContent,
    RoomContent,
    SectionContent,
)
from openblock.features.rooms.rules.roll import Roll


@dataclass(frozen=True, slots=True)
class BedRow:
    """One bed of the house."""

    bed_id: int
    label: str
    version: int


@dataclass(frozen=True, slots=True)
class RoomRow:
    """One room with its beds in order; ``sex`` is the room's own or else its section's."""

    room_id: int
    version: int
    content: RoomContent
    sex: str
    beds: tuple[BedRow, ...]

    @property
    def code(self) -> str:
        """The number on the door."""
        return self.content.code


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section and its rooms by code."""

    section_id: int
    version: int
    content: SectionContent
    rooms: tuple[RoomRow, ...]


@dataclass(frozen=True, slots=True)
class FloorRow:
    """One floor and its sections."""

    floor_id: int
    version: int
    content: FloorContent
    sections: tuple[SectionRow, ...]

    @property
    def rooms(self) -> tuple[RoomRow, ...]:
        """All rooms of the floor, by section and code."""
        return tuple(room for section in self.sections for room in section.rooms)


@dataclass(frozen=True, slots=True)
class BuildingRow:
    """One building and its floors from below."""

    building_id: int
    version: int
    content: BuildingContent
    floors: tuple[FloorRow, ...]


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """One closure as stored; ``named`` says what it closes ("104", "104 A", a section's name)."""

    closure_id: int
    version: int
    content: ClosureContent
    closed_by: str
    named: str

    def late_on(self, day: date) -> bool:
        """Whether the expected day has passed and it is closed still (ROOM-05)."""
        expected = self.content.expected_on
        return self.content.ends_at == FOREVER and expected is not None and expected < day


@dataclass(frozen=True, slots=True)
class HoldRow:
    """One hold as stored; ``name`` is the person's, empty where a remark is why."""

    hold_id: int
    version: int
    content: HoldContent
    held_by: str
    name: str


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment as stored, with names: the person's, and the bed's ("105 A")."""

    assignment_id: int
    version: int
    content: AssignmentContent
    name: str
    initialled: str
    bed: str


class BedState(StrEnum):
    """What a bed is at an instant; the letter a screen and a sheet show beside the colour."""

    FREE = "free"
    OCCUPIED = "occupied"
    HELD = "held"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class BedNow:
    """One bed at one instant: what it is, who is in it, what is wrong, what comes next.

    ``problems`` are what does not fit about the occupant here and now: a keep-apart pair, the
    sex the room is for, an unmet need.
    """

    bed_id: int
    room_id: int
    state: BedState
    assignment: AssignmentRow | None = None
    closure: ClosureRow | None = None
    hold: HoldRow | None = None
    next: AssignmentRow | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Homeless:
    """A present person without a bed (ROOM-14); ``planned`` is the placement that waits, if any.

    ``needs`` are the person's; ``arrives`` is set for one who is only expected.
    """

    resident_id: int
    name: str
    since: datetime
    needs: tuple[str, ...]
    sex: str
    planned: AssignmentRow | None = None
    arrives: datetime | None = None
    hold: HoldRow | None = None


@dataclass(frozen=True, slots=True)
class Occupancy:
    """The whole house at ``at``: its structure, every bed, who has none, and the roll."""

    at: datetime
    buildings: tuple[BuildingRow, ...]
    beds: tuple[BedNow, ...]
    without_bed: tuple[Homeless, ...]
    expected: tuple[Homeless, ...]
    closures: tuple[ClosureRow, ...]
    roll: Roll


@dataclass(frozen=True, slots=True)
class Bar:
    """One assignment as a bar of the board, with what is wrong about it in the shown period."""

    assignment: AssignmentRow
    problems: tuple[Problem, ...] = ()
    moved_from: str = ""
    moves_to: str = ""
    discharged: datetime = FOREVER


@dataclass(frozen=True, slots=True)
class Board:
    """Beds × days ``[start, end)``: bars, holds and closures by bed number."""

    start: datetime
    end: datetime
    buildings: tuple[BuildingRow, ...]
    bars: tuple[Bar, ...]
    holds: tuple[HoldRow, ...]
    closures: tuple[ClosureRow, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A bed for a person, ranked: ``problems`` empty means nothing speaks against it.

    ``reasons`` are codes with facts of what speaks for it (``reason-room-meets-need``), worded by
    the screen; ``stops`` says that an error rules it out. ``until`` is when the bed is needed
    for somebody else; FOREVER where it is not.
    """

    bed_id: int
    bed: str
    room_id: int
    score: int
    reasons: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    stops: bool
    until: datetime = FOREVER


@dataclass(frozen=True, slots=True)
class DayOfBeds:
    """One day of the occupancy report, at the end of that day: people and beds."""

    day: date
    roll: Roll


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Who slept where: a bed at an instant and the one in it."""

    bed: str
    room_id: int
    resident_id: int
    name: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class RoomFound:
    """One hit of the search for rooms."""

    room_id: int
    floor_id: int
    code: str
    detail: str
    rank: int


@dataclass(frozen=True, slots=True)
class Upcoming:
    """What the next days bring: planned moves and the ends of stays, in order of time."""

    moves: tuple[AssignmentRow, ...]
    from_beds: tuple[str, ...] = field(default=())
    leavers: tuple[AssignmentRow, ...] = field(default=())

"""Reads of rooms: the house, every bed at an instant, the board, the finder, who slept where."""

from openblock.features.rooms.queries.board import board, upcoming
from openblock.features.rooms.queries.finder import find_beds, risks_of_placing, risks_of_swapping
from openblock.features.rooms.queries.history import (
    occupancy_by_day,
    resident_placements,
    room_history,
    who_slept,
)
from openblock.features.rooms.queries.house import find_rooms, house
from openblock.features.rooms.queries.joining import ROOMS
from openblock.features.rooms.queries.now import bed_of, occupancy, placed_at, roll_at
from openblock.features.rooms.queries.rows import (
    AssignmentRow,
    Bar,
    BedNow,
    BedRow,
    BedState,
    Board,
    BuildingRow,
    ClosureRow,
    DayOfBeds,
    FloorRow,
    HoldRow,
    Homeless,
    Occupancy,
    RoomFound,
    RoomRow,
    SectionRow,
    Sleeper,
    Suggestion,
    Upcoming,
)
from openblock.features.rooms.queries.together import together_at
from openblock.features.rooms.rules.roll import Roll

__all__ = [
    "ROOMS",
    "AssignmentRow",
    "Bar",
    "BedNow",
    "BedRow",
    "BedState",
    "Board",
    "BuildingRow",
    "ClosureRow",
    "DayOfBeds",
    "FloorRow",
    "HoldRow",
    "Homeless",
    "Occupancy",
    "Roll",
    "RoomFound",
    "RoomRow",
    "SectionRow",
    "Sleeper",
    "Suggestion",
    "Upcoming",
    "bed_of",
    "board",
    "find_beds",
    "find_rooms",
    "house",
    "occupancy",
    "occupancy_by_day",
    "placed_at",
    "resident_placements",
    "risks_of_placing",
    "risks_of_swapping",
    "roll_at",
    "room_history",
    "together_at",
    "upcoming",
    "who_slept",
]

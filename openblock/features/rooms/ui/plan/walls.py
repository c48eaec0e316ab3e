"""Where rooms stand on their floor: rooms whose walls lie over one another are set apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from openblock.features.rooms.rules.content import Walls

#: Rooms stand on a grid of so many plan units.
GRID = 10
LEAST = 60


def overlap(one: Walls, other: Walls) -> bool:
    """Whether two rooms share more than a wall."""
    across = one.x < other.x + other.width and other.x < one.x + one.width
    along = one.y < other.y + other.height and other.y < one.y + one.height
    return across and along


def set_apart(rooms: Iterable[tuple[int, Walls]], width: int) -> Mapping[int, Walls]:
    """Walls by room: as stored, and for a room that would cover another the next free place.

    Rooms that nobody has drawn yet all stand in one corner; so they can be seen side by side.
    """
    placed: dict[int, Walls] = {}
    waiting: list[tuple[int, Walls]] = []
    for room_id, walls in rooms:
        if any(overlap(walls, other) for other in placed.values()):
            waiting.append((room_id, walls))
        else:
            placed[room_id] = walls
    for room_id, walls in waiting:
        placed[room_id] = next_free(walls, placed.values(), width)
    return placed


def next_free(walls: Walls, others: Iterable[Walls], width: int) -> Walls:
    """``walls`` moved to the first place, row by row, where they cover none of ``others``."""
    taken = list(others)
    rows = sorted({0, *(each.y + each.height for each in taken)})
    for y in rows:
        for x in sorted({0, *(each.x + each.width for each in taken)}):
            tried = replace(walls, x=x, y=y)
            fits = x + walls.width <= width or x == 0
            if fits and not any(overlap(tried, each) for each in taken):
                return tried
    return replace(walls, x=0, y=rows[-1])


def size_of(walls: Iterable[Walls], width: int, height: int) -> tuple[int, int]:
    """The plan's size: the floor's own, or as large as its rooms need."""
    wide, high = width, height
    for each in walls:
        wide, high = max(wide, each.x + each.width), max(high, each.y + each.height)
    return wide, high


def moved(walls: Walls, by: tuple[int, int], size: tuple[int, int]) -> Walls:
    """``walls`` moved and set on the grid, inside of a plan of ``size``."""
    x = _within(snapped(walls.x + by[0]), 0, size[0] - walls.width)
    y = _within(snapped(walls.y + by[1]), 0, size[1] - walls.height)
    return replace(walls, x=x, y=y)


def resized(walls: Walls, by: tuple[int, int], size: tuple[int, int]) -> Walls:
    """``walls`` with its lower right corner moved and set on the grid, inside of the plan."""
    width = _within(snapped(walls.width + by[0]), LEAST, size[0] - walls.x)
    height = _within(snapped(walls.height + by[1]), LEAST, size[1] - walls.y)
    return replace(walls, width=width, height=height)


def snapped(length: int) -> int:
    """The nearest line of the grid."""
    return round(length / GRID) * GRID


def _within(length: int, least: int, most: int) -> int:
    return max(least, min(length, max(least, most)))

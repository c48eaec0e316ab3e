"""Where new rooms stand on a floor's plan: in rows along both sides of corridors, none overlapping.

Nobody draws a plan before the first list is imported. Rooms of equal height stand side by side,
door to the corridor between two rows; what stands on the plan already stays, the new ones come
below it, and the plan grows with them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openblock.features.rooms.rules.content import Walls

MARGIN = 20
ROOM_WIDTH = 160
WIDEST_ROOM = 240
ROOM_HEIGHT = 240
CORRIDOR = 120
# More rooms side by side than this, and no name on the plan can be read.
_MOST_IN_ROW = 12
_FEWEST_IN_ROW = 4
_BEDS_ABREAST = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The walls of each new room, in the order asked for, and the size of the whole plan."""

    walls: tuple[Walls, ...]
    width: int
    height: int


def laid_out(
    beds: Sequence[int], taken: Sequence[Walls] = (), width: int = 1000, height: int = 640
) -> Layout:
    """Places for rooms with so many ``beds`` each, in order, on a plan of ``width`` × ``height``.

    ``taken`` are the walls that stand there already.
    """
    below = max((each.y + each.height for each in taken), default=0)
    rows = _rows([_units(number) for number in beds])
    abreast = max((sum(row) for row in rows), default=1)
    unit = min(WIDEST_ROOM, max(ROOM_WIDTH, (width - 2 * MARGIN) // max(abreast, _FEWEST_IN_ROW)))
    top = below + CORRIDOR if below else MARGIN
    walls = tuple(_walls(rows, unit, top))
    right = max((each.x + each.width + MARGIN for each in walls), default=0)
    bottom = max((each.y + each.height + MARGIN for each in walls), default=0)
    return Layout(walls, max(width, right), max(height, bottom))


def _units(beds: int) -> int:
    """How many rooms' width a room takes: four beds stand one under another, eight in two rows."""
    return max(1, -(-beds // _BEDS_ABREAST))


def _rows(units: Sequence[int]) -> list[list[int]]:
    """The rooms in rows as even as their order allows: two if they can be read, else more."""
    if not units:
        return []
    most = max(_MOST_IN_ROW, *units)
    for length in range(max(_FEWEST_IN_ROW, -(-sum(units) // 2), *units), most + 1):
        rows = _filled(units, length)
        if len(rows) <= 2:
            return rows
    return _filled(units, most)


def _filled(units: Sequence[int], length: int) -> list[list[int]]:
    rows: list[list[int]] = [[]]
    for each in units:
        if rows[-1] and sum(rows[-1]) + each > length:
            rows.append([])
        rows[-1].append(each)
    return rows


def _walls(rows: Sequence[Sequence[int]], unit: int, top: int) -> Iterator[Walls]:
    """Two rows share a corridor; the next pair stands beyond a corridor's width."""
    for number, row in enumerate(rows):
        x = MARGIN
        for units in row:
            door = "top" if number % 2 else "bottom"
            yield Walls(x, top, units * unit, ROOM_HEIGHT, door)
            x += units * unit
        # Back to back the second row of one pair and the first of the next share a wall's breadth.
        top += ROOM_HEIGHT + (MARGIN if number % 2 else CORRIDOR)

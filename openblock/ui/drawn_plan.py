"""What stands on a drawn plan: moved and resized on its grid, set apart, found by arrow keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import Field, replace
from typing import Any, ClassVar, Protocol, TypeVar

from PySide6.QtCore import QPointF, Qt

#: Everything stands on a grid of so many plan units.
GRID = 10
LEAST = 60
#: How an arrow key moves what is chosen, in plan units.
STEPS = {
    Qt.Key.Key_Left: (-GRID, 0),
    Qt.Key.Key_Right: (GRID, 0),
    Qt.Key.Key_Up: (0, -GRID),
    Qt.Key.Key_Down: (0, GRID),
}
#: The corner that is resized by: 1 to the right and below, -1 to the left and above.
LOWER_RIGHT = (1, 1)

# Direction of an arrow key → how far something lies that way, and how far beside it.
_AHEAD = {
    Qt.Key.Key_Left: lambda by: (-by.x(), abs(by.y())),
    Qt.Key.Key_Right: lambda by: (by.x(), abs(by.y())),
    Qt.Key.Key_Up: lambda by: (-by.y(), abs(by.x())),
    Qt.Key.Key_Down: lambda by: (by.y(), abs(by.x())),
}


class Placed(Protocol):
    """A frozen dataclass with a place on a plan: a room's walls, an area of the grounds."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def x(self) -> int:
        """From the left edge."""

    @property
    def y(self) -> int:
        """From the upper edge."""

    @property
    def width(self) -> int:
        """How wide it is."""

    @property
    def height(self) -> int:
        """How high it is."""


P = TypeVar("P", bound=Placed)


def overlap(one: Placed, other: Placed) -> bool:
    """Whether the two share more than a wall."""
    across = one.x < other.x + other.width and other.x < one.x + one.width
    along = one.y < other.y + other.height and other.y < one.y + one.height
    return across and along


def set_apart(places: Iterable[tuple[int, P]], width: int) -> Mapping[int, P]:
    """Places by number: as stored, and for one that would cover another the next free place.

    What nobody has drawn yet all stands in one corner; so it can be seen side by side.
    """
    placed: dict[int, P] = {}
    waiting: list[tuple[int, P]] = []
    for number, place in places:
        if any(overlap(place, other) for other in placed.values()):
            waiting.append((number, place))
        else:
            placed[number] = place
    for number, place in waiting:
        placed[number] = next_free(place, placed.values(), width)
    return placed


def next_free(place: P, others: Iterable[P], width: int) -> P:
    """``place`` moved to the first spot, row by row, where it covers none of ``others``."""
    taken = list(others)
    rows = sorted({0, *(each.y + each.height for each in taken)})
    for y in rows:
        for x in sorted({0, *(each.x + each.width for each in taken)}):
            tried = replace(place, x=x, y=y)
            fits = x + place.width <= width or x == 0
            if fits and not any(overlap(tried, each) for each in taken):
                return tried
    return replace(place, x=0, y=rows[-1])


def size_of(places: Iterable[Placed], width: int, height: int) -> tuple[int, int]:
    """The plan's size: its own, or as large as what stands on it needs."""
    wide, high = width, height
    for each in places:
        wide, high = max(wide, each.x + each.width), max(high, each.y + each.height)
    return wide, high


def moved(place: P, by: tuple[int, int], size: tuple[int, int]) -> P:
    """``place`` moved and set on the grid, inside of a plan of ``size``."""
    x = _within(snapped(place.x + by[0]), 0, size[0] - place.width)
    y = _within(snapped(place.y + by[1]), 0, size[1] - place.height)
    return replace(place, x=x, y=y)


def resized(
    place: P, by: tuple[int, int], size: tuple[int, int], corner: tuple[int, int] = LOWER_RIGHT
) -> P:
    """``place`` with one corner moved and set on the grid, inside of the plan."""
    x, width = _stretched((place.x, place.width), by[0], size[0], corner[0])
    y, height = _stretched((place.y, place.height), by[1], size[1], corner[1])
    return replace(place, x=x, y=y, width=width, height=height)


def snapped(length: int) -> int:
    """The nearest line of the grid."""
    return round(length / GRID) * GRID


def beside(here: QPointF, centres: Mapping[int, QPointF], key: Qt.Key) -> int | None:
    """The nearest thing from ``here`` that way; one straight ahead is nearer than one askew."""
    found: list[tuple[float, int]] = []
    for number, centre in centres.items():
        ahead, aside = _AHEAD[key](centre - here)
        if ahead > 1:
            found.append((ahead + 3 * aside, number))
    return min(found)[1] if found else None


def _stretched(side: tuple[int, int], by: int, most: int, towards: int) -> tuple[int, int]:
    start, length = side
    if towards > 0:
        return start, _within(snapped(length + by), LEAST, most - start)
    end = start + length
    first = _within(snapped(start + by), 0, end - LEAST)
    return first, end - first


def _within(length: int, least: int, most: int) -> int:
    return max(least, min(length, max(least, most)))

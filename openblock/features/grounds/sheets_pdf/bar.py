"""A day of an area as a length: open, dark, closed and booked parts, and where the sun sets."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.grounds.sheets.week import Bar, Parts
from openblock.printing.fonts import Face
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import CENTRE, Leaf
from openblock.printing.marks import Cell
from openblock.printing.style import FINE, GROUP, MM, SECTION

HIGH = 9.0  # of the bar
DARK, CLOSED = 0.9 * MM, 1.2 * MM  # between the lines of its hatches
_INSET = 1.2  # of a booking, so that the frame is seen around it
_HAIR = 0.5  # a booking is drawn shorter by it: two that touch are seen to be two
_OVER = 2.0  # how far the sun's mark stands out of the bar
_HOUR = 60
_STEPS = (4, 2, 1)
_FEWEST = 3  # hours: with fewer nobody reads where the day runs


@dataclass(frozen=True, slots=True)
class Axis:
    """The minutes of the day that every bar of a sheet reaches from and to."""

    first: int
    last: int

    def place(self, minute: int, cell: Cell) -> float:
        """Where a minute stands in the width of ``cell``; what lies outside stands at its edge."""
        share = (minute - self.first) / (self.last - self.first)
        return cell.left + min(1.0, max(0.0, share)) * (cell.right - cell.left)

    def labels(self) -> tuple[int, ...]:
        """The hours that are written over a column: three at least, where there are so many."""
        first, last = -(-self.first // _HOUR), self.last // _HOUR
        for step in _STEPS:
            hours = tuple(hour for hour in range(first, last) if hour % step == 0)
            if len(hours) >= _FEWEST:
                return hours
        return tuple(range(first, last))

    def draw_labels(self, leaf: Leaf, cell: Cell, size: float) -> None:
        """The hours over a column, on the baseline at the foot of ``cell``."""
        for hour in self.labels():
            x = min(max(self.place(hour * _HOUR, cell), cell.left + size / 2), cell.right)
            leaf.text(x, cell.bottom, f"{hour:02d}", Face.REGULAR, size, align=CENTRE)

    def draw(self, leaf: Leaf, cell: Cell, bar: Bar) -> None:
        """The bar that fills ``cell``."""
        for left, right in self._places(bar.open, cell):
            leaf.box(left, cell.top, right, cell.bottom, FINE)
        for left, right in self._places(bar.dark, cell):
            hatch(leaf, (left, cell.top, right, cell.bottom), Hatch.WEEKEND, DARK)
        for left, right in self._places(bar.closed, cell):
            hatch(leaf, (left, cell.top, right, cell.bottom), Hatch.HOLIDAY, CLOSED)
        for left, right in self._places(bar.booked, cell):
            leaf.bar(left + _HAIR, cell.top + _INSET, right - _HAIR, cell.bottom - _INSET)
        for minute in bar.sun:
            if self.first < minute < self.last and bar.open:
                x = self.place(minute, cell)
                leaf.down(x, cell.top - _OVER, cell.bottom + _OVER, SECTION)

    def _places(self, parts: Parts, cell: Cell) -> list[tuple[float, float]]:
        """Where the parts of a day begin and end, without what lies outside the axis."""
        found = [(self.place(start, cell), self.place(end, cell)) for start, end in parts]
        return [(left, right) for left, right in found if right - left > 2 * _HAIR]

    def draw_line(self, leaf: Leaf, cell: Cell) -> None:
        """Where the bar would be on a day on which the area does not open."""
        leaf.across(cell.left, cell.right, (cell.top + cell.bottom) / 2, GROUP / 2)

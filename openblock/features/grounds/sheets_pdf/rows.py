"""The rows of the week plan, measured: an area with its days, going on where a page is too low."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from openblock.features.grounds.sheets.week import AreaLine, Bar, WeekPlan
from openblock.features.grounds.sheets_pdf.bar import HIGH, Axis
from openblock.features.grounds.sheets_pdf.entries import PAD, pieces
from openblock.i18n import _
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.listing.pieces import Picture
from openblock.printing.marks import Cell
from openblock.printing.page import CAP_HEIGHT
from openblock.printing.style import MM, PageStyle

NAME, ABOUT = 13.0, 8.0
_NARROW, _WIDE = 31 * MM, 40 * MM
_ABOVE = 4.5  # between a line of the grid and the bar
_BELOW = 3.0  # between the bar and the entries, and under the last


@dataclass(frozen=True, slots=True)
class Columns:
    """Areas first, all days equal; edges in points from the paper's left."""

    left: float
    days: tuple[float, ...]

    @classmethod
    def of(cls, plan: WeekPlan, style: PageStyle) -> Columns:
        """As wide a first column as the names want, within bounds."""
        widest = max((width(each.name, Face.BOLD, NAME) for each in plan.areas), default=0.0)
        name = min(max(widest + 2 * PAD, _NARROW), _WIDE)
        day = (style.inner_width - name) / len(plan.days)
        start = style.left + name
        return cls(style.left, tuple(start + day * place for place in range(len(plan.days) + 1)))

    @property
    def right(self) -> float:
        """The right edge of the grid."""
        return self.days[-1]

    @property
    def day_wide(self) -> float:
        """How wide a day is."""
        return self.days[1] - self.days[0]

    @property
    def name_room(self) -> float:
        """How wide an area's name may be."""
        return self.days[0] - self.left - 2 * PAD


@dataclass(frozen=True, slots=True)
class Part:
    """An area's row on one page, or what of it stands there; ``names`` are its first column."""

    names: tuple[tuple[Fitted, Face], ...]
    bars: tuple[Bar, ...]
    cells: tuple[tuple[Picture, ...], ...]

    @property
    def height(self) -> float:
        """The lowest it may be."""
        words = sum(each.height for each, _face in self.names) + 2 * _ABOVE
        highest = max((sum(one.height for one in cell) for cell in self.cells), default=0.0)
        return max(words, bar_height() + highest + _BELOW)

    def draw(self, leaf: Leaf, cell: Cell, columns: Columns, axis: Axis) -> None:
        """The row in ``cell``, which is as wide as the grid and at least as high as it must be."""
        baseline = cell.top + _ABOVE
        for fitted, face in self.names:
            baseline += (LEADING + CAP_HEIGHT) / 2 * fitted.size
            for line in fitted.lines:
                leaf.text(columns.left + PAD, baseline, line, face, fitted.size)
                baseline += fitted.size * LEADING
            baseline -= (LEADING + CAP_HEIGHT) / 2 * fitted.size
        days = zip(self.bars, self.cells, pairwise(columns.days), strict=True)
        for bar, content, (left, right) in days:
            day = Cell(left, cell.top, right, cell.bottom)
            if _is_filled(content):
                content[0].draw(leaf, day)
            else:
                _draw_day(leaf, day, (bar, content), axis)


def bar_height() -> float:
    """What a day needs above its entries."""
    return _ABOVE + HIGH + _BELOW


def _is_filled(content: tuple[Picture, ...]) -> bool:
    """Whether nothing but a closure stands there: it takes the whole cell."""
    return len(content) == 1 and content[0].grows


def _draw_day(leaf: Leaf, cell: Cell, shown: tuple[Bar, tuple[Picture, ...]], axis: Axis) -> None:
    bar, content = shown
    top = cell.top + _ABOVE
    band = Cell(cell.left + PAD, top, cell.right - PAD, top + HIGH)
    if bar.open or bar.booked or bar.closed:
        axis.draw(leaf, band, bar)
    else:
        axis.draw_line(leaf, band)
    y = cell.top + bar_height()
    for each in content:
        each.draw(leaf, Cell(cell.left, y, cell.right, y + each.height))
        y += each.height


def parts_of(line: AreaLine, columns: Columns, room: float) -> list[Part]:
    """The row of an area; in several parts where it is higher than ``room``, a whole page's."""
    waiting = [
        [piece for entry in cell.entries for piece in pieces(entry, columns.day_wide)]
        for cell in line.cells
    ]
    bars = tuple(cell.bar for cell in line.cells)
    found = [Part(_names(line, columns), bars, _taken(waiting, room - bar_height() - _BELOW))]
    while any(waiting):
        names = _names(line, columns, again=True)
        found.append(Part(names, bars, _taken(waiting, room - bar_height() - _BELOW)))
    return found


def _names(
    line: AreaLine, columns: Columns, *, again: bool = False
) -> tuple[tuple[Fitted, Face], ...]:
    about = (_("(continued)"),) if again else line.about
    room = columns.name_room
    return (
        (fit(line.name, Face.BOLD, NAME, room, 9.0), Face.BOLD),
        *((fit(each, Face.REGULAR, ABOUT, room), Face.REGULAR) for each in about),
    )


def _taken(waiting: list[list[Picture]], room: float) -> tuple[tuple[Picture, ...], ...]:
    """Of each day as many pieces as ``room`` holds, one at least; they are waiting no longer."""
    found = []
    for cell in waiting:
        count, used = 0, 0.0
        while count < len(cell) and (not count or used + cell[count].height <= room):
            used += cell[count].height
            count += 1
        found.append(tuple(cell[:count]))
        del cell[:count]
    return tuple(found)

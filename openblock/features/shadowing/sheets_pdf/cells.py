"""What stands in a day of a wall sheet: in a week times and names, in a month codes and hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from openblock.features.shadowing.sheets.wall import EntryKind, WallEntry
from openblock.features.shadowing.sheets_pdf.axis import Axis
from openblock.features.shadowing.sheets_pdf.columns import PAD
from openblock.i18n import format_minute
from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, RIGHT, Leaf
from openblock.printing.marks import Cell, alarm, dashed, letter
from openblock.printing.page import CAP_HEIGHT
from openblock.printing.style import SECTION, SMALLEST

TICK = "\N{CHECK MARK}"
_AXIS = 13.0
_BETWEEN = 4.0
_ABOVE = 4.0
_INSET = 1.4  # of a frame, from the lines of the grid
_BELOW = 1.2  # a code's letters may reach so far down: Ģ, J
_TIGHT = 1.04  # a line of figures, in parts of its size


class Cells(Protocol):
    """How the entries of one day are measured and drawn."""

    def least(self, entries: tuple[WallEntry, ...]) -> float:
        """How high they need their row to be."""

    def draw(self, leaf: Leaf, cell: Cell, entries: tuple[WallEntry, ...]) -> None:
        """All of them, from the top of their cell."""


def _face(entry: WallEntry) -> Face:
    return Face.BOLD if entry.kind in {EntryKind.SHIFT, EntryKind.AWAY} else Face.REGULAR


def _range(entry: WallEntry) -> str:
    return f"{format_minute(entry.start)}\N{EN DASH}{format_minute(entry.end)}"


@dataclass(frozen=True, slots=True)
class _Lines:
    """One entry as it will stand in a week: its times, and the name under them."""

    entry: WallEntry
    times: Fitted
    who: Fitted | None

    @property
    def height(self) -> float:
        return self.times.size * LEADING + (self.who.height if self.who else 0.0)


class WeekCells:
    """Times over the mentor's name, and the day's axis at the foot of the cell."""

    def __init__(self, axis: Axis, entry: float, room: float) -> None:
        self._axis = axis
        self._entry = entry
        self._room = room

    def least(self, entries: tuple[WallEntry, ...]) -> float:
        """The lines of all entries, and the axis."""
        lines = self._lines(entries)
        high = sum(each.height for each in lines) + max(0, len(lines) - 1) * _BETWEEN
        return high + _ABOVE + _AXIS if lines else 0.0

    def _lines(self, entries: tuple[WallEntry, ...]) -> list[_Lines]:
        size = self._entry - min(len(entries) - 1, 2) * self._entry / 6
        small = max(SMALLEST + 0.25, size - 2.5)
        return [self._line(each, size, small) for each in entries]

    def _line(self, each: WallEntry, size: float, small: float) -> _Lines:
        if each.kind is EntryKind.AWAY and each.whole_day:
            return _Lines(each, fit(each.code, Face.BOLD, size, self._room), None)
        room = self._room - (_mark(size) if each.kind is EntryKind.REPLAN else 0)
        said = f"{each.code} {_range(each)}" if each.kind is EntryKind.AWAY else _range(each)
        times = Fitted(fit(said, _face(each), size, room).size, (said,))
        tick = width(TICK, Face.REGULAR, small) + 2 if each.confirmed else 0
        who = fit(each.who, Face.REGULAR, small, self._room - tick) if each.who else None
        return _Lines(each, times, who)

    def draw(self, leaf: Leaf, cell: Cell, entries: tuple[WallEntry, ...]) -> None:
        """The entries from the top, the axis at the foot."""
        lines = self._lines(entries)
        spare = max(0.0, cell.bottom - cell.top - self.least(entries))
        y = cell.top + _ABOVE + min(spare / 2, 4.0)
        for at, each in enumerate(lines):
            top = y - _BETWEEN / 2 if at else cell.top + _INSET
            alone = cell.bottom - _INSET
            foot = alone if len(lines) == 1 else y + each.height + _BETWEEN / 2
            if each.entry.kind is EntryKind.REPLAN:
                frame = Cell(cell.left + _INSET, top, cell.right - _INSET, foot)
                _replan(leaf, frame, each.times.size)
            self._draw(leaf, Cell(cell.left, y, cell.right, foot), each)
            y += each.height + _BETWEEN
        if all(each.kind is EntryKind.AWAY for each in entries):
            return
        foot = cell.bottom - 2.5
        band = Cell(cell.left + PAD, foot - _AXIS + 4, cell.right - PAD, foot)
        self._axis.draw(leaf, band, entries)

    def _draw(self, leaf: Leaf, cell: Cell, each: _Lines) -> None:
        left = cell.left + PAD
        baseline = cell.top + CAP_HEIGHT * each.times.size + 1
        leaf.text(left, baseline, each.times.lines[0], _face(each.entry), each.times.size)
        baseline = cell.top + each.times.size * LEADING
        if each.who is None:
            return
        baseline += CAP_HEIGHT * each.who.size + 1.5
        if each.entry.confirmed:
            right = cell.right - PAD
            leaf.text(right, baseline, TICK, Face.REGULAR, each.who.size, align=RIGHT)
        for line in each.who.lines:
            leaf.text(left, baseline, line, Face.REGULAR, each.who.size)
            baseline += each.who.size * LEADING


def _mark(size: float) -> float:
    return size * 0.95


def _replan(leaf: Leaf, frame: Cell, size: float) -> None:
    """A dashed frame just inside the cell, and the white ! in its corner."""
    dashed(leaf, frame, SECTION)
    side = _mark(size) + 1
    alarm(leaf, Cell(frame.right - side, frame.top, frame.right, frame.top + side), "!", size - 1)


class MonthCells:
    """The mentor's code, and under it the hours from and to."""

    def __init__(self, entry: float) -> None:
        self._entry = entry
        self._small = max(SMALLEST, entry - 3)

    def _high(self, each: WallEntry) -> float:
        hours = 0.0 if each.whole_day else 2 * self._small * _TIGHT + _BELOW
        return self._entry * 1.05 + hours + 0.5

    def least(self, entries: tuple[WallEntry, ...]) -> float:
        """A line for the code and two for the hours of each entry."""
        return sum(map(self._high, entries)) + 1.5 if entries else 0.0

    def draw(self, leaf: Leaf, cell: Cell, entries: tuple[WallEntry, ...]) -> None:
        """The entries one below the other, in the middle of their cell."""
        y = (cell.top + cell.bottom - sum(map(self._high, entries))) / 2
        for each in entries:
            band = Cell(cell.left, y, cell.right, y + self._high(each))
            self._draw(leaf, band, each)
            y = band.bottom

    def _draw(self, leaf: Leaf, cell: Cell, each: WallEntry) -> None:
        top = cell.top + 0.25
        foot = top + self._entry * 1.05
        code = f"{each.code}!" if each.kind is EntryKind.REPLAN else each.code
        face = Face.REGULAR if each.kind is EntryKind.CLASS else Face.BOLD
        letter(leaf, Cell(cell.left, top, cell.right, foot), code, face, self._entry)
        if not each.whole_day:
            baseline = foot + _BELOW + CAP_HEIGHT * self._small
            for minute in (each.start, each.end):
                words = hour_words(minute)
                leaf.text(cell.middle, baseline, words, Face.REGULAR, self._small, align=CENTRE)
                baseline += self._small * _TIGHT
        if each.kind is EntryKind.REPLAN:
            frame = Cell(cell.left + 1, cell.top - 0.5, cell.right - 1, cell.bottom + 0.5)
            dashed(leaf, frame, SECTION, 1.8)


def hour_words(minute: int) -> str:
    """9 for nine o'clock, 6:30 for half past six."""
    hour, rest = divmod(minute, 60)
    return f"{hour % 24}:{rest:02d}" if rest else str(hour % 24 or (24 if hour else 0))

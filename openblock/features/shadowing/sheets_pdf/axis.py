"""Times as lengths: the day's axis under a cell, and the bar of a trainee's hours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from openblock.features.shadowing.queries.rows import Hours
from openblock.features.shadowing.sheets.wall import EntryKind, WallEntry, WallSheet
from openblock.features.shadowing.sheets_pdf.style import WallStyle
from openblock.i18n import _, format_hours
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.marks import Cell, dashed
from openblock.printing.style import FINE, GRID, GROUP, MM, SMALLEST

_HOUR = 60
_STEP = 6 * _HOUR  # a tick every six hours
_PLANNED = 0.9 * MM  # between the hatch lines of hours that are planned
_HAIR = 0.6  # a shift is drawn shorter by it, so that two that touch are seen to be two
HIGH = 5.0  # of a bar on the axis


@dataclass(frozen=True, slots=True)
class Axis:
    """The minutes of a day that a sheet's axis reaches from and to."""

    first: int
    last: int

    @classmethod
    def of(cls, sheet: WallSheet) -> Axis:
        """From 06 to 24, and as far around as anything on the sheet needs."""
        entries = [
            entry
            for each in sheet.trainees
            for cell in each.cells
            for entry in cell
            if entry.kind is not EntryKind.AWAY
        ]
        first = min((each.start for each in entries), default=_STEP)
        last = max((each.end for each in entries), default=4 * _STEP)
        return cls(min(_STEP, first // _STEP * _STEP), max(4 * _STEP, -(-last // _STEP) * _STEP))

    @property
    def words(self) -> str:
        """06–24, as the legend says it."""
        last = self.last // _HOUR % 24 or 24
        return f"{self.first // _HOUR:02d}\N{EN DASH}{last:02d}"

    def place(self, minute: int, cell: Cell) -> float:
        """Where a minute stands on the axis that fills ``cell`` across."""
        share = (minute - self.first) / (self.last - self.first)
        return cell.left + share * (cell.right - cell.left)

    def draw(self, leaf: Leaf, cell: Cell, entries: tuple[WallEntry, ...]) -> None:
        """The line with its ticks in the middle of ``cell``, and each entry upon it."""
        middle = (cell.top + cell.bottom) / 2
        bars = [each for each in entries if each.kind is not EntryKind.AWAY]
        spans = sorted((self.place(each.start, cell), self.place(each.end, cell)) for each in bars)
        x = cell.left
        for start, end in spans:
            # No line runs through a bar that is only a frame.
            if start > x + _HAIR:
                leaf.across(x, start, middle, FINE)
            x = max(x, end - _HAIR)
        if x < cell.right:
            leaf.across(x, cell.right, middle, FINE)
        for minute in range(self.first, self.last + 1, _STEP):
            at = self.place(minute, cell)
            if not any(start < at < end for start, end in spans):
                leaf.down(at, middle - 2.2, middle + 2.2, FINE)
        for each in bars:
            start, end = self.place(each.start, cell), self.place(each.end, cell)
            bar(leaf, Cell(start, middle - HIGH / 2, end, middle + HIGH / 2), each.kind)


def bar(leaf: Leaf, cell: Cell, kind: EntryKind) -> None:
    """A stretch of time: black a shift, a frame a class, a dashed frame what does not stand."""
    if kind is EntryKind.SHIFT:
        leaf.bar(cell.left, cell.top, cell.right - _HAIR, cell.bottom)
    elif kind is EntryKind.REPLAN:
        dashed(leaf, cell, GROUP, 1.1)
    else:
        leaf.box(cell.left, cell.top, cell.right, cell.bottom, GROUP)


def hours_bar(leaf: Leaf, cell: Cell, hours: Hours) -> None:
    """Black what is confirmed, hatched what is planned or done, empty what is lacking."""
    coming = hours.planned + hours.done
    whole = max(hours.required, hours.confirmed + coming, 1)
    wide = cell.right - cell.left
    first = cell.left + wide * hours.confirmed / whole
    second = cell.left + wide * (hours.confirmed + coming) / whole
    if first > cell.left:
        leaf.bar(cell.left, cell.top, first, cell.bottom)
    if second > first:
        hatch(leaf, (first, cell.top, second, cell.bottom), Hatch.WEEKEND, _PLANNED)
        leaf.down(second, cell.top, cell.bottom, GRID)
    leaf.box(cell.left, cell.top, cell.right, cell.bottom, GROUP)


def hours_marks() -> tuple[tuple[Callable[[Leaf, Cell], None], str], ...]:
    """What black, hatched and empty mean in the bars, each drawn as it is there."""
    return (
        (_full, _("confirmed")),
        (_coming, _("planned")),
        (_empty, _("short")),
    )


def _full(leaf: Leaf, cell: Cell) -> None:
    leaf.bar(cell.left, cell.top, cell.right, cell.bottom)


def _coming(leaf: Leaf, cell: Cell) -> None:
    hatch(leaf, (cell.left, cell.top, cell.right, cell.bottom), Hatch.WEEKEND, _PLANNED)
    _empty(leaf, cell)


def _empty(leaf: Leaf, cell: Cell) -> None:
    leaf.box(cell.left, cell.top, cell.right, cell.bottom, GROUP)


def hours_words(hours: Hours) -> tuple[str, str, str]:
    """Confirmed, what is to come, and what is lacking, as they stand over the bar."""
    coming = hours.planned + hours.done
    short = (
        _("{hours} short").format(hours=format_hours(hours.short)) if hours.short else _("enough")
    )
    return format_hours(hours.confirmed), f"+ {format_hours(coming)}" if coming else "", short


def hours_cell(leaf: Leaf, cell: Cell, hours: Hours, style: WallStyle) -> None:
    """A trainee's hours in words over their bar, in the middle of the row."""
    confirmed, coming, short = hours_words(hours)
    wide = cell.right - cell.left
    size = style.total
    small = max(SMALLEST, size - 2)

    def needed() -> float:
        words = width(confirmed, Face.BOLD, size) + width(short, Face.BOLD, small)
        return words + width(coming, Face.REGULAR, small) + 10

    while small > SMALLEST and needed() > wide:
        size, small = size - 0.25, small - 0.25
    high = min(9.0, (cell.bottom - cell.top) * 0.3)
    middle = (cell.top + cell.bottom) / 2
    baseline = middle - 1.5
    leaf.text(cell.left, baseline, confirmed, Face.BOLD, size)
    face = Face.BOLD if hours.short else Face.REGULAR
    leaf.text(cell.right, baseline, short, face, small, align=RIGHT)
    start = cell.left + width(confirmed, Face.BOLD, size)
    end = cell.right - width(short, face, small)
    gap = (end - start - width(coming, Face.REGULAR, small)) / 2
    leaf.text(start + gap, baseline, coming, Face.REGULAR, small)
    hours_bar(leaf, Cell(cell.left, middle + 2, cell.right, middle + 2 + high), hours)

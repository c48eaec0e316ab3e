"""The legend under the roster's grid, each mark drawn as in the grid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from openblock.features.roster.sheets import RosterSheet, SheetCell
from openblock.features.roster.sheets_pdf.cells import code
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.style import RosterStyle
from openblock.features.roster.sheets_pdf.table import moved
from openblock.i18n import _, weekday_letters
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell, alarm, changed, letter, spell
from openblock.printing.page import centred
from openblock.printing.style import GRID, MM

_SATURDAY, _SUNDAY = date(2026, 1, 3), date(2026, 1, 4)
_WIDEST = 8.4 * MM  # of a mark in the legend


class Entry(NamedTuple):
    """One mark of the legend and what it means."""

    draw: Callable[[Leaf, Cell], None]
    words: str


class Legend:
    """The marks of the sheet, each drawn as in the grid, in as many rows as they need."""

    def __init__(self, sheet: RosterSheet, style: RosterStyle, columns: Columns) -> None:
        self._style = style
        self._left = columns.left
        self._mark_width = min(columns.days[1] - columns.days[0], _WIDEST)
        self._mark_height = min(style.note * 1.9, self._mark_width * 0.9)
        self._rows = self._arranged(_entries(sheet, style), columns.right - columns.left)

    @property
    def height(self) -> float:
        """The height of all its rows, with the air above them."""
        return len(self._rows) * self._row_height() + 0.4 * self._style.note

    def _row_height(self) -> float:
        return self._mark_height + 0.35 * self._style.note

    def _advance(self, entry: Entry) -> float:
        words = width(entry.words, Face.REGULAR, self._style.note)
        return self._mark_width + 4 + words + 1.5 * self._style.note

    def _arranged(self, entries: list[Entry], room: float) -> list[list[Entry]]:
        rows: list[list[Entry]] = [[]]
        used = 0.0
        for entry in entries:
            if rows[-1] and used + self._advance(entry) - 1.5 * self._style.note > room:
                rows.append([])
                used = 0.0
            rows[-1].append(entry)
            used += self._advance(entry)
        return rows

    def draw(self, leaf: Leaf, top: float) -> float:
        """All rows from ``top``; where they end."""
        y = top + 0.6 * self._style.note
        for row in self._rows:
            x = self._left
            bottom = y + self._mark_height
            baseline = centred(y, bottom, self._style.note)
            for entry in row:
                entry.draw(leaf, Cell(x, y, x + self._mark_width, bottom))
                words = x + self._mark_width + 4
                leaf.text(words, baseline, entry.words, Face.REGULAR, self._style.note)
                x += self._advance(entry)
            y += self._row_height()
        return top + self.height


def _entries(sheet: RosterSheet, style: RosterStyle) -> list[Entry]:
    size = min(style.code, style.note + 2)
    cells = [cell for band in sheet.bands for each in band.officers for cell in each.cells]
    entries = [Entry(_coded(each, size), words) for each, words in sheet.legend]
    entries += [Entry(_away(away, size), words) for away, words in sheet.away]
    if any(cell.mark for cell in cells):
        entries.append(Entry(_lettered("!", size), _("see remarks")))
    entries += _days(sheet, style, size)
    if sheet.is_changed:
        words = _("changed since it was posted")
        entries.append(Entry(lambda leaf, cell: _square(leaf, cell, style), words))
    short = [
        count
        for line in sheet.staffing
        for count in line.counts
        if count is not None and count < line.needed
    ]
    if short:
        least = f"{min(short)}!"
        entries.append(
            Entry(lambda leaf, cell: alarm(leaf, cell, least, size), _("fewer than needed"))
        )
    return entries


def _days(sheet: RosterSheet, style: RosterStyle, size: float) -> list[Entry]:
    """The kinds of days that are on the sheet, and how each is drawn."""
    weekend = f"{weekday_letters(_SATURDAY)}, {weekday_letters(_SUNDAY)}"
    entries = [Entry(_hatched(Hatch.WEEKEND, style), weekend)]
    if any(day.kind == "holiday" for day in sheet.days):
        entries.append(Entry(_hatched(Hatch.HOLIDAY, style), _("public holiday")))
    if any(moved(day.day.weekday(), day.kind) for day in sheet.days):
        entries.append(Entry(_lettered("*", size), _("moved working day or day off")))
    return entries


def _coded(words: str, size: float) -> Callable[[Leaf, Cell], None]:
    return lambda leaf, cell: code(leaf, cell, SheetCell(words), size)


def _lettered(words: str, size: float) -> Callable[[Leaf, Cell], None]:
    return lambda leaf, cell: letter(leaf, cell, words, Face.BOLD, size)


def _hatched(kind: Hatch, style: RosterStyle) -> Callable[[Leaf, Cell], None]:
    def draw(leaf: Leaf, cell: Cell) -> None:
        hatch(leaf, (cell.left, cell.top, cell.right, cell.bottom), kind, style.hatch)
        leaf.box(cell.left, cell.top, cell.right, cell.bottom, GRID)

    return draw


def _away(words: str, size: float) -> Callable[[Leaf, Cell], None]:
    return lambda leaf, cell: spell(leaf, [cell], words, size)


def _square(leaf: Leaf, cell: Cell, style: RosterStyle) -> None:
    """The mark itself, on the line of its words."""
    half = style.mark / 2
    middle = (cell.top + cell.bottom) / 2
    place = Cell(cell.middle - half, middle - half, cell.middle + half, middle + half)
    changed(leaf, place, style.mark)

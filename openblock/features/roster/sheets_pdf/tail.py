"""What stands under the grid: the legend in the grid's own marks, remarks, and signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from openblock.features.roster.sheets import RosterSheet, SheetCell
from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.style import RosterStyle
from openblock.features.roster.sheets_pdf.table import code, moved
from openblock.i18n import _, weekday_letters
from openblock.printing.fitting import LEADING, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell, alarm, letter, signature, signature_height
from openblock.printing.page import centred
from openblock.printing.style import GRID

_SATURDAY, _SUNDAY = date(2026, 1, 3), date(2026, 1, 4)
_COLUMNS = 3


class Entry(NamedTuple):
    """One mark of the legend and what it means."""

    draw: Callable[[Leaf, Cell], None]
    words: str


class Legend:
    """The marks of the sheet, each drawn as in the grid, in as many rows as they need."""

    def __init__(self, sheet: RosterSheet, style: RosterStyle, columns: Columns) -> None:
        self._style = style
        self._left = columns.left
        self._mark_width = columns.days[1] - columns.days[0]
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

    def coded(content: SheetCell) -> Callable[[Leaf, Cell], None]:
        return lambda leaf, cell: code(leaf, cell, content, size)

    def hatched(kind: Hatch) -> Callable[[Leaf, Cell], None]:
        def draw(leaf: Leaf, cell: Cell) -> None:
            hatch(leaf, (cell.left, cell.top, cell.right, cell.bottom), kind, style.hatch)
            leaf.box(cell.left, cell.top, cell.right, cell.bottom, GRID)

        return draw

    entries = [Entry(coded(SheetCell(each)), words) for each, words in sheet.legend]
    cells = [cell for band in sheet.bands for each in band.officers for cell in each.cells]
    if any(cell.mark for cell in cells):
        entries.append(
            Entry(lambda leaf, cell: letter(leaf, cell, "!", Face.BOLD, size), _("see remarks"))
        )
    weekend = f"{weekday_letters(_SATURDAY)}, {weekday_letters(_SUNDAY)}"
    entries.append(Entry(hatched(Hatch.WEEKEND), weekend))
    if any(day.kind == "holiday" for day in sheet.days):
        entries.append(Entry(hatched(Hatch.HOLIDAY), _("public holiday")))
    if any(moved(day.day.weekday(), day.kind) for day in sheet.days):
        entries.append(
            Entry(
                lambda leaf, cell: letter(leaf, cell, "*", Face.BOLD, size),
                _("moved working day or day off"),
            )
        )
    short = [count for line in sheet.staffing for count in line.counts if count < line.needed]
    if short:
        least = f"{min(short)}!"
        entries.append(
            Entry(lambda leaf, cell: alarm(leaf, cell, least, size), _("fewer than needed"))
        )
    return entries


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks in columns side by side, each whole in its column.

    ``columns`` holds the lines, remark after remark; ``rest`` what found no room.
    """

    columns: tuple[tuple[str, ...], ...]
    rest: tuple[str, ...]
    size: float

    @property
    def longest(self) -> int:
        """The lines of the longest column."""
        return max((len(each) for each in self.columns), default=0)

    @property
    def height(self) -> float:
        """The height of the longest column, with the air above it."""
        lines = self.longest
        return lines * self.size * LEADING + (0.7 * self.size if lines else 0)

    def draw(self, leaf: Leaf, left: float, room: float, top: float) -> None:
        """All columns from ``top``, ``room`` points wide together."""
        for place, lines in enumerate(self.columns):
            x = left + place * (room + _between(self.size)) / len(self.columns)
            baseline = top + 0.5 * self.size + self.size * LEADING * 0.8
            for line in lines:
                leaf.text(x, baseline, line, Face.REGULAR, self.size)
                baseline += self.size * LEADING


def _between(size: float) -> float:
    return 2 * size


def lay_remarks(
    remarks: tuple[str, ...], size: float, room: float, height: float | None = None
) -> Remarks:
    """Remarks as they stand in ``room`` points; as many as fit ``height``, all where it is None."""
    count = max(1, min(_COLUMNS, len(remarks)))
    wide = (room + _between(size)) / count - _between(size)
    blocks = [wrap(each, Face.REGULAR, size, wide) for each in remarks]
    most = len(blocks) * max(map(len, blocks), default=0)
    if height is not None:
        most = max(1, int((height - 0.7 * size) / (size * LEADING)))
    lines = min(most, -(-sum(len(each) for each in blocks) // count))
    while lines < most and _filled(blocks, count, lines)[1]:
        lines += 1
    columns, rest = _filled(blocks, count, lines)
    return Remarks(columns, remarks[len(remarks) - len(rest) :], size)


def _filled(
    blocks: list[tuple[str, ...]], count: int, lines: int
) -> tuple[tuple[tuple[str, ...], ...], list[tuple[str, ...]]]:
    """The blocks in ``count`` columns of ``lines``, and those left over.

    A block longer than a whole column still gets one of its own, so that nothing is left for ever.
    """
    columns: list[list[str]] = [[] for _number in range(count)]
    place = 0
    for number, block in enumerate(blocks):
        while columns[place] and len(columns[place]) + len(block) > lines:
            place += 1
            if place == count:
                return tuple(tuple(each) for each in columns), blocks[number:]
        columns[place].extend(block)
    return tuple(tuple(each) for each in columns), []


class Signatures:
    """Lines to sign on, side by side across the sheet."""

    def __init__(self, words: tuple[str, ...], style: RosterStyle, columns: Columns) -> None:
        self._words = words
        self._size = style.sign
        self._left = columns.left
        self._between = 2.2 * style.sign
        whole = columns.right - columns.left + self._between
        self._wide = whole / max(1, len(words)) - self._between

    @property
    def height(self) -> float:
        """The height they take from the foot of the page."""
        heights = (signature_height(each, self._wide, self._size) for each in self._words)
        return max(heights, default=0)

    def draw(self, leaf: Leaf, bottom: float) -> None:
        """All of them, standing on ``bottom``."""
        x = self._left
        for words in self._words:
            cell = Cell(x, bottom - self.height, x + self._wide, bottom)
            signature(leaf, cell, words, self._size)
            x += self._wide + self._between

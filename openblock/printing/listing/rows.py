"""Rows of a list as they stand on paper: measured, drawn, torn only where no page holds them."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from openblock.printing.fitting import LEADING, Fitted, fit, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import Leaf
from openblock.printing.listing.content import Block, Column, Row
from openblock.printing.listing.pieces import AIR, PAD, Places
from openblock.printing.marks import Cell
from openblock.printing.page import centred
from openblock.printing.style import FINE, GRID, MM

_HATCH_GAP = 1.35 * MM
_ROW_TO_SIZE = 1.4
_LONG = 0.25  # of a lane: text longer than this may go on in the next
_NAME = 9.0  # no name is set smaller because a row is low


@dataclass(frozen=True, slots=True)
class Laid:
    """One row measured: the words of each cell as they will stand, and how high the row is."""

    fitted: tuple[Fitted, ...]
    height: float
    row: Row


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one block, measured; ``low`` is the height of an ordinary row."""

    laid: tuple[Laid, ...]
    places: Places
    low: float

    @property
    def height(self) -> float:
        """All rows together."""
        return sum(each.height for each in self.laid)

    def draw(self, leaf: Leaf, cell: Cell) -> None:
        """Rows from the top, a hairline between them, a line under the block."""
        y = cell.top
        for number, laid in enumerate(self.laid):
            if number:
                leaf.across(cell.left + self.places.indent(), cell.right, y, GRID)
            for at, column in enumerate(self.places.columns):
                if not column.spans:
                    self._cell(leaf, at, laid, Cell(cell.left, y, cell.right, y + laid.height))
                elif not number:
                    self._cell(leaf, at, laid, Cell(cell.left, y, cell.right, cell.bottom))
            y += laid.height
        for at, column in enumerate(self.places.columns):
            if column.ruled:
                leaf.down(cell.left + self.places.edges[at], cell.top, y, FINE)
        leaf.across(cell.left, cell.right, y, FINE)

    def _cell(self, leaf: Leaf, at: int, laid: Laid, band: Cell) -> None:
        column, fitted = self.places.columns[at], laid.fitted[at]
        face = _face(column, laid.row)
        leading = fitted.size * LEADING
        if self._is_text or (column.spans and len(self.laid) > 1):
            baseline = centred(band.top, band.top + max(self.low, fitted.size), fitted.size)
        else:
            middle = centred(band.top, band.bottom, fitted.size)
            baseline = middle - (len(fitted.lines) - 1) * leading / 2
        x = self.places.at(at, band.left)
        for line in fitted.lines:
            leaf.text(x, baseline, line, face, fitted.size, align=column.align)
            baseline += leading
        if laid.row.hatched and not column.spans:
            used = max(width(line, face, fitted.size) for line in fitted.lines)
            start = band.left + self.places.edges[at] + (used + 2 * PAD if used else 0)
            end = band.left + self.places.edges[at + 1]
            if end - start > 6 * PAD:  # a sliver says nothing
                area = (start, band.top, end, band.bottom)
                hatch(leaf, area, Hatch.WEEKEND, _HATCH_GAP)

    @property
    def _is_text(self) -> bool:
        return any(each.wraps for each in self.places.columns)

    def gives_way(self, room: float, lane: float) -> bool:
        """Whether it may be torn to fit ``room``: it must be, or it is one long text."""
        if room < lane * _LONG / 2:
            return False
        is_text = self._is_text and len(self.laid) == 1
        return self.height > (lane * _LONG if is_text else lane)

    def split(self, room: float) -> tuple[Rows, Rows]:
        """After the last row that fits, or within the first where not even that one does."""
        count, used = 0, 0.0
        while count < len(self.laid) and used + self.laid[count].height <= room:
            used += self.laid[count].height
            count += 1
        if count or max(len(each.lines) for each in self.laid[0].fitted) == 1:
            count = max(count, 1)
            return self._with(self.laid[:count]), self._with(self.laid[count:])
        first, second = _torn(self.laid[0], room)
        return self._with((first,)), self._with((second, *self.laid[1:]))

    def _with(self, laid: tuple[Laid, ...]) -> Rows:
        return Rows(laid, self.places, self.low)


def _torn(laid: Laid, room: float) -> tuple[Laid, Laid]:
    """A row higher than a page, between two lines of its text; nothing of it is lost."""
    kept, rest = [], []
    for fitted in laid.fitted:
        most = max(1, floor((room - 2 * AIR) / (fitted.size * LEADING)))
        kept.append(Fitted(fitted.size, fitted.lines[:most]))
        rest.append(Fitted(fitted.size, fitted.lines[most:] or ("",)))
    return _as_high_as(kept, laid.row), _as_high_as(rest, laid.row)


def _as_high_as(fitted: list[Fitted], row: Row) -> Laid:
    return Laid(tuple(fitted), max(each.height for each in fitted) + 2 * AIR, row)


def rows_of(block: Block, places: Places, low: float) -> Rows:
    """A block measured in rows of at least ``low`` points."""
    laid = tuple(_laid(row, places, low) for row in block.rows)
    spanning = max(
        (
            laid[0].fitted[at].height + AIR
            for at, column in enumerate(places.columns)
            if column.spans and laid
        ),
        default=0.0,
    )
    lacking = (spanning - sum(each.height for each in laid)) / len(laid)
    if lacking > 0:
        laid = tuple(Laid(each.fitted, each.height + lacking, each.row) for each in laid)
    return Rows(laid, places, low)


def _laid(row: Row, places: Places, low: float) -> Laid:
    fitted = tuple(
        _fitted(words, (column, _face(column, row)), places.room(at), low)
        for at, (words, column) in enumerate(zip(row.cells, places.columns, strict=True))
    )
    high = low
    is_text = any(column.wraps for column in places.columns)
    for each, column in zip(fitted, places.columns, strict=True):
        if len(each.lines) > 1 and not column.spans:
            # Text begins where a single line would stand, and grows downwards from there.
            air = max(2 * AIR, low - each.size * LEADING) if is_text else 2 * AIR
            high = max(high, each.height + air)
    return Laid(fitted, high, row)


def _face(column: Column, row: Row) -> Face:
    if row.quiet and not column.spans:
        return Face.REGULAR
    return Face.BOLD if column.bold or row.strong else Face.REGULAR


def _fitted(words: str, style: tuple[Column, Face], room: float, low: float) -> Fitted:
    column, face = style
    size = column.size
    if not column.spans:
        size = min(size, max(_NAME, floor(low / _ROW_TO_SIZE * 4) / 4))
    if column.wraps:
        lines = [line for part in words.split("\n") for line in wrap(part, face, size, room)]
        return Fitted(size, tuple(lines))
    return fit(words, face, size, room)

"""The marks of the grids: a shift in its box, a plain letter, too few in white on black."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from openblock.i18n import _
from openblock.printing.fitting import LEADING, fit, shrink
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, Leaf
from openblock.printing.page import CAP_HEIGHT, centred
from openblock.printing.style import FINE, GROUP, SECTION, SMALLEST

_LOW = 12.0
_BREAK = 1.5  # between a bar and the letter that breaks it
_TINY = 4.0  # a code has one cell and may not wrap: it shrinks on rather than be cut


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell of a grid lies, edges in points from the top left corner of the paper."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way between the left and the right edge."""
        return (self.left + self.right) / 2


def letter(leaf: Leaf, cell: Cell, words: str, face: Face, size: float) -> None:
    """``words`` in the middle of the cell, as small as they need to be."""
    size = shrink(words, face, size, cell.right - cell.left - 3, _TINY)
    baseline = centred(cell.top, cell.bottom, size)
    leaf.text(cell.middle, baseline, words, face, size, align=CENTRE)


def shift(leaf: Leaf, cell: Cell, code: str, size: float) -> None:
    """A shift: its code in a box that nearly fills the cell; a low cell has a lighter box."""
    low = cell.bottom - cell.top < _LOW
    inset, weight = (0.75, GROUP) if low else (1.25, SECTION)
    inner = Cell(cell.left + inset, cell.top + inset, cell.right - inset, cell.bottom - inset)
    leaf.box(inner.left, inner.top, inner.right, inner.bottom, weight)
    highest = (inner.bottom - inner.top - weight - 1) / CAP_HEIGHT
    letter(leaf, inner, code, Face.BOLD, min(size, floor(highest * 4) / 4))


def alarm(leaf: Leaf, cell: Cell, words: str, size: float) -> None:
    """White on black: a holiday's date, or ``4!`` where 5 are needed."""
    leaf.bar(cell.left, cell.top, cell.right, cell.bottom)
    size = shrink(words, Face.BOLD, size, cell.right - cell.left - 1, _TINY)
    baseline = centred(cell.top, cell.bottom, size)
    leaf.text(cell.middle, baseline, words, Face.BOLD, size, align=CENTRE, white=True)


def spell(leaf: Leaf, cells: Sequence[Cell], words: str, size: float) -> None:
    """An absence: one bar across neighbouring cells, broken in each by its plain letter."""
    room = cells[0].right - cells[0].left - 4 * _BREAK
    size = shrink(words, Face.REGULAR, size, room, _TINY)
    gap = width(words, Face.REGULAR, size) / 2 + _BREAK
    y = (cells[0].top + cells[0].bottom) / 2
    start = cells[0].left + _BREAK
    for cell in cells:
        letter(leaf, cell, words, Face.REGULAR, size)
        if cell.middle - gap > start:
            leaf.across(start, cell.middle - gap, y, SECTION)
        start = cell.middle + gap
    end = cells[-1].right - _BREAK
    if end > start:
        leaf.across(start, end, y, SECTION)


def changed(leaf: Leaf, cell: Cell, side: float) -> None:
    """What is other than posted: a black square in the cell's top right corner."""
    leaf.bar(cell.right - side, cell.top, cell.right, cell.top + side)


def dashed(leaf: Leaf, cell: Cell, weight: float, dash: float = 2.4) -> None:
    """A frame of dashes, corners closed: what is in it does not stand as it is written."""
    for left, right in _dashes(cell.left, cell.right, dash):
        leaf.across(left, right, cell.top, weight)
        leaf.across(left, right, cell.bottom, weight)
    for top, bottom in _dashes(cell.top, cell.bottom, dash):
        leaf.down(cell.left, top, bottom, weight)
        leaf.down(cell.right, top, bottom, weight)


def _dashes(start: float, end: float, dash: float) -> list[tuple[float, float]]:
    """Dashes with gaps as long as they, one at each end."""
    count = max(1, round((end - start) / (2 * dash)))
    step = (end - start) / (2 * count + 1)
    return [(start + 2 * at * step, start + (2 * at + 1) * step) for at in range(count + 1)]


def ruled(leaf: Leaf, cell: Cell, pitch: float) -> None:
    """Lines to write on, ``pitch`` apart, as many as the cell holds."""
    y = cell.top + pitch
    while y <= cell.bottom + 0.01:
        leaf.across(cell.left, cell.right, y, FINE)
        y += pitch


def signature_height(words: str, room: float, size: float) -> float:
    """How high :func:`signature` stands in ``room`` points, with space for a pen above it."""
    return fit(words, Face.BOLD, size, room * 0.6).height + size * 0.6 + _caption(size) * 1.3


def signature(leaf: Leaf, cell: Cell, words: str, size: float) -> None:
    """A line to sign on after ``words``, with *signature, date* under it."""
    caption = _caption(size)
    line = cell.bottom - caption * 1.3
    fitted = fit(words, Face.BOLD, size, (cell.right - cell.left) * 0.6)
    baseline = line - 1.5 - (len(fitted.lines) - 1) * fitted.size * LEADING
    start = cell.left
    for each in fitted.lines:
        leaf.text(cell.left, baseline, each, Face.BOLD, fitted.size)
        start = max(start, cell.left + width(each, Face.BOLD, fitted.size))
        baseline += fitted.size * LEADING
    start += 4
    leaf.across(start, cell.right, line, FINE)
    middle, below = (start + cell.right) / 2, cell.bottom - 0.25 * caption
    leaf.text(middle, below, _("signature, date"), Face.REGULAR, caption, align=CENTRE)


def _caption(size: float) -> float:
    return max(SMALLEST, size - 1.5)

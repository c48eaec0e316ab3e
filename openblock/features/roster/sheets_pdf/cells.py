"""What stands in a cell of the roster's grid, and the bars of absences across its row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from openblock.features.roster.rules import KEEP_FREE
from openblock.features.roster.sheets.month import SheetCell
from openblock.printing.fitting import shrink
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, Leaf
from openblock.printing.marks import Cell, changed, letter, shift, spell
from openblock.printing.page import centred

_BOX = (2.1, 2.4)  # how wide a code with times beside it may be, in parts of the size
_AIR = 2.0
_TIGHT = 4.0  # times have one line and may not wrap


def code(leaf: Leaf, cell: Cell, entry: SheetCell, size: float) -> None:
    """A cell's content with the grid's mark: a shift in a box, a day kept free a plain letter."""
    words = entry.code + entry.mark
    if entry.code == KEEP_FREE:
        letter(leaf, cell, words, Face.REGULAR, size)
    elif entry.times:
        _timed(leaf, cell, entry, size)
    else:
        shift(leaf, cell, words, size)


def _timed(leaf: Leaf, cell: Cell, entry: SheetCell, size: float) -> None:
    """The code in its box, and from when to when beside it."""
    words = entry.code + entry.mark
    least, most = (each * size for each in _BOX)
    wide = min(max(least, width(words, Face.BOLD, size) + 2 * _AIR + 2), most)
    box = Cell(cell.left, cell.top, min(cell.left + wide, cell.middle), cell.bottom)
    shift(leaf, box, words, size)
    room = cell.right - box.right - 2 * _AIR
    small = shrink(entry.times, Face.REGULAR, size, room, _TIGHT)
    middle = (box.right + cell.right) / 2
    baseline = centred(cell.top, cell.bottom, small)
    leaf.text(middle, baseline, entry.times, Face.REGULAR, small, align=CENTRE)


def row(
    leaf: Leaf, places: Sequence[Cell], entries: Sequence[SheetCell], size: float, mark: float
) -> None:
    """The cells of one officer: codes, a bar for each spell of absence, what is changed."""
    pairs = list(zip(places, entries, strict=True))
    for away, run in groupby(pairs, key=lambda pair: "" if pair[1].code else pair[1].absence):
        cells = list(run)
        if away:
            spell(leaf, [place for place, _entry in cells], away, size)
        for place, entry in cells:
            if entry.code:
                code(leaf, place, entry, size)
            if entry.changed:
                changed(leaf, place, mark)

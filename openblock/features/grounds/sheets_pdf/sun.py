"""The line across a list at which an unlit area becomes dark."""

from __future__ import annotations

from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell
from openblock.printing.style import FINE

SUN = 12.0  # how high it stands
_WORDS = 8.5
_DOT = 2.5  # from one dot to the next


def draw_sun(leaf: Leaf, cell: Cell, words: str) -> None:
    """The words, and a dotted line to the right edge."""
    baseline = cell.bottom - 3
    leaf.text(cell.left, baseline, words, Face.BOLD, _WORDS)
    x = cell.left + width(words, Face.BOLD, _WORDS) + 6
    while x < cell.right:
        leaf.across(x, x + FINE * 2, baseline - 2, FINE * 2)
        x += _DOT

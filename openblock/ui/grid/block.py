"""Blocks of cells as spreadsheets copy and paste them: text with tabs and line ends; no Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

_LARGEST_FIELD = 2**31 - 1
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells by row and column places, both ends inside it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def height(self) -> int:
        """How many rows."""
        return self.bottom - self.top + 1

    @property
    def width(self) -> int:
        """How many columns."""
        return self.right - self.left + 1


def as_text(lines: Sequence[Sequence[str]]) -> str:
    """The block as a spreadsheet takes it."""
    return "\n".join("\t".join(line) for line in lines)


def from_text(text: str) -> list[list[str]]:
    """The lines and cells of copied text; cells trimmed, the closing line end is no line."""
    # A whole document is a bad code as well; its end is not needed to say so, and would take
    # minutes to be shown.
    csv.field_size_limit(_LARGEST_FIELD)
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), "excel-tab")
    return [[cell.strip()[:_LONGEST] for cell in line] or [""] for line in reader]


def placed(
    block: Sequence[Sequence[str]], area: Area, rows: int, columns: int
) -> dict[tuple[int, int], str]:
    """Where each cell of ``block`` lands when pasted on the selection ``area``.

    One value fills the selection; a side of the selection that is a whole multiple of the block's
    is tiled with it, as for a row pasted on three rows, unless the other side cuts the block; else
    the block starts at the selection's corner. What reaches past the grid's ``rows`` and
    ``columns`` is left out, and a ragged block leaves the cells it does not name alone.
    """
    height = len(block)
    width = max((len(line) for line in block), default=0)
    if not height or not width:
        return {}
    tiles = _fits(area.height, height) and _fits(area.width, width)
    over_rows = max(area.height, height) if tiles else height
    over_columns = max(area.width, width) if tiles else width
    return {
        (area.top + down, area.left + across): block[down % height][across % width]
        for down in range(min(over_rows, rows - area.top))
        for across in range(min(over_columns, columns - area.left))
        if across % width < len(block[down % height])
    }


def _fits(selected: int, copied: int) -> bool:
    return selected == 1 or selected % copied == 0


def path(start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells a straight stroke passes from ``start`` to ``end``, both among them."""
    steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
    return [
        (
            start[0] + round((end[0] - start[0]) * step / steps),
            start[1] + round((end[1] - start[1]) * step / steps),
        )
        for step in range(steps + 1)
    ]

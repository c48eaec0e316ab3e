"""The legend under a grid: each mark drawn as in the grid, its meaning beside it, in rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from openblock.printing.fitting import LEADING, Fitted, fit
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell
from openblock.printing.page import centred

_AIR = 4.0  # between a mark and its words
_BETWEEN = 1.5  # between two entries, in parts of the size
_LEAST = 7.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark, ``wide`` points across, and what it means."""

    wide: float
    draw: Callable[[Leaf, Cell], None]
    words: str
    face: Face = Face.REGULAR


@dataclass(frozen=True, slots=True)
class _Placed:
    entry: Entry
    left: float
    words: Fitted


class Legend:
    """Entries side by side in as many rows as ``room`` makes of them; marks are ``high``."""

    def __init__(self, entries: Sequence[Entry], size: float, high: float, room: float) -> None:
        self._size = size
        self._high = high
        self._rows = self._arranged(entries, room)

    def _arranged(self, entries: Sequence[Entry], room: float) -> list[list[_Placed]]:
        rows: list[list[_Placed]] = [[]] if entries else []
        x = 0.0
        for entry in entries:
            mark = entry.wide + _AIR
            words = fit(entry.words, entry.face, self._size, room - mark, _LEAST)
            taken = mark + max(width(line, entry.face, words.size) for line in words.lines)
            if rows[-1] and x + taken > room:
                rows.append([])
                x = 0.0
            rows[-1].append(_Placed(entry, x, words))
            x += taken + _BETWEEN * self._size
        return rows

    @property
    def height(self) -> float:
        """All rows, with the air above them."""
        return sum(map(self._row_height, self._rows)) + (0.6 * self._size if self._rows else 0.0)

    def _row_height(self, row: Sequence[_Placed]) -> float:
        highest = max((len(each.words.lines) - 1) * each.words.size * LEADING for each in row)
        return self._high + highest + 0.35 * self._size

    def draw(self, leaf: Leaf, left: float, top: float) -> float:
        """All rows from ``top``; where they end."""
        y = top + 0.6 * self._size
        for row in self._rows:
            for each in row:
                x = left + each.left
                each.entry.draw(leaf, Cell(x, y, x + each.entry.wide, y + self._high))
                baseline = centred(y, y + self._high, each.words.size)
                for line in each.words.lines:
                    start = x + each.entry.wide + _AIR
                    leaf.text(start, baseline, line, each.entry.face, each.words.size)
                    baseline += each.words.size * LEADING
            y += self._row_height(row)
        return top + self.height

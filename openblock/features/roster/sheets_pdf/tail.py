"""What stands under the legend: remarks in columns, and lines to sign on."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.features.roster.sheets_pdf.columns import Columns
from openblock.features.roster.sheets_pdf.style import RosterStyle
from openblock.printing.fitting import LEADING, wrap
from openblock.printing.fonts import Face
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell, signature, signature_height

_COLUMNS = 3


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

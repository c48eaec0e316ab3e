"""One page being drawn: its strings, lines and black areas as plain data, origin top left."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from openblock.printing.fonts import Face, width

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0


class Text(NamedTuple):
    """A string at its baseline; ``turned`` reads upwards, ``white`` stands on a black area."""

    x: float
    baseline: float
    words: str
    face: Face
    size: float
    turned: bool = False
    white: bool = False


class Leaf:
    """What is on one page. Lengths are points, y grows downwards from the top edge."""

    def __init__(self, paper_width: float, paper_height: float) -> None:
        self.width = paper_width
        self.height = paper_height
        self.texts: list[Text] = []
        self.lines: defaultdict[float, list[tuple[float, float, float, float]]] = defaultdict(list)
        self.boxes: defaultdict[float, list[tuple[float, float, float, float]]] = defaultdict(list)
        self.bars: list[tuple[float, float, float, float]] = []

    def text(  # noqa: PLR0913 - a string has these facts, and each is named at the call
        self,
        x: float,
        baseline: float,
        words: str,
        face: Face,
        size: float,
        *,
        align: float = LEFT,
        white: bool = False,
    ) -> None:
        """Set ``words`` with their left edge, middle or right edge at ``x``."""
        if align:
            x -= align * width(words, face, size)
        self.texts.append(Text(x, baseline, words, face, size, white=white))

    def turned(self, x: float, middle: float, words: str, face: Face, size: float) -> None:
        """Set ``words`` reading upwards, their baseline at ``x`` and their middle at ``middle``."""
        start = middle + width(words, face, size) / 2
        self.texts.append(Text(x, start, words, face, size, turned=True))

    def across(self, left: float, right: float, y: float, weight: float) -> None:
        """A horizontal line."""
        self.lines[weight].append((left, y, right, y))

    def down(self, x: float, top: float, bottom: float, weight: float) -> None:
        """A vertical line."""
        self.lines[weight].append((x, top, x, bottom))

    def box(self, left: float, top: float, right: float, bottom: float, weight: float) -> None:
        """A frame, its line centred on the edge."""
        self.boxes[weight].append((left, top, right, bottom))

    def bar(self, left: float, top: float, right: float, bottom: float) -> None:
        """A black area."""
        self.bars.append((left, top, right, bottom))

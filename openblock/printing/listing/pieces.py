"""The pieces a list is laid from besides its rows: heads, sentences and drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from openblock.printing.fitting import LEADING, Fitted, fit, shrink, wrap
from openblock.printing.fonts import Face, width
from openblock.printing.leaf import RIGHT, Leaf
from openblock.printing.listing.content import Column
from openblock.printing.marks import Cell
from openblock.printing.style import GROUP, SECTION

PAD = 2.8
AIR = 3.0  # above and below words that need more than the row's height
TITLE, HEAD, TEXT = 11.0, 7.5, 9.0


class Piece(Protocol):
    """Something that stands in a lane: as high as it says, drawn from the top of its cell."""

    @property
    def height(self) -> float:
        """How much of the lane it takes, in points."""

    def draw(self, leaf: Leaf, cell: Cell) -> None:
        """Draw it; ``cell`` is as wide as the lane and as high as the piece."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns of a group stand in a lane, measured from its left edge."""

    columns: tuple[Column, ...]
    edges: tuple[float, ...]

    @classmethod
    def of(cls, columns: tuple[Column, ...], wide: float) -> Places:
        """The lane's width shared out as the columns ask."""
        whole = sum(each.share for each in columns)
        edges = [0.0]
        for each in columns:
            edges.append(edges[-1] + wide * each.share / whole)
        return cls(columns, tuple(edges))

    def room(self, place: int) -> float:
        """How wide the words of a column may be."""
        return self.edges[place + 1] - self.edges[place] - 2 * PAD

    def at(self, place: int, left: float) -> float:
        """The point a column's words are aligned to, in a lane that begins at ``left``."""
        start, end = self.edges[place] + PAD, self.edges[place + 1] - PAD
        return left + start + self.columns[place].align * (end - start)

    def indent(self) -> float:
        """Where the lines between the rows of one block begin: after the columns that span it."""
        place = 0
        while place < len(self.columns) - 1 and self.columns[place].spans:
            place += 1
        return self.edges[place]


@dataclass(frozen=True, slots=True)
class Head:
    """A group's title with its figure, and the heads of its columns."""

    title: str
    figure: str
    places: Places
    wide: float

    def _title(self) -> Fitted:
        taken = width(self.figure, Face.BOLD, TITLE) + 8 if self.figure else 0
        return fit(self.title, Face.BOLD, TITLE, self.wide - taken, 9.0)

    def _heads(self) -> list[Fitted]:
        """The columns' heads on as many lines as their words need; no word is torn for one."""
        heads = []
        for at, each in enumerate(self.places.columns):
            room = self.places.room(at)
            longest = max(each.head.split(), key=len, default="")
            size = shrink(longest, Face.BOLD, HEAD, room, 5.5)
            heads.append(Fitted(size, wrap(each.head, Face.BOLD, size, room)))
        return heads

    @property
    def _has_heads(self) -> bool:
        return any(each.head for each in self.places.columns)

    @property
    def height(self) -> float:
        """The title with its rule, and the lines of the highest column head."""
        high = self._title().height + 5 if self.title else 0.0
        if self._has_heads:
            high += max(each.height for each in self._heads()) + 6
        return high

    def draw(self, leaf: Leaf, cell: Cell) -> None:
        """Title and heads from the top of ``cell``, each over its rule."""
        y = cell.top
        if self.title:
            fitted = self._title()
            y += fitted.height
            baseline = y - (len(fitted.lines) - 1) * fitted.size * LEADING - 1
            for line in fitted.lines:
                leaf.text(cell.left, baseline, line, Face.BOLD, fitted.size)
                baseline += fitted.size * LEADING
            leaf.text(cell.right, y - 1, self.figure, Face.BOLD, TITLE, align=RIGHT)
            y += 4
            leaf.across(cell.left, cell.right, y, SECTION)
            y += 1
        if self._has_heads:
            self._draw_heads(leaf, cell, y)

    def _draw_heads(self, leaf: Leaf, cell: Cell, top: float) -> None:
        heads = self._heads()
        foot = top + max(each.height for each in heads) + 5
        for at, (column, fitted) in enumerate(zip(self.places.columns, heads, strict=True)):
            leading = fitted.size * LEADING
            baseline = foot - 4.5 - (len(fitted.lines) - 1) * leading
            for line in fitted.lines:
                x = self.places.at(at, cell.left)
                leaf.text(x, baseline, line, Face.BOLD, fitted.size, align=column.align)
                baseline += leading
        leaf.across(cell.left, cell.right, foot, GROUP)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence where a group has no rows."""

    words: str
    wide: float

    def _lines(self) -> tuple[str, ...]:
        return wrap(self.words, Face.REGULAR, TEXT, self.wide - 2 * PAD)

    @property
    def height(self) -> float:
        """The lines, with air around them."""
        return len(self._lines()) * TEXT * LEADING + 2 * AIR

    def draw(self, leaf: Leaf, cell: Cell) -> None:
        """The lines from the top."""
        baseline = cell.top + AIR + TEXT
        for line in self._lines():
            leaf.text(cell.left + PAD, baseline, line, Face.REGULAR, TEXT)
            baseline += TEXT * LEADING


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its height, which may be made greater where it ``grows``."""

    height: float
    paint: Callable[[Leaf, Cell], None]
    grows: bool = False

    def draw(self, leaf: Leaf, cell: Cell) -> None:
        """Have it painted."""
        self.paint(leaf, cell)

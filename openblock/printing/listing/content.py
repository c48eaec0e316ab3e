"""What a list on paper is made of: columns, rows, blocks that stay whole, groups, drawings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from openblock.printing.leaf import LEFT, Leaf
from openblock.printing.marks import Cell
from openblock.printing.page import Heading


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``share`` of the width, and the greatest size its words are set in.

    ``spans``: the words of a block's first row stand for the whole block, a room's number beside
    all its beds. ``wraps``: running text, which keeps its size where a name would shrink.
    ``ruled``: a line stands before it, what follows is about something else.
    """

    head: str
    share: float
    size: float = 9.5
    bold: bool = False
    align: float = LEFT
    spans: bool = False
    wraps: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The words of each column; a row is hatched where it is out of service.

    In a ``strong`` row all is bold, in a ``quiet`` one nothing but what spans the block.
    """

    cells: tuple[str, ...]
    hatched: bool = False
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stay on one page: a room with its beds, a person with all that belongs to them."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks under one head, which stands again wherever they go on; ``empty`` where none are."""

    title: str
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    figure: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing ``height`` points high across the whole lane.

    One that ``grows`` and stands last takes what its page has left: lines to write on.
    """

    title: str
    height: float
    draw: Callable[[Leaf, Cell], None]
    grows: bool = False


Part = Group | Drawing


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole sheet. ``lanes`` columns of the list stand side by side on each page.

    A row is as high as ``rows[1]`` points allows, no lower than ``rows[0]``, if that saves a page.
    """

    heading: Heading
    parts: tuple[Part, ...]
    signatures: tuple[str, ...] = ()
    lanes: int = 1
    rows: tuple[float, float] = (14.0, 18.0)

"""What a plan grid shows: one frozen picture of columns, rows, cells and strips; no Qt."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

Place = tuple[Hashable, Hashable]
"""The key of a row and the key of a column."""

Edit = tuple[Hashable, Hashable, str | None]
"""A cell's row and column key and its new code; None clears."""


@dataclass(frozen=True, slots=True)
class GridCode:
    """A code that may stand in a cell: what is typed, what it means, how its chip is tinted."""

    code: str
    name: str
    tint: str = "other"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: two lines of heading, its ground ("", "weekend" or "holiday"), and its words."""

    key: Hashable
    head: str
    subhead: str = ""
    ground: str = ""
    today: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class GridHead:
    """The heading of a frozen column at the left or right: two lines, and the text's side."""

    head: str
    subhead: str = ""
    align: str = "left"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GridText:
    """Text in a frozen column or a strip; ``tone``: "" secondary strong bad warn ok."""

    text: str
    tone: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; neighbours with the same ``band`` are held together by a rotated title."""

    key: Hashable
    spoken: str
    leads: tuple[GridText, ...] = ()
    totals: tuple[GridText, ...] = ()
    band: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a cell.

    ``problem`` is "", "warning" or "error"; ``detail`` is drawn where a cell has room for it;
    ``hint`` is shown on hover; ``spoken`` is what a screen reader says.
    """

    code: str
    tint: str = "other"
    problem: str = ""
    changed: bool = False
    detail: str = ""
    hint: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class GridStrip:
    """One line under the grid: a title, a text for each column, and words at the right end."""

    title: str
    cells: tuple[GridText, ...]
    summary: GridText = field(default_factory=lambda: GridText(""))


@dataclass(frozen=True, slots=True)
class GridPicture:
    """All a grid shows at one moment; equal pictures look the same."""

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    cells: Mapping[Place, GridCell] = field(default_factory=dict)
    leads: tuple[GridHead, ...] = ()
    totals: tuple[GridHead, ...] = ()
    strips: tuple[GridStrip, ...] = ()
    corner: tuple[str, str] = ("", "")
    two_lines: bool = False

    def same_shape(self, other: GridPicture) -> bool:
        """Whether only contents differ, so that a view need not be laid out anew."""
        return (
            self.columns == other.columns
            and self.leads == other.leads
            and self.totals == other.totals
            and self.two_lines == other.two_lines
            and len(self.strips) == len(other.strips)
            and [(row.key, row.band) for row in self.rows]
            == [(row.key, row.band) for row in other.rows]
        )

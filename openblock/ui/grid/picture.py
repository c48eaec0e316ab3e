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
    """The heading of a frozen column at the left or right: two lines, and the text's side.

    The column is as wide as its texts, within ``least`` and ``widest`` pixels at 100 % text.
    Where there is no room for all, the one that ``yields`` most is left out first; 0 never is.
    """

    head: str
    subhead: str = ""
    align: str = "left"
    hint: str = ""
    widest: int = 190
    least: int = 0
    yields: int = 0


@dataclass(frozen=True, slots=True)
class GridMeter:
    """A bar drawn in a frozen column: its solid and its hatched part of 1; the rest is empty."""

    solid: float
    hatched: float = 0.0


@dataclass(frozen=True, slots=True)
class GridText:
    """Text in a frozen column or a strip; ``tone``: "" secondary strong bad warn ok.

    ``under`` is a second line of (text, tone) pieces; a ``meter`` stands where the text would.
    """

    text: str
    tone: str = ""
    hint: str = ""
    under: tuple[tuple[str, str], ...] = ()
    meter: GridMeter | None = None

    @property
    def spoken(self) -> str:
        """Both lines, as they are read aloud."""
        below = "".join(text for text, _tone in self.under)
        return ", ".join(part for part in (self.text, below.strip()) if part)


@dataclass(frozen=True, slots=True)
class GridBar:
    """A bar over the columns of a row: from ``start`` to ``end``, 1.5 is the middle of the second.

    ``kind``: "" full changed. Carried onto a row of cells it puts the code ``carries`` into the
    cell of ``column`` there; without a code it stays where it is.
    """

    start: float
    end: float
    text: str
    kind: str = ""
    column: Hashable = None
    carries: str = ""
    hint: str = ""

    def meets(self, place: int) -> bool:
        """Whether it reaches into the column at ``place``."""
        return self.start < place + 1 and place < self.end


BARS, TITLE = "bars", "title"


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row; neighbours with the same ``band`` are held together by a rotated title.

    ``kind`` is "" for a row of cells; a row of :data:`BARS` shows ``bars`` and has its ``label``
    before its leads, which stand across all frozen columns; a :data:`TITLE` parts rows.
    """

    key: Hashable
    spoken: str
    leads: tuple[GridText, ...] = ()
    totals: tuple[GridText, ...] = ()
    band: str = ""
    kind: str = ""
    label: str = ""
    bars: tuple[GridBar, ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a cell.

    ``problem`` is "", "warning" or "error"; ``detail`` is drawn where a cell has room for it;
    ``hint`` is shown on hover; ``spoken`` is what a screen reader says. In a cell of two lines
    ``mark`` is the letter of its state beside the code, ``struck`` strikes the detail out, and
    ``more`` says how many others stand in the cell. What is ``fixed`` is neither copied nor
    cleared; ``again`` says that the same code set once more is a change as well. ``cut`` takes a
    corner off the chip of what ends before its time.
    """

    code: str
    tint: str = "other"
    problem: str = ""
    changed: bool = False
    detail: str = ""
    hint: str = ""
    spoken: str = ""
    mark: str = ""
    more: int = 0
    struck: bool = False
    fixed: bool = False
    again: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class GridStrip:
    """One line under the grid: a title, a text for each column, and words at the right end."""

    title: str
    cells: tuple[GridText, ...]
    summary: GridText = field(default_factory=lambda: GridText(""))


@dataclass(frozen=True, slots=True)
class GridPicture:
    """All a grid shows at one moment; equal pictures look the same.

    ``sample`` is the text a cell of two lines must have room for, "" for two hours of the clock;
    ``now`` is where among the columns this moment is, for rows of bars.
    """

    columns: tuple[GridColumn, ...] = ()
    rows: tuple[GridRow, ...] = ()
    cells: Mapping[Place, GridCell] = field(default_factory=dict)
    leads: tuple[GridHead, ...] = ()
    totals: tuple[GridHead, ...] = ()
    strips: tuple[GridStrip, ...] = ()
    corner: tuple[str, str] = ("", "")
    two_lines: bool = False
    sample: str = ""
    now: float | None = None

    def same_shape(self, other: GridPicture) -> bool:
        """Whether only contents differ, so that a view need not be laid out anew."""
        return (
            self.columns == other.columns
            and self.leads == other.leads
            and self.totals == other.totals
            and self.two_lines == other.two_lines
            and self.sample == other.sample
            and len(self.strips) == len(other.strips)
            and [(row.key, row.band, row.kind) for row in self.rows]
            == [(row.key, row.band, row.kind) for row in other.rows]
        )

"""Sizes of a plan grid's views, all from the font: columns, rows, frozen widths, strips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from openblock.ui.grid.frozen import RIGHT_EDGE, under_kind
from openblock.ui.grid.model import GridModel, StripModel
from openblock.ui.grid.paint import cell_size
from openblock.ui.grid.picture import BARS, TITLE, GridHead, GridPicture, GridText
from openblock.ui.theme import font, px, scale

_WIDEST_CORNER = 250
_TALLER = 1.35


@dataclass(frozen=True, slots=True)
class Views:
    """The views a grid is made of, and the two models they show."""

    model: GridModel
    strip_model: StripModel
    leads: QTableView
    cells: QTableView
    totals: QTableView
    strip_titles: QTableView
    strip: QTableView
    strip_ends: QTableView


def bare(view: QTableView, *, focus: bool) -> None:
    """Take everything off a view that the grid draws or scrolls itself."""
    view.setProperty("kind", "bare")
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(1)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setMinimumSectionSize(1)
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    view.setVerticalScrollBarPolicy(off)
    view.setHorizontalScrollBarPolicy(off)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
    if not focus:
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


def lay_out(grid: Views) -> None:
    """Give each view its own columns, and join the rows of each band."""
    model = grid.model
    first, past, last = model.first, model.past, model.columnCount()
    banded = any(row.band for row in model.picture.rows)
    for view, own in (
        (grid.leads, range(0 if banded else 1, first)),
        (grid.cells, range(first, past)),
        (grid.totals, range(past, last)),
    ):
        for column in range(last):
            view.setColumnHidden(column, column not in own)
    _join_bands(grid)
    ends = grid.strip_model.columnCount() - 1
    for column in range(ends + 1):
        grid.strip_titles.setColumnHidden(column, column != 0)
        grid.strip.setColumnHidden(column, not 0 < column < ends)
        grid.strip_ends.setColumnHidden(column, column != ends)
    for view in (grid.strip_titles, grid.strip, grid.strip_ends):
        view.setVisible(bool(grid.model.picture.strips))
    grid.totals.setVisible(bool(model.picture.totals))


def _join_bands(grid: Views) -> None:
    grid.leads.clearSpans()
    edges = [*sorted(grid.model.band_starts), grid.model.rowCount()]
    for start, end in pairwise(edges):
        if end - start > 1:
            grid.leads.setSpan(start, 0, end - start, 1)


class Measure:
    """Knows the widths a picture needs and gives them to the views; ``room`` is that of all."""

    def __init__(self, grid: Views, room: Callable[[], int]) -> None:
        self._grid = grid
        self._room = room
        self._spread: tuple[int, ...] = ()
        self._totals: tuple[int, ...] = ()
        self._lead_width = 0

    def widths(self, picture: GridPicture) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The pixel widths of the lead and the total columns."""
        # Rows of bars and titles write across the frozen columns, which are as wide as cells' rows
        # want them.
        rows = [row for row in picture.rows if not row.kind]
        leads = tuple(
            _column_width(head, [row.leads[place] for row in rows])
            for place, head in enumerate(picture.leads)
        )
        totals = tuple(
            _column_width(head, [row.totals[place] for row in rows])
            for place, head in enumerate(picture.totals)
        )
        return leads, totals

    def fit(self) -> None:
        """Measure everything anew: after another shape, theme or text size."""
        grid, picture = self._grid, self._grid.model.picture
        leads, totals = self.widths(picture)
        banded = any(row.band for row in picture.rows)
        band = QFontMetrics(font("small")).height() + px(7) if banded else 0
        grid.leads.setColumnWidth(0, band)
        for place, width in enumerate(leads):
            grid.leads.setColumnWidth(1 + place, width)
        for place, width in enumerate(totals):
            grid.totals.setColumnWidth(grid.model.past + place, width)
        self._totals = totals
        lead_width = max(band + sum(leads), self._corner_width())
        if leads:
            grid.leads.setColumnWidth(len(leads), leads[-1] + lead_width - band - sum(leads))
        for view in (grid.leads, grid.strip_titles):
            view.setFixedWidth(lead_width)
        grid.strip_titles.setColumnWidth(0, lead_width)
        self._lead_width = lead_width
        self._spread = ()
        self.spread()

    def _give_way(self) -> None:
        """Leave totals out, those that yield most first, until the cells have their least room."""
        grid, picture = self._grid, self._grid.model.picture
        least = cell_size(two_lines=picture.two_lines, sample=picture.sample).width()
        room = self._room() - self._lead_width - least * len(picture.columns)
        shown = set(range(len(self._totals)))
        yielding = [n for n, head in enumerate(picture.totals) if head.yields]
        for place in sorted(yielding, key=lambda n: -picture.totals[n].yields):
            if sum(self._totals[n] for n in shown) > room:
                shown.discard(place)
        wide = sum(self._totals[n] for n in shown)
        for place in range(len(self._totals)):
            grid.totals.setColumnHidden(grid.model.past + place, place not in shown)
        for view in (grid.totals, grid.strip_ends):
            view.setFixedWidth(wide)
        grid.strip_ends.setColumnWidth(grid.strip_model.columnCount() - 1, wide)

    def _corner_width(self) -> int:
        over, under = self._grid.model.picture.corner
        titles = [strip.title for strip in self._grid.model.picture.strips]
        small = QFontMetrics(font("small"))
        texts = [QFontMetrics(font("strong")).horizontalAdvance(over)]
        texts += [small.horizontalAdvance(text) for text in (under, *titles)]
        return min(max(texts), px(_WIDEST_CORNER)) + px(16)

    def spread(self) -> None:
        """Share the room among the columns, and a little of what is left among the rows."""
        grid = self._grid
        self._give_way()
        columns = len(grid.model.picture.columns)
        rows = grid.model.rowCount()
        picture = grid.model.picture
        least = cell_size(two_lines=picture.two_lines, sample=picture.sample)
        room = grid.cells.viewport().size()
        each, left = divmod(max(room.width(), least.width() * columns), max(columns, 1))
        tall = min(int(least.height() * _TALLER), room.height() // max(rows, 1))
        # One pixel less is still readable, and often shows the last row without scrolling.
        height = max(least.height() - 1, tall)
        wanted = (columns, each, left, height, least.height())
        if wanted == self._spread:
            return
        self._spread = wanted
        first = grid.model.first
        for place in range(columns):
            width = each + (1 if place < left else 0)
            grid.cells.setColumnWidth(first + place, width)
            grid.strip.setColumnWidth(1 + place, width)
        self._set_heights(height)
        strips = len(grid.model.picture.strips)
        for view in (grid.strip_titles, grid.strip, grid.strip_ends):
            view.verticalHeader().setDefaultSectionSize(least.height())
            view.setFixedHeight(least.height() * strips)

    def _set_heights(self, height: int) -> None:
        """Rows of cells are ``height`` high, the others as their one line wants it."""
        grid = self._grid
        heights = {"": height, BARS: cell_size(two_lines=False).height(), TITLE: _title_height()}
        kinds = [row.kind for row in grid.model.picture.rows]
        # Most rows are of one kind: they follow the default, and only the others are set.
        usual = max(heights, key=kinds.count)
        for view in (grid.cells, grid.leads, grid.totals):
            header = view.verticalHeader()
            header.setDefaultSectionSize(heights[usual])
            # A section that was set by hand once keeps its height, whatever the default is now.
            for row, kind in enumerate(kinds):
                if header.sectionSize(row) != heights[kind]:
                    header.resizeSection(row, heights[kind])


def _title_height() -> int:
    return QFontMetrics(font("strong")).height() + px(12)


def _column_width(head: GridHead, texts: list[GridText]) -> int:
    size = scale()
    kind = "code" if head.align == "right" else "strong"
    wide = [_advance(kind, head.head, size), _advance("small", head.subhead, size)]
    wide += [_text_width(text, size) for text in texts]
    edge = px(10) if not any(text.under for text in texts) else px(16)
    if head.align == "right":
        # Figures: their right edges are the line the eye follows, and need no room before them.
        edge = px(RIGHT_EDGE)
    return min(max(*wide, px(head.least)), px(head.widest)) + edge


def _text_width(text: GridText, size: int) -> int:
    if not text.under:
        return _advance("body", text.text, size)
    below = sum(_advance(under_kind(tone), piece, size) for piece, tone in text.under)
    return max(_advance("strong", text.text, size), below)


@lru_cache(maxsize=4096)
def _advance(kind: str, text: str, _scale: int) -> int:
    # Asked for every row after every keystroke, and nearly always for the same texts.
    return QFontMetrics(font(kind)).horizontalAdvance(text)

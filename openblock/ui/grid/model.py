"""The item models behind a plan grid: the cells with their frozen columns, and the strips."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openblock.i18n import _
from openblock.ui.grid.picture import (
    BARS,
    TITLE,
    GridBar,
    GridCell,
    GridPicture,
    GridStrip,
    GridText,
)

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_NOTHING = GridText("")


class GridModel(QAbstractTableModel):
    """Columns in order: band, leads, the picture's columns, totals. Views hide what is not theirs.

    ``typed`` holds codes shown before they are saved: what is being typed or painted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture = GridPicture()
        self.editable = True
        self.typed: dict[tuple[int, int], str] = {}
        self.band_starts: frozenset[int] = frozenset()
        self._row_places: dict[object, int] = {}
        self._column_places: dict[object, int] = {}

    @property
    def first(self) -> int:
        """The place of the first cell column."""
        return 1 + len(self.picture.leads)

    @property
    def past(self) -> int:
        """The place after the last cell column."""
        return self.first + len(self.picture.columns)

    def set_picture(self, picture: GridPicture) -> bool:
        """Show ``picture``; True when it had another shape and views must be laid out anew."""
        self.typed.clear()
        if self.picture.same_shape(picture):
            self._mend(picture)
            return False
        self.beginResetModel()
        self.picture = picture
        rows = picture.rows
        self.band_starts = frozenset(
            place
            for place, row in enumerate(rows)
            if place == 0 or rows[place - 1].band != row.band
        )
        self._row_places = {row.key: place for place, row in enumerate(rows)}
        first = self.first
        self._column_places = {
            column.key: first + place for place, column in enumerate(picture.columns)
        }
        self.endResetModel()
        return True

    def _mend(self, picture: GridPicture) -> None:
        old, self.picture = self.picture, picture
        for key in old.cells.keys() | picture.cells.keys():
            if old.cells.get(key) != picture.cells.get(key):
                self._changed(self._row_places.get(key[0]), self._column_places.get(key[1]))
        last = self.columnCount() - 1
        for place, (was, now) in enumerate(zip(old.rows, picture.rows, strict=True)):
            if was.leads != now.leads:
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.first - 1))
            if was.totals != now.totals:
                self.dataChanged.emit(self.index(place, self.past), self.index(place, last))
            if was.bars != now.bars:
                self.dataChanged.emit(
                    self.index(place, self.first), self.index(place, self.past - 1)
                )

    def _changed(self, row: int | None, column: int | None) -> None:
        if row is not None and column is not None:
            at = self.index(row, column)
            self.dataChanged.emit(at, at)

    def show_typed(self, typed: dict[tuple[int, int], str]) -> None:
        """Show codes not saved yet, by row and column place; nothing for an empty mapping."""
        touched = self.typed.keys() | typed.keys()
        self.typed = dict(typed)
        self.repaint_places(touched)

    def repaint_places(self, places: Iterable[tuple[int, int]]) -> None:
        """Ask the views to draw these cells again."""
        for row, column in places:
            self._changed(row, column)

    def place_of(self, row_key: object, column_key: object) -> tuple[int, int] | None:
        """Row and column place of a cell by its keys; None when it is not shown."""
        row, column = self._row_places.get(row_key), self._column_places.get(column_key)
        return None if row is None or column is None else (row, column)

    def keys_at(self, row: int, column: int) -> tuple[Any, Any] | None:
        """The keys of the cell at these places; None for a frozen column."""
        if not self.first <= column < self.past or not 0 <= row < len(self.picture.rows):
            return None
        return self.picture.rows[row].key, self.picture.columns[column - self.first].key

    def cell_at(self, row: int, column: int) -> GridCell | None:
        """What stands in the cell at these places."""
        keys = self.keys_at(row, column)
        return self.picture.cells.get(keys) if keys else None

    def text_at(self, row: int, column: int) -> GridText:
        """The text of a frozen column."""
        shown = self.picture.rows[row]
        if column == 0:
            return GridText(shown.band, "secondary")
        part = shown.leads if column < self.first else shown.totals
        place = column - (1 if column < self.first else self.past)
        return part[place] if place < len(part) else _NOTHING

    def is_cell(self, column: int) -> bool:
        """Whether the column at this place holds cells, not frozen text."""
        return self.first <= column < self.past

    def kind_at(self, row: int) -> str:
        """The kind of the row at this place; "" for a row of cells, and where there is none."""
        return self.picture.rows[row].kind if 0 <= row < len(self.picture.rows) else ""

    def bars_at(self, row: int, column: int) -> tuple[GridBar, ...]:
        """The bars that reach into the cell at these places."""
        place = column - self.first
        return tuple(bar for bar in self.picture.rows[row].bars if bar.meets(place))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.picture.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.past + len(self.picture.totals)

    def flags(self, index: Index) -> Qt.ItemFlag:
        kind = self.kind_at(index.row())
        if not index.isValid() or kind == TITLE:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.editable and not kind and self.is_cell(index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            rows = self.picture.rows
            spoken = role == Role.DisplayRole and section < len(rows)
            return rows[section].spoken if spoken else None
        if self.is_cell(section):
            return _column_head(self.picture, section - self.first, role)
        heads = (None, *self.picture.leads, *self.picture.totals)
        place = section if section < self.first else section - len(self.picture.columns)
        head = heads[place] if 0 <= place < len(heads) else None
        if head is None:
            return None
        if role == Role.DisplayRole:
            return head.head
        return (head.hint or None) if role == Role.ToolTipRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if not self.is_cell(column):
            return _text_data(self.text_at(row, column), role)
        return (self._bar_data if self.kind_at(row) else self._cell_data)(row, column, role)

    def _cell_data(self, row: int, column: int, role: int) -> str | None:
        cell = self.cell_at(row, column)
        if role in (Role.DisplayRole, Role.EditRole):
            return self.typed.get((row, column), cell.code if cell else "")
        if role == Role.ToolTipRole:
            return plain_tip(cell.hint) if cell else None
        if role == Role.AccessibleTextRole:
            return self._spoken(row, column, cell)
        return None

    def _spoken(self, row: int, column: int, cell: GridCell | None) -> str:
        return self._said(row, column, (cell.spoken or cell.code) if cell else "")

    def _said(self, row: int, column: int, what: str) -> str:
        who = self.picture.rows[row].spoken
        when = self.picture.columns[column - self.first]
        what = what or _("empty")
        return f"{who}, {when.spoken or when.head}: {what}"

    def _bar_data(self, row: int, column: int, role: int) -> str | None:
        if self.kind_at(row) != BARS:
            return None
        bars = self.bars_at(row, column)
        if role == Role.DisplayRole:
            return " ".join(bar.text for bar in bars)
        if role == Role.ToolTipRole:
            return "\n".join(bar.hint for bar in bars) or None
        if role == Role.AccessibleTextRole:
            return self._said(row, column, "; ".join(bar.hint or bar.text for bar in bars))
        return None


def _column_head(picture: GridPicture, place: int, role: int) -> str | None:
    column = picture.columns[place]
    if role == Role.DisplayRole:
        return f"{column.head} {column.subhead}".strip()
    if role in (Role.ToolTipRole, Role.AccessibleTextRole):
        return column.spoken or None
    return None


def _text_data(text: GridText, role: int) -> str | None:
    if role == Role.DisplayRole:
        return text.text
    if role == Role.AccessibleTextRole:
        return text.spoken
    if role == Role.ToolTipRole:
        return plain_tip(text.hint or text.spoken)
    return None


def plain_tip(text: str) -> str | None:
    """A tooltip that shows ``text`` as it is: what looks like a tag would be taken for one."""
    if "<" not in text:
        return text or None
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>'


class StripModel(QAbstractTableModel):
    """The lines under the grid: title, a text for each column, a summary."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture = GridPicture()

    def set_picture(self, picture: GridPicture) -> None:
        """Show the strips of ``picture``; only what changed is drawn again."""
        if not self.picture.same_shape(picture):
            self.beginResetModel()
            self.picture = picture
            self.endResetModel()
            return
        old, self.picture = self.picture, picture
        for place, (was, now) in enumerate(zip(old.strips, picture.strips, strict=True)):
            if was != now:
                self._mend(place, was, now)

    def _mend(self, row: int, was: GridStrip, now: GridStrip) -> None:
        before = (GridText(was.title), *was.cells, was.summary)
        after = (GridText(now.title), *now.cells, now.summary)
        if len(before) != len(after):
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
            return
        for column, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.picture.strips)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.picture.columns) + 2

    def text_at(self, row: int, column: int) -> GridText:
        """The text at these places."""
        strip = self.picture.strips[row]
        if column == 0:
            return GridText(strip.title)
        if column == self.columnCount() - 1:
            return strip.summary
        return strip.cells[column - 1] if column - 1 < len(strip.cells) else _NOTHING

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return _text_data(self.text_at(index.row(), index.column()), role)

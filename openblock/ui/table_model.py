"""One model for every plain table: frozen rows in, columns that say how to show and sort them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from openblock.i18n import search_key, sort_key
from openblock.ui.icons import icon
from openblock.ui.theme import font, token

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """How one column reads a row.

    ``sort`` gives the value to compare (the shown text in Latvian order when left out), ``tone`` a
    theme colour, ``icon`` an icon's name, ``spoken`` what a screen reader says instead of the text.
    """

    title: str
    show: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    align: str = "left"
    tooltip: Callable[[Any], str] | None = None
    spoken: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    icon: Callable[[Any], str] | None = None
    strong: bool = False
    hint: str = ""


class RowsTableModel(QAbstractTableModel):
    """Shows frozen rows; :meth:`set_rows` keeps the order given, a proxy sorts and filters."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Any] = (),
        *,
        key: Callable[[Any], Hashable] | None = None,
        search: Callable[[Any], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Any, ...] = tuple(rows)
        self._key = key or (lambda row: row)
        self._search = search

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show ``rows``; when only their content changed (same keys), selection stays."""
        fresh = tuple(rows)
        if [self._key(row) for row in fresh] != [self._key(row) for row in self.rows]:
            self.beginResetModel()
            self.rows = fresh
            self.endResetModel()
            return
        old, self.rows = self.rows, fresh
        last = len(self.columns) - 1
        for place, (was, now) in enumerate(zip(old, fresh, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, or the same ones in another language."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def row_of(self, key: Hashable) -> int:
        """The place of the row with ``key``, or -1."""
        for place, row in enumerate(self.rows):
            if self._key(row) == key:
                return place
        return -1

    def found_by(self, place: int) -> str:
        """The text the row at ``place`` is found by, without case and diacritics."""
        row = self.rows[place]
        if self._search:
            return search_key(self._search(row))
        return search_key(" ".join(column.show(row) for column in self.columns))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Role.DisplayRole:
            return column.title
        if role == Role.ToolTipRole:
            return column.hint or None
        if role == Role.TextAlignmentRole:
            return _ALIGN[column.align]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = _ANSWERS.get(role)
        if answer is None:
            return None
        return answer(self.columns[index.column()], self.rows[index.row()])


_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}


def _sorted_by(column: Column, row: Any) -> Any:
    return column.sort(row) if column.sort else sort_key(column.show(row))


def _tooltip(column: Column, row: Any) -> str | None:
    return (column.tooltip(row) if column.tooltip else column.show(row)) or None


def _spoken(column: Column, row: Any) -> str:
    said = column.spoken(row) if column.spoken else column.show(row)
    return f"{column.title}: {said}" if column.title else said


_ANSWERS: dict[int, Callable[[Column, Any], Any]] = {
    Role.DisplayRole: lambda column, row: column.show(row),
    Role.TextAlignmentRole: lambda column, _row: _ALIGN[column.align],
    Role.ToolTipRole: _tooltip,
    Role.AccessibleTextRole: _spoken,
    Role.ForegroundRole: lambda column, row: (
        token(tone) if column.tone and (tone := column.tone(row)) else None
    ),
    Role.DecorationRole: lambda column, row: (
        icon(name, column.tone(row) if column.tone else "text2")
        if column.icon and (name := column.icon(row))
        else None
    ),
    Role.FontRole: lambda column, _row: font("strong") if column.strong else None,
    ROW_ROLE: lambda _column, row: row,
    SORT_ROLE: _sorted_by,
}


class RowsProxy(QSortFilterProxyModel):
    """Sorts by each column's own values, compared in Python, and filters without diacritics."""

    def __init__(self, model: RowsTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sought = ""
        self._also: Callable[[Any], bool] | None = None
        self._rows = model
        self.setSourceModel(model)

    def seek(self, text: str) -> None:
        """Show only rows that hold every word of ``text``; all rows for an empty one."""
        self._sought = search_key(text)
        self._refilter()

    def only(self, wanted: Callable[[Any], bool] | None) -> None:
        """Show only rows ``wanted`` says yes to; all for None."""
        self._also = wanted
        self._refilter()

    def _refilter(self) -> None:
        self.invalidate()

    def row_at(self, index: Index) -> Any:
        """The frozen row shown at ``index``, or None."""
        return index.data(ROW_ROLE) if index.isValid() else None

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        if self._also and not self._also(self._rows.rows[source_row]):
            return False
        found = self._rows.found_by(source_row) if self._sought else ""
        return all(word in found for word in self._sought.split())

    def lessThan(self, left: Index, right: Index) -> bool:
        column = self._rows.columns[left.column()]
        rows = self._rows.rows
        one, other = (_sorted_by(column, rows[at.row()]) for at in (left, right))
        if one is None or other is None:
            return one is None and other is not None
        return bool(one < other)

"""The log as a table that reads on as it is scrolled, so that 100 000 rows stay smooth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from openblock.features.accounts.ui.log_words import about, deed_words, what_changed, why
from openblock.features.accounts.words import role_words
from openblock.i18n import _, format_moment, format_number
from openblock.storage.log import LogRow

Index = QModelIndex | QPersistentModelIndex
Fetch = Callable[[int | None], tuple[LogRow, ...]]
_ROOT = QModelIndex()
_SHOW: tuple[Callable[[LogRow], str], ...] = (
    lambda row: format_number(row.number),
    lambda row: format_moment(row.at),
    lambda row: row.actor,
    lambda row: role_words(row.role) if row.role else "",
    lambda row: deed_words(row.operation),
    about,
    why,
    what_changed,
)


class LogModel(QAbstractTableModel):
    """``fetch(before)`` gives rows older than number ``before``, newest first; none is the end."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._fetch = fetch
        self.rows: list[LogRow] = []
        self._whole = False

    def start(self, fetch: Fetch | None = None) -> None:
        """Read from the newest row on, with another filter if one is given."""
        self.beginResetModel()
        self._fetch = fetch or self._fetch
        self.rows = list(self._fetch(None))
        self._whole = not self.rows
        self.endResetModel()

    @property
    def is_whole(self) -> bool:
        """Whether the oldest row has been read."""
        return self._whole

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._whole

    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._whole:
            return
        more = self._fetch(self.rows[-1].number if self.rows else None)
        if not more:
            self._whole = True
            return
        self.beginInsertRows(_ROOT, len(self.rows), len(self.rows) + len(more) - 1)
        self.rows.extend(more)
        self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_SHOW)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heads()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if role in shown:
            return _SHOW[index.column()](self.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = _SHOW[index.column()](self.rows[index.row()])
            return f"{heads()[index.column()]}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def heads() -> tuple[str, ...]:
    """The columns of the log (SEC-02)."""
    return (
        _("No."),
        _("When"),
        _("Who"),
        _("Role"),
        _("What"),
        _("About"),
        _("Why and for whom"),
        _("Old → new"),
    )

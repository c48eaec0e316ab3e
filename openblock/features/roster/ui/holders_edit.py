"""An editor of the officers who may stand on a post: a list with a box to tick for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from openblock.features.roster.queries.posts import folded
from openblock.features.staff.queries import OfficerRow
from openblock.i18n import _, n_, sort_key
from openblock.ui.forms import labelled
from openblock.ui.theme import font, px, scale, token, watch

Role = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LINES, _FEW, _LARGE = 9, 5, 150
_DOT = " \N{MIDDLE DOT} "


class HoldersModel(QAbstractListModel):
    """Officers with a box; whose own post it is, is ticked and stays so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.officers: tuple[OfficerRow, ...] = ()
        self._held: set[int] = set()
        self._post = ""

    @property
    def held(self) -> tuple[int, ...]:
        """The numbers of those ticked by hand."""
        return tuple(sorted(self._held))

    def show_officers(self, officers: Sequence[OfficerRow]) -> None:
        """Offer these, in the order of their names; who is ticked stays so."""
        self.beginResetModel()
        self.officers = tuple(sorted(officers, key=lambda each: sort_key(each.name)))
        self.endResetModel()

    def hold(self, held: Iterable[int]) -> None:
        """Tick these and nobody else."""
        self._held = set(held)
        self._all_changed()

    def name_post(self, post: str) -> None:
        """Say which post it is: whose own that is needs no tick."""
        if folded(post) != self._post:
            self._post = folded(post)
            self._all_changed()

    def count(self) -> int:
        """How many may stand on it in all."""
        own = {each.officer_id for each in self.officers if self._is_own(each)}
        return len(own | self._held)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.officers)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._is_own(self.officers[index.row()]):
            return flags
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.officers[index.row()]
        own = self._is_own(row)
        if role == Role.CheckStateRole:
            ticked = own or row.officer_id in self._held
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Role.ForegroundRole and own:
            return token("text3")
        if role in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return row.name + _DOT + (_("own post") if own else row.post or row.rank)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not index.isValid():
            return False
        row = self.officers[index.row()]
        if self._is_own(row):
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._held.add(row.officer_id)
        else:
            self._held.discard(row.officer_id)
        self.dataChanged.emit(index, index)
        return True

    def _is_own(self, row: OfficerRow) -> bool:
        return bool(self._post) and folded(row.post) == self._post

    def _all_changed(self) -> None:
        if self.officers:
            self.dataChanged.emit(self.index(0), self.index(len(self.officers) - 1))


class HoldersEdit(QWidget):
    """The value is the officers' numbers; letters jump to a name, Space ticks it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HoldersModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setToolTip(_("Letters find a name, Space ticks it"))
        self.count = labelled("", "hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.list)
        column.addWidget(self.count)
        self.setFocusProxy(self.list)
        self.model.dataChanged.connect(self._changed)
        self.model.modelReset.connect(self._say)
        watch(self._fit)
        self._fit()
        self._say()

    def value(self) -> tuple[int, ...]:
        return self.model.held

    def set_value(self, value: Iterable[int]) -> None:
        self.model.hold(value)

    def unread(self) -> str:
        """Anybody may be ticked, and nobody too."""
        return ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def _changed(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        number = self.model.count()
        self.count.setText(
            n_("{number} officer may stand on it", "{number} officers may stand on it", number)
        )

    def _fit(self) -> None:
        lines = _FEW if scale() >= _LARGE else _LINES
        self.list.setFixedHeight((QFontMetrics(font()).height() + px(6)) * lines)

"""Who takes part in the booking on the panel; before it starts, who is missing is unticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from openblock.features.grounds.queries.rows import ParticipantRow
from openblock.i18n import _
from openblock.ui.plain_label import on_hover
from openblock.ui.theme import font, px, token, watch

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
PERSON_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_DOT = " \N{MIDDLE DOT} "


class PeopleModel(QAbstractListModel):
    """Names with their beds, in the order of the names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[ParticipantRow, ...] = ()
        self.tickable = False
        self._missing: set[int] = set()

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of those who were unticked."""
        return tuple(each.resident_id for each in self.people if each.resident_id in self._missing)

    def show_people(
        self, people: Sequence[ParticipantRow], *, tickable: bool, again: bool = False
    ) -> None:
        """Show these; ``again``: of the same booking, who was unticked stays so."""
        self.beginResetModel()
        self.people, self.tickable = tuple(people), tickable
        if not (again and tickable):
            self._missing = set()
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can = self.tickable and index.isValid()
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person = self.people[index.row()]
        if role == PERSON_ROLE:
            return person
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._words(person)
        if role == Role.ToolTipRole:
            return on_hover(self._words(person))
        if role == Role.CheckStateRole and self.tickable:
            came = person.resident_id not in self._missing
            return Qt.CheckState.Checked if came else Qt.CheckState.Unchecked
        return self._look(person, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.CheckStateRole or not self.tickable or not index.isValid():
            return False
        number = self.people[index.row()].resident_id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._missing.discard(number)
        else:
            self._missing.add(number)
        self.dataChanged.emit(index, index)
        return True

    def _words(self, person: ParticipantRow) -> str:
        missing = person.resident_id in self._missing or not person.came
        absent = _("did not come") if missing else ""
        return _DOT.join(filter(None, (person.name, person.place, absent)))

    def _look(self, person: ParticipantRow, role: int) -> Any:
        absent = not person.came or person.resident_id in self._missing
        if not absent:
            return None
        if role == Role.ForegroundRole:
            return token("warn")
        if role == Role.FontRole:
            struck = font()
            struck.setStrikeOut(True)
            return struck
        return None


class PeopleList(QListView):
    """As high as its names, so that the whole panel scrolls and not a part of it."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setProperty("kind", "bare")
        self.setAccessibleName(_("Participants"))
        self.setToolTip(_("Enter opens the card; Space unticks who is missing"))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.fit)
        watch(self.fit)

    def fit(self) -> None:
        """Take the height of all names, and boxes as large as their letters."""
        side = px(14)
        sheet = f"QListView::indicator {{ width: {side}px; height: {side}px; }}"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
        rows = self.model().rowCount()
        high = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(rows * high + 2)

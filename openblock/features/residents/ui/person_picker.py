"""An editor that picks one resident: a few letters, then Enter on the name that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.residents.queries import Found, find_residents, people
from openblock.features.residents.rules.content import Status
from openblock.features.residents.words import status_word
from openblock.i18n import _
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.messages import words

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST = 8
_WAIT_MS = 60


class FoundModel(QAbstractListModel):
    """Names found, with where the person is unless it is inside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[Found, ...] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each = self.found[index.row()]
        if role == ID_ROLE:
            return each.resident_id
        if role == Qt.ItemDataRole.EditRole:
            return each.name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            away = each.status is not Status.PRESENT
            return f"{each.name} \N{MIDDLE DOT} {status_word(each.status)}" if away else each.name
        return None


class PersonPicker(QLineEdit):
    """The value is a resident's number; typing on after a choice takes it back.

    ``exclude`` are those who cannot be meant: a person is not kept apart from herself.
    """

    edited = Signal()

    def __init__(
        self, desk: Desk, exclude: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._exclude = frozenset(exclude)
        self._chosen: int | None = None
        self._trouble = ""
        self.offered = FoundModel(self)
        self._completer = QCompleter(self.offered, self)
        self.popup = QListView()
        self._completer.setPopup(self.popup)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(Qt.ItemDataRole.EditRole)
        self._completer.setWidget(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_WAIT_MS)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(_("A few letters of the name"))
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._settle)
        self._pause.timeout.connect(self._offer)
        self.popup.activated.connect(self._picked)
        self.popup.clicked.connect(self._picked)

    def value(self) -> int | None:
        return self._chosen

    def set_value(self, value: int | None) -> None:
        """Show the person with this number; nobody for None or an unknown one."""
        self._pause.stop()
        self._chosen = None
        name = ""
        if value is not None:
            found = self._desk.read(people, (value,), clock.now(), consult=_seen())
            if value in found:
                self._chosen, name = value, found[value].name
        self.setText(name)
        self.setCursorPosition(0)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name marked: the field has the key before its list does."""
        marked = self.popup.currentIndex() if self.popup.isVisible() else QModelIndex()
        if marked.isValid() and event.key() in _TAKING:
            self._picked(marked)
            event.accept()
            return
        super().keyPressEvent(event)

    def unread(self) -> str:
        """Why nobody is chosen though something is typed."""
        if self._chosen is not None or not self.text().strip():
            return ""
        return self._trouble or _("Nobody is chosen yet: pick a name from the list.")

    def exclude(self, resident_ids: Sequence[int]) -> None:
        """Others cannot be meant from now on."""
        self._exclude = frozenset(resident_ids)
        if self._chosen in self._exclude:
            self.set_value(None)

    def _typed(self) -> None:
        self._chosen = None
        self._pause.start()
        self.edited.emit()

    def _offer(self) -> None:
        self._search()
        if not (self.hasFocus() and self.offered.found):
            self.popup.hide()
            return
        self._completer.complete()
        # The best one is at hand: Enter takes it.
        self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _search(self) -> None:
        """Look for what is typed now."""
        self._pause.stop()
        self._trouble = ""
        typed = self.text().strip()
        found: tuple[Found, ...] = ()
        if typed:
            most = _MOST + len(self._exclude)
            try:
                found = self._desk.read(find_residents, typed, clock.now(), most, consult=_seen())
            except KnownError as refusal:
                self._trouble = words(refusal)
        kept = [each for each in found if each.resident_id not in self._exclude]
        self.offered.show_found(kept[:_MOST])

    def _settle(self) -> None:
        """Left without a choice: one who alone can be meant is taken."""
        if self._chosen is not None or not self.text().strip():
            return
        self._search()
        if len(self.offered.found) == 1:
            self._choose(self.offered.found[0])

    def _picked(self, index: QModelIndex) -> None:
        number = index.data(ID_ROLE)
        chosen = next((each for each in self.offered.found if each.resident_id == number), None)
        if chosen is not None:
            self._choose(chosen)

    def _choose(self, found: Found) -> None:
        self._chosen = found.resident_id
        self.setText(found.name)
        self.setCursorPosition(0)
        self.popup.hide()
        self.edited.emit()


def _seen() -> Consultation:
    return Consultation("resident-list", "picker")

"""An editor of the people who take part: letters and Enter add one, Delete takes one out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QToolButton, QVBoxLayout, QWidget

from openblock import clock
from openblock.errors import Problem
from openblock.features.residents.queries import people
from openblock.features.residents.ui.person_picker import ID_ROLE, Index, PersonPicker
from openblock.i18n import _, sort_key
from openblock.storage.acts import Consultation
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.shortcuts import hint
from openblock.ui.theme import px, scale, token, watch

Role = Qt.ItemDataRole
_ROOT = QModelIndex()
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKING_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LINES, _FEWEST = 5, 2
_LARGE = 150
PICKED = Consultation("resident-list", "picker")


class PeopleModel(QAbstractListModel):
    """Those who take part, in the order of their names; whom a problem names carries a sign."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[tuple[int, str], ...] = ()
        self._named: frozenset[str] = frozenset()

    def show_people(self, names: Mapping[int, str]) -> None:
        """Show these."""
        self.beginResetModel()
        self.people = tuple(sorted(names.items(), key=lambda each: (sort_key(each[1]), each[0])))
        self.endResetModel()

    def mark(self, named: Collection[str]) -> None:
        """Put a sign before those who have one of these names."""
        self._named = frozenset(named)
        if self.people:
            self.dataChanged.emit(self.index(0), self.index(len(self.people) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number, name = self.people[index.row()]
        if role == ID_ROLE:
            return number
        named = name in self._named
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return f"\N{BLACK UP-POINTING TRIANGLE} {name}" if named else name
        return token("warn") if named and role == Role.ForegroundRole else None


class PeopleEdit(QWidget):
    """The value is the residents' numbers in the order of their names."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._most = 0
        self._names: dict[int, str] = {}
        self.picker = _AddingPicker(desk)
        self.count = labelled("", "strong")
        self.model = PeopleModel(self)
        self.list = _List()
        self.list.setModel(self.model)
        self.out_button = QToolButton()
        self.out_button.setIcon(icon("delete"))
        self.out_button.setToolTip(hint(_("Take the person out"), "cell-clear"))
        self.out_button.setAccessibleName(_("Take the person out"))
        self._lay_out()
        self.picker.edited.connect(self._picked)
        self.out_button.clicked.connect(self.take_out)
        self.list.cleared.connect(self.take_out)
        self.setFocusProxy(self.picker)
        watch(self._fit)
        self._fit()
        self._say()

    def value(self) -> tuple[int, ...]:
        return tuple(number for number, _name in self.model.people)

    def set_value(self, value: Sequence[int]) -> None:
        """Show the people with these numbers; whom nobody knows is left out."""
        rows = self._desk.read(people, tuple(value), clock.now(), consult=PICKED) if value else {}
        self._names = {number: row.name for number, row in rows.items()}
        self._show()

    def unread(self) -> str:
        """Why what is typed is nobody yet."""
        return self.picker.unread()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)
        self.list.setAccessibleName(_("{field}: chosen").format(field=name))

    def setAccessibleDescription(self, said: str) -> None:
        super().setAccessibleDescription(said)
        self.picker.setAccessibleDescription(said)

    def offer_places(self, most: int) -> None:
        """Count against so many places; 0: they are not counted."""
        self._most = most
        self._say()

    def mark(self, problems: Iterable[Problem]) -> None:
        """Put a sign before whom a problem names."""
        facts = ("name", "one", "other")
        self.model.mark({str(each.facts.get(fact, "")) for each in problems for fact in facts})

    def take_out(self) -> None:
        """The person chosen in the list takes no part."""
        place = self.list.currentIndex()
        number = place.data(ID_ROLE)
        if number is None:
            return
        self._names.pop(number, None)
        self._show()
        row = min(place.row(), len(self.model.people) - 1)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    # Inside

    def _picked(self) -> None:
        number = self.picker.value()
        if number is not None:
            self._names[number] = self.picker.text()
            # The picker still tells of its choice; it is emptied once it has.
            QTimer.singleShot(0, self, self.picker.clear_choice)
            self._show()
        elif self.picker.text():
            self.edited.emit()

    def _show(self) -> None:
        self.model.show_people(self._names)
        self.picker.leave_out(tuple(self._names))
        self.out_button.setEnabled(bool(self._names))
        self._fit()
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        number = len(self.model.people)
        said = _("{number} of {most}").format(number=number, most=self._most)
        self.count.setText(said if self._most else str(number))

    def _fit(self) -> None:
        lines = _LINES
        if scale() >= _LARGE:
            # With large text what is said of the people must not be pushed out of sight by them.
            lines = max(_FEWEST, min(len(self.model.people), _LINES))
        high = self.list.fontMetrics().height() + px(4)
        self.list.setFixedHeight(high * lines + px(6))

    def _lay_out(self) -> None:
        typing = QHBoxLayout()
        typing.setSpacing(px(8))
        typing.addWidget(self.picker, 1)
        typing.addWidget(self.count)
        typing.addWidget(self.out_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(typing)
        column.addWidget(self.list)


class _AddingPicker(PersonPicker):
    """Enter with letters typed takes the best name, however fast it comes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marked = self.popup.isVisible() and self.popup.currentIndex().isValid()
        half_typed = bool(self.text().strip()) and self.value() is None
        if event.key() in _TAKING and half_typed and not marked:
            self._search()
            if self.offered.found:
                self._choose(self.offered.found[0])
            # A form is not sent with a name half typed.
            event.accept()
            return
        super().keyPressEvent(event)

    def leave_out(self, resident_ids: Sequence[int]) -> None:
        """Those who are chosen are not offered again."""
        self._exclude = frozenset(resident_ids)

    def clear_choice(self) -> None:
        """Ready for the next name."""
        self.set_value(None)


class _List(QListView):
    """Delete takes out who is chosen."""

    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TAKING_OUT:
            self.cleared.emit()
            event.accept()
            return
        super().keyPressEvent(event)

"""The entries of a tall list that one key picks: free times, groups, who could take a duty over."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from openblock.ui.entry_paint import LINE_ROLE, EntryDelegate, Index
from openblock.ui.plain_label import on_hover
from openblock.ui.tall_list import TallList

Role = Qt.ItemDataRole
_ROOT = QModelIndex()
#: As many entries as there are digits to pick them by.
MOST_NUMBERED = 9
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry; ``number`` is the digit that picks it, 0 for none; ``what`` it stands for.

    A heading stands for nothing (None).
    """

    what: Hashable
    number: int
    title: str
    aside: str = ""
    reasons: str = ""
    warning: str = ""
    fit: bool = True

    @property
    def sign(self) -> str:
        """What stands where the digit would: a cross for what cannot be had."""
        return "" if self.fit or self.what is None else "\N{MULTIPLICATION X}"

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader and on hover."""
        number = str(self.number) if self.number else ""
        parts = (f"{number} {self.title}".strip(), self.aside, self.reasons, self.warning)
        return ". ".join(part.rstrip(".") for part in parts if part)


class EntriesModel(QAbstractListModel):
    """The entries in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[EntryLine, ...] = ()

    def show_lines(self, lines: Sequence[EntryLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].what is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Role.ToolTipRole:
            return on_hover(line.spoken)
        return line.spoken if role in (Role.DisplayRole, Role.AccessibleTextRole) else None


class EntriesList(TallList):
    """Enter and a click take an entry; so does its digit while the list has the keyboard.

    Not ``at_once``, a click and a digit only choose: what is chosen goes out with the rest of its
    form, and may be read without being taken.
    """

    #: What the entry stands for.
    taken = Signal(object)
    #: Another entry is chosen, or none.
    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        self.entries = EntriesModel()
        self._at_once = at_once
        super().__init__(self.entries, name, parent)
        self.entries.setParent(self)
        self.setItemDelegate(EntryDelegate(self))
        if at_once:
            self.clicked.connect(self._take)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_lines(self, lines: Sequence[EntryLine]) -> None:
        """Show these; none is chosen yet."""
        self.entries.show_lines(lines)

    def choose(self, what: Hashable = None) -> None:
        """Choose the entry that stands for ``what``, else the first that can be had."""
        lines = self.entries.lines
        places = [
            place for place, each in enumerate(lines) if each.what == what and what is not None
        ]
        places += [place for place, each in enumerate(lines) if each.fit]
        if places:
            self.setCurrentIndex(self.entries.index(places[0]))

    def line(self) -> EntryLine | None:
        """The entry chosen."""
        found: EntryLine | None = self.currentIndex().data(LINE_ROLE)
        return found

    def take(self, number: int) -> bool:
        """Take the entry with this digit; False where there is none."""
        for place, each in enumerate(self.entries.lines):
            if number and each.number == number:
                self.setCurrentIndex(self.entries.index(place))
                if self._at_once:
                    self._take(self.entries.index(place))
                return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """With the keyboard in the list there is one that Enter would take."""
        if not self.currentIndex().isValid():
            self.choose()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        taken = plain and (
            self.take(event.key() - Qt.Key.Key_0)
            if 0 < event.key() - Qt.Key.Key_0 <= MOST_NUMBERED
            else self._at_once and event.key() in _TAKING and self._take(self.currentIndex())
        )
        if taken:
            event.accept()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.picked.emit()

    def _take(self, index: QModelIndex) -> bool:
        line: EntryLine | None = index.data(LINE_ROLE)
        if line is None or not line.fit:
            return False
        self.taken.emit(line.what)
        return True

"""An editor of how far a trainee has come in each competence: one keystroke for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openblock.features.shadowing.rules.content import Mark
from openblock.features.shadowing.words import mark_words
from openblock.i18n import _, p_
from openblock.ui.plain_label import plain
from openblock.ui.theme import px, scale, token

#: In the order of their keys: 0 is not seen.
MARKS: tuple[Mark | None, ...] = (None, Mark.WATCHED, Mark.HELPED, Mark.ALONE)
_LARGE = 150
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class MarksEdit(QWidget):
    """The value is a mark by number of competence; what was not seen is not in it."""

    edited = Signal()

    def __init__(
        self, competences: Sequence[tuple[int, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        self.rows: dict[int, MarkRow] = {}
        for number, name in competences:
            row = MarkRow(name)
            row.edited.connect(self.edited)
            self.rows[number] = row
            column.addWidget(row)
        for first in list(self.rows.values())[:1]:
            self.setFocusProxy(first)

    def value(self) -> Mapping[int, Mark]:
        marks = {number: row.mark() for number, row in self.rows.items()}
        return {number: mark for number, mark in marks.items() if mark is not None}

    def set_value(self, value: Mapping[int, Mark]) -> None:
        for number, row in self.rows.items():
            row.set_mark(value.get(number))

    def unread(self) -> str:
        return ""


class MarkRow(QWidget):
    """One competence: 0 to 3 set the mark and go on to the next, arrows change it."""

    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("0\N{EN DASH}3 set it and go on; Left and Right change it"))
        self.buttons = QButtonGroup(self)
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        if scale() >= _LARGE:
            line.setDirection(QBoxLayout.Direction.TopToBottom)
        line.setContentsMargins(px(6), px(3), px(6), px(3))
        line.setSpacing(px(6))
        line.addWidget(plain(name), 1)
        line.addLayout(self._segments())
        self.set_mark(None)

    def mark(self) -> Mark | None:
        """The mark given, None for not seen."""
        return MARKS[max(self.buttons.checkedId(), 0)]

    def set_mark(self, mark: Mark | None) -> None:
        """Give this mark."""
        self.buttons.button(MARKS.index(mark)).setChecked(True)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.buttons.checkedId()
        digit = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and 0 <= digit < len(MARKS):
            self._give(digit)
            self.focusNextChild()
        elif event.key() in _CLEARING:
            self._give(0)
        elif event.key() in _STEPS:
            self._give(min(max(place + _STEPS[Qt.Key(event.key())], 0), len(MARKS) - 1))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(token("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(4), px(4))

    # Inside

    def _segments(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(2))
        for place, mark in enumerate(MARKS):
            words = mark_words(mark) if mark is not None else p_("mark", "not seen")
            button = QToolButton()
            button.setText(f"{place} {words}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(f"{self._name}: {words}")
            self.buttons.addButton(button, place)
            line.addWidget(button)
        self.buttons.idClicked.connect(self._clicked)
        line.addStretch(1)
        return line

    def _clicked(self, _place: int) -> None:
        self.setFocus()
        self._describe()
        self.edited.emit()

    def _give(self, place: int) -> None:
        if self.buttons.checkedId() != place:
            self.buttons.button(place).setChecked(True)
            self._describe()
            self.edited.emit()

    def _describe(self) -> None:
        mark = self.mark()
        words = mark_words(mark) if mark is not None else p_("mark", "not seen")
        self.setAccessibleName(f"{self._name}: {words}")

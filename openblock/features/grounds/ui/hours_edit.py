"""Editors of opening hours: of one day, and of the seven days of a week."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QToolButton, QWidget

from openblock.features.grounds.rules.content import ALWAYS, Hours
from openblock.features.grounds.ui.hours_reading import read_hours, shown_hours
from openblock.features.grounds.words import weekday_words
from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.shortcuts import hint, sequences
from openblock.ui.theme import px

_WEEK = 7
_BELOW = "hours-below"


class DayHoursEdit(QLineEdit):
    """The value is the intervals of one day; empty, it does not open."""

    edited = Signal()
    #: The days below are to open at the same hours.
    below_wanted = Signal()

    def __init__(self, value: Hours = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("closed; open: 7-12, 13-21"))
        self.set_value(value)
        self.textChanged.connect(self.edited)
        self.editingFinished.connect(self._tidy)

    def value(self) -> Hours | None:
        return read_hours(self.text())

    def set_value(self, value: Hours | None) -> None:
        self.setText(shown_hours(value or ()))

    def unread(self) -> str:
        """Why what is typed is no opening hours, in words."""
        return "" if self.value() is not None else _("Not hours: type 7-21, or 7-12, 13-21")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) in sequences(_BELOW):
            self.below_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _tidy(self) -> None:
        value = self.value()
        if value is not None and self.text() != shown_hours(value):
            self.set_value(value)


class WeekHoursEdit(QWidget):
    """A line for each weekday; a key or its arrow copies one to the days below."""

    edited = Signal()

    def __init__(self, value: Sequence[Hours] = ALWAYS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = tuple(DayHoursEdit() for _day in range(_WEEK))
        self.copies: list[QToolButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(1, 1)
        for place, editor in enumerate(self.days):
            name = weekday_words(place)
            label = labelled(name)
            label.setBuddy(editor)
            grid.addWidget(label, place, 0)
            grid.addWidget(editor, place, 1)
            editor.setAccessibleName(_("Opening hours: {day}").format(day=name))
            editor.setToolTip(hint(_("7-21, or 7-12, 13-21; empty: closed"), _BELOW))
            editor.edited.connect(self.edited)
            editor.below_wanted.connect(lambda place=place: self.copy_below(place))
            if place < _WEEK - 1:
                grid.addWidget(self._copy_button(place, name), place, 2)
        self.setFocusProxy(self.days[0])
        self.set_value(value)

    def value(self) -> tuple[Hours, ...] | None:
        """The hours from Monday on; None while a day cannot be read."""
        found = tuple(hours for editor in self.days if (hours := editor.value()) is not None)
        return found if len(found) == _WEEK else None

    def set_value(self, value: Sequence[Hours]) -> None:
        for editor, hours in zip(self.days, value, strict=True):
            editor.set_value(hours)

    def unread(self) -> str:
        """The first day that cannot be read, in words."""
        for place, editor in enumerate(self.days):
            if said := editor.unread():
                return f"{weekday_words(place)}: {said}"
        return ""

    def copy_below(self, place: int) -> None:
        """All days after this one open at its hours."""
        hours = self.days[place].value()
        if hours is not None:
            for editor in self.days[place + 1 :]:
                editor.set_value(hours)

    def _copy_button(self, place: int, name: str) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("down"))
        made.setProperty("kind", "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = _("The days after {day} open at the same hours").format(day=name)
        made.setToolTip(hint(words, _BELOW))
        made.setAccessibleName(words)
        made.clicked.connect(lambda _checked=False: self.copy_below(place))
        self.copies.append(made)
        return made

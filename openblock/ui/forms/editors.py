"""The editors of form fields: each has a value, says when it changed and what it cannot read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from openblock import clock
from openblock.i18n import _, format_day, format_degrees
from openblock.ui.forms.reading import read_day, read_degrees, read_minute
from openblock.ui.icons import icon
from openblock.ui.theme import px


class Editor(Protocol):
    """What a field asks of its editor."""

    edited: SignalInstance

    def value(self) -> Any: ...
    def set_value(self, value: Any) -> None: ...
    def unread(self) -> str: ...


class TextEdit(QLineEdit):
    """A line of text; its value has no spaces around it."""

    edited = Signal()

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self.textChanged.connect(self.edited)

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        self.setText(value)
        # A text longer than its field shows its beginning.
        self.setCursorPosition(0)

    def unread(self) -> str:
        """Why the text typed is no value, in words; empty when it is one."""
        return ""


class DayEdit(QLineEdit):
    """A date, typed (22.11. or 22.11.2026) or picked from a calendar (F4)."""

    edited = Signal()

    def __init__(self, value: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self._button = QToolButton(self)
        self._button.setIcon(icon("calendar"))
        self._button.setProperty("kind", "quiet")
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.setToolTip(_("Pick a date (F4)"))
        self._button.setAccessibleName(_("Pick a date (F4)"))
        self._button.setShortcut(QKeySequence("F4"))
        self._button.clicked.connect(self._pick)
        self.textChanged.connect(self.edited)
        self.editingFinished.connect(self._tidy)

    def value(self) -> date | None:
        return read_day(self.text(), clock.today())

    def set_value(self, value: date | None) -> None:
        self.setText(format_day(value) if value else "")

    def unread(self) -> str:
        if not self.text().strip() or self.value():
            return ""
        return _("Not a date: type 22.11. or 22.11.2026")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 4
        self._button.setGeometry(self.width() - side - 2, 2, side, side)
        self.setTextMargins(0, 0, side, 0)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        whole = self.fontMetrics().horizontalAdvance("00.00.0000.") + px(20)
        return QSize(whole + hint.height(), hint.height())

    def _tidy(self) -> None:
        if (value := self.value()) and self.text() != format_day(value):
            self.set_value(value)

    def _pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        shown = self.value() or clock.today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(menu.close)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(self._picked)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))


class _TypedNumber(QLineEdit):
    """A number typed in the form it is read in, put into its usual form when the line is left."""

    edited = Signal()

    def __init__(self, value: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_value(value)
        self.textChanged.connect(self.edited)
        self.editingFinished.connect(self._tidy)

    def value(self) -> int | None:
        raise NotImplementedError

    def set_value(self, value: int | None) -> None:
        self.setText("" if value is None else self.written(value))

    def written(self, value: int) -> str:
        """How a value stands in the line."""
        raise NotImplementedError

    def unread(self) -> str:
        if not self.text().strip() or self.value() is not None:
            return ""
        return self.refusal()

    def refusal(self) -> str:
        """What is said of a text that cannot be read."""
        raise NotImplementedError

    def _tidy(self) -> None:
        if self.value() is not None:
            self.set_value(self.value())


class TimeEdit(_TypedNumber):
    """A time of day in minutes from midnight, typed as 08:30, 8.30, 830 or 8."""

    def value(self) -> int | None:
        return read_minute(self.text())

    def written(self, value: int) -> str:
        return f"{value // 60:02d}:{value % 60:02d}"

    def refusal(self) -> str:
        return _("Not a time: type 08:30")


class DegreesEdit(_TypedNumber):
    """A latitude or longitude in hundredths of a degree, typed as 56.79 or 56,79."""

    def value(self) -> int | None:
        return read_degrees(self.text())

    def written(self, value: int) -> str:
        return format_degrees(value)

    def refusal(self) -> str:
        return _("Not degrees: type {example}").format(example=format_degrees(5679))


class NumberEdit(QSpinBox):
    """A whole number from ``least`` to ``most``."""

    edited = Signal()

    def __init__(
        self, value: int = 0, least: int = 0, most: int = 999, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setValue(value)
        # The style sheet's padding does not reach the line inside a spin box.
        self.lineEdit().setTextMargins(px(5), 0, 0, 0)
        self.valueChanged.connect(self._say)

    def _say(self, _value: int) -> None:
        self.edited.emit()

    def set_value(self, value: int) -> None:
        self.setValue(value)

    def unread(self) -> str:
        return ""


class Choice(QComboBox):
    """One of a few values, shown by their words."""

    edited = Signal()

    def __init__(
        self,
        options: Sequence[tuple[Any, str]] = (),
        value: Any = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[Any] = []
        self.set_options(options)
        if options and value is not None:
            self.set_value(value)
        self.currentIndexChanged.connect(self._say)

    def _say(self, _place: int) -> None:
        self.edited.emit()

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer ``options`` (value, words); the chosen value stays if it is still offered."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        self._values = [value for value, _words in options]
        self.addItems([words for _value, words in options])
        self.blockSignals(False)
        if kept in self._values:
            self.set_value(kept)

    def value(self) -> Any:
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose ``value``; nothing is chosen when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def unread(self) -> str:
        return ""


class YesNo(QCheckBox):
    """Yes or no, with its own words beside it."""

    edited = Signal()

    def __init__(self, words: str, *, value: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setChecked(value)
        self.toggled.connect(self._say)

    def _say(self, _checked: bool) -> None:
        self.edited.emit()

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(value)

    def unread(self) -> str:
        return ""

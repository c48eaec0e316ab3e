"""An editor of a few sentences: Enter sends as in every field, Shift+Enter begins a new line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from openblock.i18n import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 3


class WordsEdit(QPlainTextEdit):
    """The value has no spaces around it; Tab leaves the field."""

    edited = Signal()

    def __init__(self, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(_("Shift+Enter: new line"))
        self.set_value(value)
        self.textChanged.connect(self.edited)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self.setPlainText(value)

    def unread(self) -> str:
        return ""

    def sizeHint(self) -> QSize:
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        high = self.fontMetrics().lineSpacing() * _LINES + frame + self.fontMetrics().height() // 2
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shifted:
            # The dialog's own button takes it.
            event.ignore()
            return
        super().keyPressEvent(event)

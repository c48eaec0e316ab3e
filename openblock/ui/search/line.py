"""The line one types into: arrows, Enter and Esc belong to the list under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from openblock.i18n import _
from openblock.ui.icons import pixmap
from openblock.ui.search.field import placeholder
from openblock.ui.theme import px, watch

_MOST_SIGNS = 200
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_PLAIN = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})


class SearchLine(QLineEdit):
    """Keeps its keys from the shortcuts of the tab behind it."""

    #: So many hits down (or up, below nought).
    stepped = Signal(int)
    entered = Signal()
    escaped = Signal()
    #: The keyboard is elsewhere now.
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_MOST_SIGNS)
        self.setPlaceholderText(placeholder())
        self.setAccessibleName(_("Search"))
        watch(self._dress)
        self._dress()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in {*_STEPS, *_ENTER, Qt.Key.Key_Escape}
            if own and event.modifiers() in _PLAIN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # An action's picture would keep its size while the text grows.
        painter = QPainter(self)
        top = (self.height() - px(16)) // 2
        painter.drawPixmap(px(8), top, pixmap("search", "text2", 16))
        painter.end()

    def _dress(self) -> None:
        self.setTextMargins(px(24), 0, 0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()

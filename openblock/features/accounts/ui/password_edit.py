"""A password field: shown or hidden at will, and watchful of Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from openblock.features.accounts.rules import PASSWORD_LONGEST
from openblock.i18n import _
from openblock.ui.icons import icon
from openblock.ui.theme import px


class PasswordEdit(QLineEdit):
    """Hidden until its eye is pressed; ``caps`` says when Caps Lock seems to be on.

    Qt cannot be asked for the lock's state, so it is read from what the keys produce: a capital
    without Shift, or a small letter with it.
    """

    edited = Signal()
    caps = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        # One more than is allowed: a longer text is refused in words, never cut in silence.
        self.setMaxLength(PASSWORD_LONGEST + 1)
        self._eye = QAction(icon("eye"), _("Show the password"), self)
        self._eye.setCheckable(True)
        self._eye.setShortcut("Alt+S")
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._eye.setToolTip(_("Show the password (Alt+S)"))
        self._eye.toggled.connect(self.show_letters)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self.edited)

    def sizeHint(self) -> QSize:
        return QSize(px(280), super().sizeHint().height())

    def value(self) -> str:
        """What is typed, spaces and all."""
        return self.text()

    def set_value(self, value: str) -> None:
        self.setText(value)

    def unread(self) -> str:
        """Any text can be a password."""
        return ""

    def show_letters(self, shown: bool) -> None:
        """Show what is typed, or dots again."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setChecked(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._watch_caps(event)
        super().keyPressEvent(event)

    def _watch_caps(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._tell_caps(not self._caps)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell_caps(letter.isupper() != shift)

    def _tell_caps(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps.emit(on)

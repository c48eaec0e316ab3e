"""The personal code on a card: masked until somebody who may asks, and masked again soon after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from openblock.features.residents.rules.personal_code import shown_code
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.theme import px

#: So long a code stays on screen: long enough to be copied down or read out.
SHOWN_SECONDS = 30
_DOT = "\N{BULLET}"
MASK = f"{_DOT * 6}-{_DOT * 5}"


class CodeLine(QWidget):
    """``ask`` reads the digits, which the log notes; None where it was refused."""

    def __init__(
        self, ask: Callable[[], str | None], *, may_see: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._may_see = may_see
        self._has_code = False
        self.words = QLabel()
        self.words.setProperty("kind", "secondary")
        self.button = QPushButton()
        self.button.setProperty("kind", "quiet")
        self.button.setAutoDefault(False)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_SECONDS * 1000)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(4))
        name = _("personal code")
        line.addWidget(labelled(f"\N{MIDDLE DOT} {name}", "secondary"))
        line.addWidget(self.words)
        line.addWidget(self.button)
        self.timer.timeout.connect(self.cover)
        self.button.clicked.connect(self.toggle)
        self.cover()

    @property
    def is_shown(self) -> bool:
        """Whether the digits are on screen."""
        return self.timer.isActive()

    def show_person(self, *, has_code: bool) -> None:
        """Another person's line; nothing of the one before stays."""
        self._has_code = has_code
        self.cover()

    def toggle(self) -> None:
        """Show the code, or mask it before its time."""
        if self.is_shown:
            self.cover()
            return
        if not (self._has_code and self._may_see):
            return
        digits = self._ask()
        if digits:
            self.words.setText(shown_code(digits))
            self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.timer.start()
            self._name_button(_("Hide"), _("Mask the personal code again"))

    def cover(self) -> None:
        """Take the digits off the screen."""
        self.timer.stop()
        self.words.setText(MASK if self._has_code else _("none"))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.setAccessibleName(_("masked") if self._has_code else _("none"))
        self.button.setVisible(self._has_code and self._may_see)
        self._name_button(_("Show…"), _("Show the personal code; the log notes who looked"))

    def hideEvent(self, event: QHideEvent) -> None:
        # Another tab, another window in front of a closed one, the lock: nothing stays behind.
        self.cover()
        super().hideEvent(event)

    def _name_button(self, words: str, said: str) -> None:
        self.button.setText(words)
        self.button.setToolTip(shortcuts.hint(said, "show-code"))
        self.button.setAccessibleName(said)

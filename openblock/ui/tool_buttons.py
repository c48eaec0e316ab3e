"""The buttons of a tab's toolbar: a click leaves the keyboard where it was, in grid or calendar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from openblock.ui import shortcuts
from openblock.ui.icons import icon


def tool_button(drawing: str, words: str, key: str) -> QToolButton:
    """A button that is only drawn; ``words`` and the shortcut of ``key`` are its tooltip."""
    made = QToolButton()
    made.setIcon(icon(drawing))
    made.setToolTip(shortcuts.hint(words, key))
    made.setAccessibleName(words)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def push_button(words: str, drawing: str, said: str, key: str = "") -> QPushButton:
    """A button with ``words``, drawn beside them where ``drawing`` is given; ``said`` on hover."""
    made = QPushButton(words)
    if drawing:
        made.setIcon(icon(drawing))
    made.setToolTip(shortcuts.hint(said, key) if key else said)
    made.setAutoDefault(False)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made

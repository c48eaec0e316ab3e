"""A row of joined buttons of which one is on: language, theme."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from openblock.ui.icons import icon
from openblock.ui.theme import px


class Segments(QWidget):
    """``options`` are (value, words, icon name or ""); ``picked`` sends the value."""

    picked = Signal(str)

    def __init__(self, label: str, options: Sequence[tuple[str, str, str]], value: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._values: dict[QToolButton, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for each, words, drawing in options:
            row.addWidget(self._button(label, each, words, drawing, on=each == value))
        self._group.buttonClicked.connect(self._tell)

    def _button(self, label: str, value: str, words: str, drawing: str, *, on: bool) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setChecked(on)
        button.setAccessibleName(f"{label}: {words}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if drawing:
            button.setIcon(icon(drawing, "accent" if on else "text2"))
            button.setIconSize(QSize(px(14), px(14)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._group.addButton(button)
        self._values[button] = value
        return button

    def _tell(self, button: QToolButton) -> None:
        self.picked.emit(self._values[button])

"""An editor of several things that hold or not: one tick for each, as many lines as it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from openblock.ui.flow import FlowLayout


class TicksEdit(QWidget):
    """The value is the numbers ticked, in the order they are offered (number, words)."""

    edited = Signal()

    def __init__(
        self, options: Sequence[tuple[int, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._line = FlowLayout(self, gap=6)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._name = ""
        self.boxes: dict[int, QCheckBox] = {}
        self.offer(options)

    def offer(self, options: Sequence[tuple[int, str]]) -> None:
        """Show other things to tick; nothing is ticked then."""
        for box in self.boxes.values():
            self._line.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for number, words in options:
            box = QCheckBox(words)
            box.toggled.connect(self._tell)
            self.boxes[number] = box
            self._line.addWidget(box)
        for first in list(self.boxes.values())[:1]:
            self.setFocusProxy(first)
        self.setAccessibleName(self._name)

    def value(self) -> tuple[int, ...]:
        return tuple(number for number, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Iterable[int]) -> None:
        wanted = set(value)
        for number, box in self.boxes.items():
            box.setChecked(number in wanted)

    def unread(self) -> str:
        return ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name = name
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}" if name else box.text())

    def _tell(self, _checked: bool) -> None:
        self.edited.emit()

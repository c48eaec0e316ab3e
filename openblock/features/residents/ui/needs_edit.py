"""An editor of what a person needs of a room: one tick for each need."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from openblock.features.residents.words import needs
from openblock.ui.flow import FlowLayout


class NeedsEdit(QWidget):
    """The value is the ticked needs in the order they are offered."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = FlowLayout(self, gap=6)
        line.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[str, QCheckBox] = {}
        for code, words in needs():
            box = QCheckBox(words)
            box.toggled.connect(self._tell)
            self.boxes[str(code)] = box
            line.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[str, ...]:
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Iterable[str]) -> None:
        wanted = set(value)
        for code, box in self.boxes.items():
            box.setChecked(code in wanted)

    def unread(self) -> str:
        return ""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")

    def _tell(self, _checked: bool) -> None:
        self.edited.emit()

"""What the letters of the areas mean, drawn as they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from openblock.features.grounds.rules.content import AreaState
from openblock.features.grounds.ui.plan.paint import paint_letter
from openblock.features.grounds.words import area_letter, area_states
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.theme import px

_SIDE = 16


class AreaLegend(QFrame):
    """One sample and its word for each state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=8)
        row.setContentsMargins(px(12), px(6), px(12), px(8))
        for state, said in area_states():
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(px(4))
            line.addWidget(_Sample(AreaState(state)))
            line.addWidget(labelled(said, "secondary"))
            row.addWidget(entry)


class _Sample(QWidget):
    def __init__(self, state: AreaState) -> None:
        super().__init__()
        self._state = state

    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE), px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(_SIDE)
        rect = QRectF(0, (self.height() - side) / 2, side, side)
        paint_letter(painter, rect, self._state, area_letter(self._state))
        painter.end()

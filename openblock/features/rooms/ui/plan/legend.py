"""What the colours, letters and lines of the plan mean, one line under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from openblock.features.rooms.queries import BedState
from openblock.features.rooms.ui.plan.paint import hatch, paint_mark
from openblock.features.rooms.ui.plan.picture import AMBER, RED
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.i18n import _
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.theme import font, px, token


class PlanLegend(QFrame):
    """Samples drawn as the beds are, each with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=16)
        row.setContentsMargins(px(14), px(4), px(14), px(8))
        for key, said in _lines():
            row.addWidget(_entry(key, said))


def _lines() -> tuple[tuple[str, str], ...]:
    return (
        *((str(state), bed_state(state)) for state in (BedState.OCCUPIED, BedState.FREE)),
        *((str(state), bed_state(state)) for state in (BedState.HELD, BedState.CLOSED)),
        (RED, _("must not be so")),
        (AMBER, _("look at this")),
    )


def _entry(key: str, said: str) -> QWidget:
    entry = QWidget()
    line = QHBoxLayout(entry)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(6))
    line.addWidget(_Sample(key))
    line.addWidget(labelled(said, "secondary"))
    return entry


class _Sample(QWidget):
    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def sizeHint(self) -> QSize:
        return QSize(px(24), px(17))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(15)
        rect = QRectF(1, (self.height() - side) / 2, px(22), side)
        if self._key in (RED, AMBER):
            rect.setWidth(side)
            paint_mark(painter, rect, self._key)
        else:
            self._paint_state(painter, rect)
        painter.end()

    def _paint_state(self, painter: QPainter, rect: QRectF) -> None:
        fill, line, style = {
            "occupied": ("chip.24", "strong", Qt.PenStyle.SolidLine),
            "free": ("surface", "ok", Qt.PenStyle.DashLine),
            "held": ("viosoft", "vio", Qt.PenStyle.DotLine),
            "closed": ("surface", "strong", Qt.PenStyle.SolidLine),
        }[self._key]
        painter.setPen(QPen(token(line), 1.2, style))
        painter.setBrush(token(fill))
        painter.drawRoundedRect(rect, px(3), px(3))
        if self._key == "closed":
            hatch(painter, rect.adjusted(1, 1, -1, -1))
        painter.setFont(font("code"))
        painter.setPen(token("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, bed_letter(self._key))

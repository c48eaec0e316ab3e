"""A code's chip as a button: checked, it is the brush that paints cells."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from openblock.ui.grid.chips import paint_chip
from openblock.ui.grid.picture import GridCode
from openblock.ui.theme import font, px, token


class ChipButton(QToolButton):
    """Looks exactly as the chip in the grid does; a ring shows that it is the brush in hand."""

    def __init__(self, code: GridCode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setCheckable(True)
        self.setAccessibleName(code.name)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(font("code")).horizontalAdvance(self.code.code) + px(14)
        return QSize(max(px(30), wide), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        paint_chip(painter, chip, self.code.code, self.code.tint)
        ring = chip.adjusted(-2, -2, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(token("accent"), 2))
            painter.drawRoundedRect(ring, px(4), px(4))
        elif self.hasFocus() or self.underMouse():
            style = Qt.PenStyle.DotLine if self.hasFocus() else Qt.PenStyle.SolidLine
            painter.setPen(QPen(token("accent" if self.hasFocus() else "strong"), 1, style))
            painter.drawRoundedRect(ring, px(4), px(4))
        painter.end()

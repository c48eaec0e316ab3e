"""The line under the practice grid that says what letters, bars and figures mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.cell_picture import away_code, class_code
from openblock.features.shadowing.words import standing_letter, standings
from openblock.i18n import _
from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.theme import px, token, watch

_TONES = {
    Standing.PLANNED: "onchip.24",
    Standing.CONFIRMED: "ok",
    Standing.DONE: "warn",
    Standing.MISSED: "text2",
    Standing.REPLAN: "bad",
}
SOLID, HATCHED, EMPTY, FULL = "solid", "hatched", "empty", "full"


class Legend(QFrame):
    """Letters of the cells, parts of the hours' bar, and the dark bar of a mentor without place."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "chrome")
        self.signs: list[tuple[QLabel, str]] = []
        row = FlowLayout(self, gap=10)
        row.setContentsMargins(px(8), px(3), px(8), px(4))
        for standing, words in standings():
            row.addWidget(
                self._letter(standing_letter(standing), _TONES[Standing(standing)], words)
            )
        row.addWidget(self._letter(class_code(), "onchip.M", _("class")))
        row.addWidget(self._letter(away_code(), "text2", _("cannot come")))
        for kind, words in (
            (SOLID, _("confirmed")),
            (HATCHED, _("planned, to confirm")),
            (EMPTY, _("short")),
            (FULL, _("full")),
        ):
            row.addWidget(_pair(Swatch(kind), words))
        watch(self._dress)
        self._dress()

    def _letter(self, sign: str, tone: str, words: str) -> QWidget:
        shown = labelled(sign, "strong")
        self.signs.append((shown, tone))
        return _pair(shown, words)

    def _dress(self) -> None:
        for sign, tone in self.signs:
            sign.setStyleSheet(f"color: {token(tone).name()}")


def _pair(sign: QWidget, words: str) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(4))
    row.addWidget(sign)
    row.addWidget(labelled(words, "secondary"))
    return whole


class Swatch(QWidget):
    """A small piece of a bar."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        body = self.rect().adjusted(0, 0, -1, -1)
        body.setHeight(min(body.height(), px(10)))
        body.moveCenter(self.rect().center())
        painter.fillRect(body, self._fill())
        if self._kind == HATCHED:
            painter.fillRect(body, token("soft"))
            painter.setPen(QPen(token("accent"), 1))
            painter.setClipRect(body)
            for left in range(body.left() - body.height(), body.right(), px(4)):
                painter.drawLine(left, body.bottom(), left + body.height(), body.top())
            painter.setClipping(False)
        painter.setPen(QPen(token("strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(body)
        painter.end()

    def _fill(self) -> QColor:
        return token({SOLID: "accent", FULL: "chip.N"}.get(self._kind, "surface"))

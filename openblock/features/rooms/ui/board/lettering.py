"""Texts of the board, shaped once and kept: shaping them again in every frame would be felt."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText

from openblock.ui.theme import font

_KEPT = 4000


class Fitted(NamedTuple):
    """A bold beginning and a plain end, both cut to the room there is."""

    bold: str
    plain: str
    bold_width: int
    whole: int


class Lettering:
    """Cuts, measures and draws; forgets all when the theme or the text size changes."""

    def __init__(self) -> None:
        self._fitted: dict[tuple[str, str, int], Fitted] = {}
        self._shaped: dict[tuple[str, str], QStaticText] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._fonts: dict[str, QFont] = {}

    def forget(self) -> None:
        """Shape everything anew from now on."""
        self._fitted.clear()
        self._shaped.clear()
        self._metrics.clear()
        self._fonts.clear()

    def metrics(self, kind: str) -> QFontMetrics:
        """The metrics of a kind of text."""
        if kind not in self._metrics:
            self._metrics[kind] = QFontMetrics(font(kind))
        return self._metrics[kind]

    def font(self, kind: str) -> QFont:
        """The font of a kind of text; made anew it would cost as much as the text."""
        if kind not in self._fonts:
            self._fonts[kind] = font(kind)
        return self._fonts[kind]

    def width(self, name: str, remark: str = "") -> int:
        """The room that name and remark need whole."""
        return self.fit(name, remark, 100_000).whole

    def fit(self, name: str, remark: str, room: int) -> Fitted:
        """Name and remark in ``room`` pixels: the remark is cut first, the name only after it."""
        key = (name, remark, room)
        found = self._fitted.get(key)
        if found is None:
            if len(self._fitted) > _KEPT:
                self._fitted.clear()
            found = self._fitted[key] = self._fit(name, remark, room)
        return found

    def _fit(self, name: str, remark: str, room: int) -> Fitted:
        bold, plain = self.metrics("code"), self.metrics("small")
        right = Qt.TextElideMode.ElideRight
        wide = bold.horizontalAdvance(name)
        if wide > room:
            cut = bold.elidedText(name, right, room)
            # A lone dot says nothing: an empty bar is told about when it is pointed at.
            cut = "" if cut == "\N{HORIZONTAL ELLIPSIS}" else cut
            wide = bold.horizontalAdvance(cut)
            return Fitted(cut, "", wide, wide)
        if not remark:
            return Fitted(name, "", wide, wide)
        gap = f" \N{MIDDLE DOT} {remark}"
        cut = plain.elidedText(gap, right, room - wide)
        if len(cut) < 6:
            cut = ""
        return Fitted(name, cut, wide, wide + plain.horizontalAdvance(cut))

    def draw(self, painter: QPainter, at: QPoint, kind: str, text: str) -> None:
        """Draw one text with its upper left corner at a point, in the painter's pen."""
        if not text:
            return
        painter.setFont(self.font(kind))
        key = (kind, text)
        shaped = self._shaped.get(key)
        if shaped is None:
            if len(self._shaped) > _KEPT:
                self._shaped.clear()
            shaped = self._shaped[key] = QStaticText(text)
            shaped.setTextFormat(Qt.TextFormat.PlainText)
            shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shaped.prepare(painter.transform(), self.font(kind))
        painter.drawStaticText(at, shaped)

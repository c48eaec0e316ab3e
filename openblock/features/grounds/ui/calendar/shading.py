"""Twilight and night on the calendar: a veil of the theme's night colour, with dots."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from openblock.ui.theme import px, scale, theme_name, token

#: How much of the night's colour lies over a light theme, and over one that is dark itself.
_OVER_LIGHT = {"dusk": 0.09, "night": 0.21}
_OVER_DARK = {"dusk": 0.45, "night": 0.85}


def shade(step: str) -> QColor:
    """The veil of ``dusk`` or ``night``: what lies beneath, today's column too, shines through."""
    dark = token("surface").lightness() < 128
    made = QColor(token("chip.N"))
    made.setAlphaF((_OVER_DARK if dark else _OVER_LIGHT)[step])
    return made


def paint_shade(painter: QPainter, rect: QRect, step: str) -> None:
    """Darken a part of a column, with dots: few at dusk, more at night."""
    if rect.isEmpty():
        return
    painter.fillRect(rect, shade(step))
    painter.fillRect(rect, _dots(step))


def paint_rest(painter: QPainter, rect: QRect) -> None:
    """The night's rest where it is not dark: the shade without the dots."""
    if not rect.isEmpty():
        painter.fillRect(rect, shade("dusk"))


def paint_plain(painter: QPainter, rect: QRect) -> None:
    """The night without its dots, for words to stand on."""
    painter.fillRect(rect, token("surface"))
    painter.fillRect(rect, shade("night"))


def _dots(step: str) -> QBrush:
    return QBrush(_tile(step, theme_name(), scale()))


@cache
def _tile(step: str, _theme: str, _scale: int) -> QPixmap:
    side = px(6)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    dot = max(px(1), 1)
    painter.fillRect(0, 0, dot, dot, token("strong"))
    if step == "night":
        painter.fillRect(side // 2, side // 2, dot, dot, token("strong"))
    painter.end()
    return tile

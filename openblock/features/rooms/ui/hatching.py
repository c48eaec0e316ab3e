"""Slanted lines that say without colour that something is shut or a day is no weekday."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap

from openblock.ui.theme import px, scale, theme_name, token


def hatch(colour: str, ground: str = "") -> QBrush:
    """Slanted lines in a theme colour, on a ground where one is named."""
    return QBrush(_hatch_tile(colour, ground, theme_name(), scale()))


@cache
def _hatch_tile(colour: str, ground: str, _theme: str, _scale: int) -> QPixmap:
    side = px(7)
    tile = QPixmap(side, side)
    tile.fill(token(ground) if ground else Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(token(colour), 1))
    for shift in (-side, 0, side):
        painter.drawLine(shift, side, shift + side, 0)
    painter.end()
    return tile

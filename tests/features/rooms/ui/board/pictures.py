"""Paints parts of a board onto pixmaps and asks for colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter


def painted(width: int, height: int, paint: Callable[[QPainter], object]) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def colours(image: QImage, rect: QRect) -> set[str]:
    """Every colour within a rectangle."""
    area = rect.intersected(image.rect())
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def name(token_colour: QColor) -> str:
    return token_colour.name()

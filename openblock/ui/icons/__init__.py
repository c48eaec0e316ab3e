"""Our own line icons, tinted with the theme's colours at the moment they are drawn."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from openblock.resources import resource
from openblock.ui.theme import px, token


class _Tinted(QIconEngine):
    """Draws one SVG in a colour asked of the theme each time, so a theme change needs no reload."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = "strong" if mode == QIcon.Mode.Disabled else self._colour
        # Asking painter.device() wraps a device that is not Python's, and crashed now and then.
        ratio = painter.deviceTransform().m11()
        side = min(rect.width(), rect.height())
        left = rect.x() + (rect.width() - side) // 2
        top = rect.y() + (rect.height() - side) // 2
        drawn = pixmap_of(self._name, token(colour).name(), side, ratio)
        painter.drawPixmap(QPoint(left, top), drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._colour)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def pixmap_of(name: str, colour: str, side: int, ratio: float = 1.0) -> QPixmap:
    """Icon ``name`` in ``colour`` (#rrggbb), ``side`` pixels wide and high at ``ratio``."""
    made = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    made.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", colour)
    painter = QPainter(made)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def pixmap(name: str, colour: str = "text2", side: int = 18) -> QPixmap:
    """Icon ``name`` in the theme colour ``colour``, ``side`` pixels at 100 % text."""
    return pixmap_of(name, token(colour).name(), px(side))


def icon(name: str, colour: str = "text2") -> QIcon:
    """Icon ``name`` tinted with theme colour ``colour``; FileNotFoundError for an unknown name."""
    _source(name)
    return QIcon(_Tinted(name, colour))

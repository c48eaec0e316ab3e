"""Draws a thin line from the bed a person leaves to the one the person comes into."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from openblock.features.rooms.ui.board.pieces import Link
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import px, token


def paint_links(painter: QPainter, sheet: Sheet, area: QRect) -> None:
    """All moves whose line crosses ``area``."""
    for link in sheet.picture.links:
        if not sheet.picture.start <= link.at < sheet.picture.end:
            continue
        x = sheet.axis.x_of(link.at)
        first, last = sorted((link.source, link.target))
        room = QRect(x - px(2), first * sheet.row, px(14), (last - first + 1) * sheet.row)
        if room.intersects(area):
            _paint(painter, sheet, link, x)


def _paint(painter: QPainter, sheet: Sheet, link: Link, x: int) -> None:
    colour = token("accent" if link.planned else "text3")
    painter.setPen(QPen(colour, 1))
    across, side, half = px(5), px(3), sheet.row // 2
    down = link.target > link.source
    source = QPoint(x, link.source * sheet.row + half)
    corner = source + QPoint(across, 0)
    # The line ends at the edge of the bar it leads to, and not within its text.
    edge = link.target * sheet.row + (px(2) if down else sheet.row - px(3))
    end = QPoint(corner.x(), edge)
    painter.drawPolyline([source, corner, end])
    back = -px(5) if down else px(5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygon([end, end + QPoint(-side, back), end + QPoint(side, back)]))

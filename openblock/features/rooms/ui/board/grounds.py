"""What lies beneath the bars: days, weekends, today, the lines of beds, and the line of now."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPolygon

from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.features.rooms.ui.hatching import hatch
from openblock.ui.theme import px, token


def paint_ground(painter: QPainter, sheet: Sheet, area: QRect) -> None:
    """Days and beds in ``area``, all in the sheet's own coordinates."""
    painter.fillRect(area, token("surface"))
    tall = sheet.size.height()
    shown = area.intersected(QRect(0, 0, sheet.axis.whole, tall))
    if shown.isEmpty():
        return
    # On a ground of its own: what shines through would be mixed pixel by pixel in every frame.
    brush = hatch("hatch", "surface")
    for first, past in sheet.weekends():
        left, right = sheet.axis.x_of_day(first), sheet.axis.x_of_day(past)
        painter.fillRect(QRect(left, 0, right - left, tall).intersected(shown), brush)
    if (today := sheet.today) >= 0:
        left, right = sheet.axis.x_of_day(today), sheet.axis.x_of_day(today + 1)
        painter.fillRect(QRect(left, 0, right - left, tall).intersected(shown), token("today"))
    _paint_days(painter, sheet, shown)
    _paint_beds(painter, sheet, shown)


def _paint_days(painter: QPainter, sheet: Sheet, shown: QRect) -> None:
    # Rectangles of one pixel: a pen draws the same line at several times the cost.
    for number in range(1, sheet.axis.days + 1):
        x = sheet.axis.x_of_day(number) - 1
        if not shown.left() <= x <= shown.right():
            continue
        # A line for every day would be a grey wall where days are narrow: weeks are enough there.
        if sheet.axis.day(number).day == 1:
            painter.fillRect(x, shown.top(), 1, shown.height(), token("strong"))
        elif sheet.axis.width >= px(20) or sheet.axis.day(number).weekday() == 0:
            painter.fillRect(x, shown.top(), 1, shown.height(), token("grid"))


def _paint_beds(painter: QPainter, sheet: Sheet, shown: QRect) -> None:
    for place in sheet.lines_in(shown):
        line = sheet.picture.lines[place]
        y = (place + 1) * sheet.row - 1
        ends = line.place == line.size - 1
        painter.fillRect(shown.left(), y, shown.width(), 1, token("strong" if ends else "grid"))


def paint_now(painter: QPainter, sheet: Sheet, area: QRect) -> None:
    """The line of this moment, where it is shown."""
    if sheet.today < 0:
        return
    x = sheet.axis.x_of(sheet.picture.now)
    painter.fillRect(QRect(x - 1, area.top(), 2, area.height()), token("todayline"))


def paint_now_mark(painter: QPainter, x: int, bottom: int) -> None:
    """The arrow at the foot of the head that the line of this moment hangs from."""
    side = px(5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("todayline"))
    corners = [QPoint(x - side, bottom - side), QPoint(x + side, bottom - side), QPoint(x, bottom)]
    painter.drawPolygon(QPolygon(corners))

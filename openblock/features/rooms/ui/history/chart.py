"""How full the house was, day by day: a column of hatches and solids for each day, drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from openblock.features.rooms.queries import DayOfBeds, Roll
from openblock.features.rooms.ui.hatching import hatch
from openblock.features.rooms.ui.history.wording import day_sentence
from openblock.i18n import _, format_short_day
from openblock.ui.theme import font, px, token, watch

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


class OccupancyChart(QWidget):
    """Beds in use solid at the foot, free ones empty above, those shut hatched on top.

    What is in use beyond the beds in service is ringed over the line of all beds: nothing is
    told by colour alone. Arrow keys walk the days.
    """

    #: int: the place of the day that was pointed at or walked to.
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.days: tuple[DayOfBeds, ...] = ()
        self.current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Occupancy by day, drawn; the table below has the figures"))
        watch(self.update)

    def show_days(self, days: Sequence[DayOfBeds]) -> None:
        """Draw these."""
        self.days = tuple(days)
        self.current = min(self.current, len(self.days) - 1)
        self.update()

    def choose(self, place: int) -> None:
        """Mark a day."""
        if 0 <= place < len(self.days) and place != self.current:
            self.current = place
            self.setAccessibleDescription(day_sentence(self.days[place]))
            self.update()
            self.chosen.emit(place)

    def sizeHint(self) -> QSize:
        return QSize(px(640), px(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(130))

    # The keyboard and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.days:
            super().keyPressEvent(event)
            return
        self.choose(min(max(self.current + step, 0), len(self.days) - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._day_at(event.position().x())
        self.setToolTip(day_sentence(self.days[place]) if place >= 0 else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.choose(self._day_at(event.position().x()))

    # Geometry

    def most(self) -> int:
        """The highest column: all beds, or what is in use where that is more."""
        rolls = [each.roll for each in self.days]
        return max((max(r.beds, r.beds_in_use + r.out_of_service) for r in rolls), default=1) or 1

    def _room(self) -> QRect:
        small = QFontMetrics(font("small"))
        left = small.horizontalAdvance(str(self.most())) + px(12)
        top, foot = px(8), small.height() + px(6)
        return QRect(left, top, self.width() - left - px(8), self.height() - top - foot)

    def _column(self, place: int) -> QRectF:
        room = self._room()
        wide = room.width() / max(len(self.days), 1)
        return QRectF(room.left() + place * wide, room.top(), wide, room.height())

    def _day_at(self, x: float) -> int:
        room = self._room()
        if not self.days or not room.left() <= x < room.right():
            return -1
        return min(int((x - room.left()) / room.width() * len(self.days)), len(self.days) - 1)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), token("surface"))
        if self.days:
            self._paint_scale(painter)
            for place, day in enumerate(self.days):
                self._paint_day(painter, self._column(place), day.roll)
            self._paint_dates(painter)
            self._paint_current(painter)
        painter.end()

    def _paint_scale(self, painter: QPainter) -> None:
        room, most = self._room(), self.most()
        step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 1000) if most / each <= 6)
        painter.setFont(font("small"))
        half = QFontMetrics(font("small")).height() // 2
        for mark in range(0, most + 1, step):
            y = room.bottom() - round(room.height() * mark / most)
            painter.setPen(QPen(token("grid"), 1))
            painter.drawLine(room.left(), y, room.right(), y)
            painter.setPen(token("text2"))
            label = QRect(0, y - half, room.left() - px(6), 2 * half)
            painter.drawText(
                label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(mark)
            )

    def _paint_day(self, painter: QPainter, column: QRectF, roll: Roll) -> None:
        unit = column.height() / self.most()
        gap = 1 if column.width() > 4 else 0
        used = _slice(column, 0, roll.beds_in_use * unit, gap)
        painter.fillRect(used, token("accent"))
        if roll.free > 0:
            free = _slice(column, roll.beds_in_use * unit, roll.usable * unit, gap)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(token("ok"), 1))
            painter.drawRect(free.adjusted(0, 0, -1, -1))
        base = max(roll.beds_in_use, roll.usable)
        shut = _slice(column, base * unit, (base + roll.out_of_service) * unit, gap)
        painter.fillRect(shut, hatch("strong", "alt"))
        if roll.free < 0:
            over = _slice(column, roll.usable * unit, roll.beds_in_use * unit, gap)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(token("bad"), 2))
            painter.drawRect(over.adjusted(1, 1, -1, -1))

    def _paint_dates(self, painter: QPainter) -> None:
        metrics = QFontMetrics(font("small"))
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        wide = metrics.horizontalAdvance("00.00.") + px(14)
        step = max(1, -(-wide * len(self.days) // max(self._room().width(), 1)))
        for place in range(0, len(self.days), step):
            column = self._column(place)
            at = QRectF(column.left(), column.bottom() + px(3), wide, metrics.height())
            painter.drawText(at, format_short_day(self.days[place].day))

    def _paint_current(self, painter: QPainter) -> None:
        if self.current < 0:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("text" if self.hasFocus() else "strong"), 2))
        painter.drawRect(self._column(self.current).adjusted(0, -2, 0, 1))


def _slice(column: QRectF, low: float, high: float, gap: int) -> QRect:
    """The part of a column between two heights, counted from its foot, in whole pixels."""
    left, right = round(column.left()), round(column.right()) - gap
    top, bottom = round(column.bottom() - high), round(column.bottom() - low)
    return QRect(left, top, max(right - left, 1), bottom - top)

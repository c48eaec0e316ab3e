"""The frozen edges of the calendar: days or areas above, the hours at the left."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from openblock.features.grounds.ui.calendar.daylight import sun_words
from openblock.features.grounds.ui.calendar.picture import CalendarPicture, Column
from openblock.features.grounds.ui.calendar.sheet import Sheet
from openblock.features.grounds.words import hours_words, light_kind
from openblock.i18n import (
    _,
    format_long_day,
    format_minute,
    format_short_day,
    format_time,
    weekday_letters,
)
from openblock.ui.icons import pixmap
from openblock.ui.theme import font, px, token


class Shown(Protocol):
    """The canvas the edges belong to."""

    sheet: Sheet

    def offset(self) -> QPoint:
        """How far the sheet is scrolled."""
        ...


def title_words(picture: CalendarPicture, column: Column) -> str:
    """P 16.11., or the area's name."""
    if picture.by_area:
        return column.area.area.content.name
    return f"{weekday_letters(column.day)} {format_short_day(column.day)}"


def light_words(column: Column) -> str:
    """Sunrise and sunset, or why they do not matter here."""
    if not column.needs_light:
        return light_kind(column.area.area.content)
    return sun_words(column.frame.light)


def spoken_column(picture: CalendarPicture, column: Column) -> str:
    """A column on hover and for the screen reader."""
    light, lines = column.frame.light, [format_long_day(column.day)]
    if column.frame.holiday:
        lines.append(column.frame.holiday)
    if picture.by_area:
        lines.insert(0, column.area.area.content.name)
    if light.sunrise is not None and light.sunset is not None:
        lines.append(
            _("sunrise {sunrise}, sunset {sunset}").format(
                sunrise=format_time(light.sunrise), sunset=format_time(light.sunset)
            )
        )
    if light.dawn is not None and light.dusk is not None:
        lines.append(
            _("first light {dawn}, dark from {dusk}").format(
                dawn=format_time(light.dawn), dusk=format_time(light.dusk)
            )
        )
    lines.append(_("open: {hours}").format(hours=hours_words(column.open)))
    return "\n".join(lines)


class Head(QWidget):
    """The columns' titles with sunrise and sunset; today's is marked by its ground."""

    #: int: a title was pressed.
    pressed = Signal(int)

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown

    @staticmethod
    def tall(picture: CalendarPicture | None = None) -> int:
        """Two lines of text; a third where a day of those shown is a holiday."""
        small = QFontMetrics(font("small")).height()
        whole = QFontMetrics(font("strong")).height() + small + px(12)
        holiday = picture is not None and any(each.frame.holiday for each in picture.columns)
        return whole + small if holiday else whole

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet, shift = self._shown.sheet, self._shown.offset().x()
        painter.fillRect(self.rect(), token("chrome"))
        for number in sheet.columns_in(event.rect().translated(shift, 0)):
            left = sheet.left_of(number) - shift
            rect = QRect(left, 0, sheet.left_of(number + 1) - shift - left, self.height())
            self._paint_title(painter, rect, sheet.picture, sheet.picture.columns[number])
        painter.fillRect(0, self.height() - 1, self.width(), 1, token("strong"))
        painter.end()

    def _paint_title(
        self, painter: QPainter, rect: QRect, picture: CalendarPicture, column: Column
    ) -> None:
        today = column.day == picture.today and not picture.by_area
        if today:
            painter.fillRect(rect.adjusted(0, 0, -1, 0), token("todayline"))
        painter.fillRect(rect.right(), 0, 1, rect.height(), token("line"))
        ink = token("ontoday" if today else "text")
        below = token("ontoday" if today else "text2")
        strong, small = QFontMetrics(font("strong")), QFontMetrics(font("small"))
        room = rect.width() - px(12)
        at = rect.topLeft() + QPoint(px(7), px(5))
        painter.setFont(font("strong"))
        painter.setPen(ink)
        self._line(painter, at, strong, room, title_words(picture, column))
        at += QPoint(0, strong.height() + px(2))
        painter.setFont(font("small"))
        painter.setPen(below)
        self._paint_light(painter, at, small, room, column, below)
        if column.frame.holiday:
            at += QPoint(0, small.height())
            self._line(painter, at, small, room, column.frame.holiday)

    def _paint_light(
        self,
        painter: QPainter,
        at: QPoint,
        metrics: QFontMetrics,
        room: int,
        column: Column,
        ink: QColor,
    ) -> None:
        side = 0
        if column.needs_light:
            token_name = "ontoday" if ink == token("ontoday") else "text2"
            sun = pixmap("sun", token_name, 13)
            side = px(16)
            painter.drawPixmap(at + QPoint(0, (metrics.height() - px(13)) // 2), sun)
        self._line(painter, at + QPoint(side, 0), metrics, room - side, light_words(column))

    @staticmethod
    def _line(painter: QPainter, at: QPoint, metrics: QFontMetrics, room: int, words: str) -> None:
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(at + QPoint(0, metrics.ascent()), cut)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        x = round(event.position().x()) + self._shown.offset().x()
        if 0 <= x < self._shown.sheet.size.width():
            self.pressed.emit(self._shown.sheet.column_at(x))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            sheet = self._shown.sheet
            x = event.pos().x() + self._shown.offset().x()
            if 0 <= x < sheet.size.width():
                column = sheet.picture.columns[sheet.column_at(x)]
                QToolTip.showText(event.globalPos(), spoken_column(sheet.picture, column), self)
            return True
        return super().event(event)


class Hours(QWidget):
    """The hours beside the columns, and the time of this moment where it is shown."""

    def __init__(self, shown: Shown, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown

    @staticmethod
    def wide() -> int:
        """The room a time needs."""
        return QFontMetrics(font("small")).horizontalAdvance("00:00") + px(14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet, shift = self._shown.sheet, self._shown.offset().y()
        metrics = QFontMetrics(font("small"))
        painter.fillRect(self.rect(), token("chrome"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), token("strong"))
        painter.setFont(font("small"))
        now = self._now_mark(sheet, shift, metrics)
        painter.setPen(token("text2"))
        for minute in sheet.axis.hours():
            mark = self.mark_of(minute)
            if not mark.intersects(now):
                painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, format_minute(minute))
        if not now.isEmpty():
            painter.setBrush(token("todayline"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(now, px(3), px(3))
            painter.setPen(token("ontoday"))
            said = format_minute(sheet.picture.now)
            painter.drawText(now, Qt.AlignmentFlag.AlignCenter, said)
        painter.end()

    def mark_of(self, minute: int) -> QRect:
        """Where an hour is written; next to nothing for one that is out of sight."""
        y = self._shown.sheet.axis.y_of(minute) - self._shown.offset().y()
        return self._mark(y, QFontMetrics(font("small")))

    def _mark(self, y: int, metrics: QFontMetrics) -> QRect:
        tall = metrics.height()
        mark = QRect(px(2), y - tall // 2, self.width() - px(6), tall)
        # The first and the last hour keep within the edge.
        mark.moveTop(min(max(mark.top(), 1), max(self.height() - tall - 1, 1)))
        near = -tall // 2 <= y <= self.height() + tall // 2
        return mark if near else QRect(0, -2 * tall, 1, 1)

    def _now_mark(self, sheet: Sheet, shift: int, metrics: QFontMetrics) -> QRect:
        picture = sheet.picture
        y = sheet.axis.y_of(picture.now) - shift
        there = any(each.day == picture.today for each in picture.columns)
        if not there or not picture.first <= picture.now <= picture.last:
            return QRect()
        return self._mark(y, metrics) if 0 <= y < self.height() else QRect()

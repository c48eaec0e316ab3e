"""What lies beneath the bookings: hours, daylight, opening hours, closures, counts, and now."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon

from openblock.features.grounds.ui.calendar.axis import relative
from openblock.features.grounds.ui.calendar.daylight import dark_words, rests, shades, sun_marks
from openblock.features.grounds.ui.calendar.picture import Column, Shut
from openblock.features.grounds.ui.calendar.shading import paint_plain, paint_rest, paint_shade
from openblock.features.grounds.ui.calendar.sheet import Sheet
from openblock.features.grounds.ui.calendar.wording import closure_lines
from openblock.features.rooms.ui.board.lettering import Lettering
from openblock.features.rooms.ui.hatching import hatch
from openblock.i18n import _, format_minute
from openblock.ui.theme import px, token

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class GroundPainter:
    """Draws the part of a sheet that is in sight, in the sheet's own coordinates."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering

    def paint(self, painter: QPainter, sheet: Sheet, area: QRect) -> None:
        """Everything beneath the bookings."""
        painter.fillRect(area, token("surface"))
        shown = sheet.columns_in(area)
        for number in shown:
            self._paint_column(painter, sheet, number)
        _paint_hours(painter, sheet, area)
        for number in shown:
            column = sheet.picture.columns[number]
            if column.needs_light:
                _paint_sun(painter, sheet, number, column)
            x = sheet.left_of(number + 1) - 1
            painter.fillRect(x, area.top(), 1, area.height(), token("line"))
        self._say_dark(painter, sheet, shown)
        for shut in sheet.picture.shuts:
            if shut.column in shown:
                self._paint_shut(painter, sheet, shut)
        self._paint_counts(painter, sheet, shown)

    def _paint_column(self, painter: QPainter, sheet: Sheet, number: int) -> None:
        column, picture = sheet.picture.columns[number], sheet.picture
        if column.day == picture.today and not picture.by_area:
            painter.fillRect(sheet.column_rect(number), token("today"))
        for top, bottom in closed_hours(column, picture.first, picture.last):
            painter.fillRect(sheet.rect_of(number, top, bottom), token("chrome"))
        if column.needs_light:
            for each in shades(column.frame.light):
                if rect := _part(sheet, number, each.top, each.bottom):
                    paint_shade(painter, rect, each.step)
            return
        for start, end in rests(column.frame):
            if rect := _part(sheet, number, start, end):
                paint_rest(painter, rect)

    # Words on the ground

    def _say_dark(self, painter: QPainter, sheet: Sheet, shown: range) -> None:
        """Once for all the columns side by side that the sun decides over."""
        for first, past in dark_runs(sheet.picture.columns):
            if past <= shown.start or first >= shown.stop:
                continue
            ends = [
                max(each.bottom if each.step == "dusk" else each.top for each in found)
                for column in sheet.picture.columns[first:past]
                if (found := [s for s in shades(column.frame.light) if s.top >= 12 * 60])
            ]
            if not ends:
                continue
            top = sheet.axis.y_of(max(ends)) + px(8)
            left, right = sheet.left_of(first) + px(6), sheet.left_of(past) - px(6)
            painter.setFont(self._lettering.font("code"))
            painter.setPen(token("text2"))
            room = QRect(left, top, right - left, max(sheet.axis.whole - top, 0))
            words = dark_words(sheet.picture.limits)
            # Without dots beneath it: they would stand among the letters.
            said = painter.boundingRect(room, int(_WRAPPED), words)
            paint_plain(painter, said.adjusted(-px(3), -px(1), px(3), px(1)))
            painter.drawText(room, int(_WRAPPED), words)

    def _paint_shut(self, painter: QPainter, sheet: Sheet, shut: Shut) -> None:
        rect = sheet.rect_of_shut(shut)
        painter.fillRect(rect, hatch("strong", "surface"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("strong"), 1))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        self._label_shut(painter, sheet.free_of_blocks(shut), closure_lines(shut))

    def _label_shut(self, painter: QPainter, rect: QRect, lines: tuple[str, ...]) -> None:
        bold, plain = self._lettering.metrics("code"), self._lettering.metrics("small")
        room = rect.width() - px(12)
        fitting = lines[: max((rect.height() - px(6)) // plain.height(), 1)]
        kinds = ["code", *["small"] * (len(fitting) - 1)]
        cut = [
            self._lettering.metrics(kind).elidedText(text, Qt.TextElideMode.ElideRight, room)
            for kind, text in zip(kinds, fitting, strict=True)
        ]
        wide = max(
            self._lettering.metrics(kind).horizontalAdvance(text)
            for kind, text in zip(kinds, cut, strict=True)
        )
        tall = bold.height() + plain.height() * (len(cut) - 1)
        label = QRect(0, 0, wide + px(10), tall + px(4))
        label.moveCenter(rect.center())
        painter.setPen(QPen(token("strong"), 1))
        painter.setBrush(token("surface"))
        painter.drawRoundedRect(label, px(3), px(3))
        painter.setPen(token("text"))
        y = label.top() + px(2)
        for kind, text in zip(kinds, cut, strict=True):
            metrics = self._lettering.metrics(kind)
            x = label.center().x() - metrics.horizontalAdvance(text) // 2
            self._lettering.draw(painter, QPoint(x, y), kind, text)
            y += metrics.height()

    def _paint_counts(self, painter: QPainter, sheet: Sheet, shown: range) -> None:
        pen = QPen(token("vio"), 1, Qt.PenStyle.DashDotLine)
        for number in shown:
            for minute in counts_of(sheet.picture.columns[number]):
                if not sheet.axis.first < minute < sheet.axis.last:
                    continue
                rect, y = sheet.column_rect(number), sheet.axis.y_of(minute)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
                painter.setPen(pen)
                painter.drawLine(rect.left(), y, rect.right(), y)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                if number == shown.start:
                    words = _("count {time}").format(time=format_minute(minute))
                    self._tag(painter, QPoint(rect.left() + px(3), y), words)

    def _tag(self, painter: QPainter, at: QPoint, words: str) -> None:
        """Words on a line, on a ground of their own; above it where there is no room below."""
        metrics = self._lettering.metrics("hint")
        rect = QRect(at.x(), at.y() + 1, metrics.horizontalAdvance(words) + px(6), metrics.height())
        painter.fillRect(rect, token("surface"))
        painter.setPen(token("vio"))
        self._lettering.draw(painter, rect.topLeft() + QPoint(px(3), 0), "hint", words)


def closed_hours(column: Column, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The shown parts of a day in which the area does not open."""
    at = first
    for start, end in column.open:
        if at < start:
            yield at, min(start, last)
        at = max(at, end)
    if at < last:
        yield at, last


def dark_runs(columns: tuple[Column, ...]) -> Iterator[tuple[int, int]]:
    """Columns side by side that need light: the first, and the one past the last."""
    first = -1
    for number, column in enumerate((*columns, None)):
        needs = column is not None and column.needs_light
        if needs and first < 0:
            first = number
        elif not needs and first >= 0:
            yield first, number
            first = -1


def counts_of(column: Column) -> tuple[int, ...]:
    """The planned headcounts as minutes of the day."""
    return tuple(relative(column.day, each) for each in column.frame.counts)


def _part(sheet: Sheet, number: int, top: int, bottom: int) -> QRect | None:
    """The shown part of a column between two minutes; None where none is."""
    top, bottom = max(top, sheet.axis.first), min(bottom, sheet.axis.last)
    return sheet.rect_of(number, top, bottom) if top < bottom else None


def _paint_hours(painter: QPainter, sheet: Sheet, area: QRect) -> None:
    for minute in sheet.axis.hours():
        y = sheet.axis.y_of(minute)
        if area.top() <= y <= area.bottom():
            painter.fillRect(area.left(), y, area.width(), 1, token("grid"))


def _paint_sun(painter: QPainter, sheet: Sheet, number: int, column: Column) -> None:
    for minute in sun_marks(column.frame.light):
        if sheet.axis.first < minute < sheet.axis.last:
            rect = sheet.column_rect(number)
            y = sheet.axis.y_of(minute) - 1
            painter.fillRect(rect.left(), y, rect.width(), px(2), token("text2"))


def paint_now(painter: QPainter, sheet: Sheet, area: QRect) -> None:
    """The line of this moment over today's column, with a point at its beginning."""
    picture = sheet.picture
    if not picture.first <= picture.now <= picture.last:
        return
    y, side = sheet.axis.y_of(picture.now), px(4)
    for number in sheet.columns_in(area):
        if picture.columns[number].day != picture.today:
            continue
        rect = sheet.column_rect(number)
        painter.fillRect(rect.left(), y - 1, rect.width(), 2, token("todayline"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(token("todayline"))
        left = rect.left()
        corners = [QPoint(left, y - side), QPoint(left + side, y), QPoint(left, y + side)]
        painter.drawPolygon(QPolygon(corners))

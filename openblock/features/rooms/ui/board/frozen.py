"""What stays in sight while the board scrolls: the days above, rooms and beds on the left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from openblock.features.residents.words import need_list
from openblock.features.rooms.ui.board.grounds import paint_now_mark
from openblock.features.rooms.ui.board.lines import Line
from openblock.features.rooms.ui.board.pieces import Kind, Piece
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.features.rooms.ui.hatching import hatch
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.i18n import _, format_short_day, weekday_letters
from openblock.ui.plain_label import on_hover
from openblock.ui.theme import font, px, token

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Scrolled(Protocol):
    """What the frozen parts ask of the board: what it shows and how far it is scrolled."""

    sheet: Sheet

    def offset(self) -> QPoint: ...


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the frozen columns: room, bed and what the bed is now."""

    room: int
    bed: int
    state: int

    @property
    def whole(self) -> int:
        """All three together."""
        return self.room + self.bed + self.state


def columns_of(lines: tuple[Line, ...]) -> Columns:
    """The widths that the longest code, label and word need, within reason."""
    strong, code = QFontMetrics(font("strong")), QFontMetrics(font("code"))
    rooms = max((strong.horizontalAdvance(line.room.code) for line in lines), default=0)
    beds = max((code.horizontalAdvance(line.label) for line in lines), default=0)
    states = max(code.horizontalAdvance(text) for text, _tone in state_words().values())
    return Columns(
        min(max(rooms, px(36)), px(110)) + px(20), min(beds, px(60)) + px(18), states + px(8)
    )


def state_words() -> dict[Kind, tuple[str, str]]:
    """What is said of a bed now beside its label, and in which tone."""
    return {
        Kind.FREE: (bed_state("free"), "ok"),
        Kind.CLOSED: (f"{bed_letter('closed')} {bed_state('closed')}", "text2"),
        Kind.HELD: (f"{bed_letter('held')} {bed_state('held')}", "vio"),
    }


class Head(QWidget):
    """The days: number and weekday, today filled; only the weeks where days are narrow."""

    def __init__(self, board: Scrolled, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board

    @staticmethod
    def tall() -> int:
        """The height that two lines need."""
        heights = QFontMetrics(font("strong")).height() + QFontMetrics(font("small")).height()
        return heights + px(9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), token("chrome"))
        sheet = self._board.sheet
        painter.translate(-self._board.offset().x(), 0)
        wide = sheet.axis.width >= QFontMetrics(font("strong")).horizontalAdvance("00") + px(4)
        self._paint_weekends(painter, sheet)
        for number in range(sheet.axis.days):
            day = sheet.axis.day(number)
            if wide:
                self._paint_day(painter, sheet, number)
            elif day.weekday() == 0:
                self._paint_week(painter, sheet, number)
        self._paint_today(painter, sheet, wide=wide)
        painter.setPen(QPen(token("strong"), 1))
        painter.drawLine(0, self.height() - 1, sheet.axis.whole, self.height() - 1)
        painter.end()

    def _paint_weekends(self, painter: QPainter, sheet: Sheet) -> None:
        for first, past in sheet.weekends():
            left, right = sheet.axis.x_of_day(first), sheet.axis.x_of_day(past)
            painter.fillRect(QRect(left, 0, right - left, self.height()), hatch("hatch"))

    def _paint_day(self, painter: QPainter, sheet: Sheet, number: int) -> None:
        left, right = sheet.axis.x_of_day(number), sheet.axis.x_of_day(number + 1)
        day = sheet.axis.day(number)
        today = number == sheet.today
        if today:
            painter.fillRect(QRect(left, 0, right - left, self.height()), token("todayline"))
        self._paint_two_lines(
            painter, QRect(left, 0, right - left, self.height()), day, today=today
        )
        painter.setPen(QPen(token("strong" if _ends_month(sheet, number) else "grid"), 1))
        painter.drawLine(right - 1, 0, right - 1, self.height())

    def _paint_two_lines(self, painter: QPainter, room: QRect, day: date, *, today: bool) -> None:
        strong, small = QFontMetrics(font("strong")), QFontMetrics(font("small"))
        top = px(3)
        painter.setFont(font("strong"))
        painter.setPen(token("ontoday" if today else "text"))
        over = QRect(room.left(), top, room.width(), strong.height())
        painter.drawText(over, CENTRE, str(day.day))
        painter.setFont(font("small"))
        painter.setPen(token("ontoday" if today else "text2"))
        under = QRect(room.left(), top + strong.height(), room.width(), small.height())
        painter.drawText(under, CENTRE, weekday_letters(day))

    def _paint_week(self, painter: QPainter, sheet: Sheet, number: int) -> None:
        left = sheet.axis.x_of_day(number)
        painter.setPen(QPen(token("strong"), 1))
        painter.drawLine(left, 0, left, self.height())
        day = sheet.axis.day(number)
        room = QRect(left + px(4), px(3), round(sheet.axis.width * 7), self.height() // 2)
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        painter.drawText(room, LEFT, format_short_day(day))
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        week = _("wk {number}").format(number=day.isocalendar().week)
        painter.drawText(room.translated(0, room.height() - px(2)), LEFT, week)

    def _paint_today(self, painter: QPainter, sheet: Sheet, *, wide: bool) -> None:
        if sheet.today < 0:
            return
        if not wide:
            left = sheet.axis.x_of_day(sheet.today)
            right = sheet.axis.x_of_day(sheet.today + 1)
            painter.fillRect(
                QRect(left, self.height() - px(6), right - left, px(6)), token("todayline")
            )
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_now_mark(painter, sheet.axis.x_of(sheet.picture.now), self.height() - 1)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _ends_month(sheet: Sheet, number: int) -> bool:
    return sheet.axis.day(number + 1).day == 1


class BedsColumn(QWidget):
    """Rooms, their beds, and what each bed is now; a click goes to the bed."""

    pressed = Signal(int)

    def __init__(self, board: Scrolled, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self.columns = Columns(0, 0, 0)
        self.chosen = -1
        self._fonts: dict[str, QFont] = {}
        self._words: dict[Kind, tuple[str, str]] = {}
        self.dress()
        self.setMouseTracking(True)

    def dress(self) -> None:
        """Make fonts and words anew: made in every frame they would cost more than the painting."""
        self._fonts = {kind: font(kind) for kind in ("code", "strong", "hint")}
        self._words = state_words()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint() + QPoint(0, self._board.offset().y())
        self.pressed.emit(self._board.sheet.line_at(point.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        y = event.position().toPoint().y() + self._board.offset().y()
        line = self._board.sheet.line_at(y)
        lines = self._board.sheet.picture.lines
        self.setToolTip(on_hover(_about(lines[line])) if line >= 0 else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), token("chrome"))
        sheet, top = self._board.sheet, self._board.offset().y()
        painter.translate(0, -top)
        first = max(top // sheet.row, 0)
        last = min((top + self.height()) // sheet.row + 1, len(sheet.picture.lines))
        shown_now = sheet.today >= 0
        for place in range(first, last):
            line = sheet.picture.lines[place]
            now = sheet.picture.stop_at(place, sheet.picture.now) if shown_now else None
            self._paint_bed(painter, QRect(0, place * sheet.row, self.width(), sheet.row), line)
            if now is not None:
                self._paint_state(painter, sheet, place, now)
            if line.place == 0 or place == first:
                self._paint_room(painter, sheet, place, top)
        painter.setPen(QPen(token("strong"), 1))
        end = self.width() - 1
        painter.drawLine(end, top, end, top + self.height())
        painter.end()

    def _paint_bed(self, painter: QPainter, room: QRect, line: Line) -> None:
        left = self.columns.room
        if self.chosen == room.top() // max(room.height(), 1):
            painter.fillRect(room.adjusted(left, 0, -1, -1), token("soft"))
        painter.setFont(self._fonts["code"])
        painter.setPen(token("text"))
        label = QRect(left + px(10), room.top(), self.columns.bed - px(10), room.height() - 1)
        painter.drawText(label, LEFT, line.label)
        ends = line.place == line.size - 1
        painter.setPen(QPen(token("strong" if ends else "grid"), 1))
        start = 0 if ends else left
        painter.drawLine(start, room.bottom(), room.right(), room.bottom())
        painter.setPen(QPen(token("grid"), 1))
        painter.drawLine(left, room.top(), left, room.bottom())

    def _paint_state(self, painter: QPainter, sheet: Sheet, place: int, now: Piece) -> None:
        said = self._words.get(now.kind)
        if said is None:
            return
        left = self.columns.room + self.columns.bed
        painter.setFont(self._fonts["code"])
        painter.setPen(token(said[1]))
        room = QRect(left, place * sheet.row, self.columns.state, sheet.row - 1)
        painter.drawText(room, LEFT, said[0])

    def _paint_room(self, painter: QPainter, sheet: Sheet, place: int, top: int) -> None:
        """The code stays in sight as long as any bed of its room does."""
        line = sheet.picture.lines[place]
        strong = QFontMetrics(self._fonts["strong"])
        begins = (place - line.place) * sheet.row
        ends = begins + line.size * sheet.row
        y = min(max(begins, top), ends - sheet.row)
        painter.setFont(self._fonts["strong"])
        painter.setPen(token("text"))
        wide = self.columns.room - px(14)
        code = strong.elidedText(line.room.code, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(px(10), y, wide, sheet.row - 1), LEFT, code)
        if y + 2 * sheet.row <= ends and line.room.content.attributes:
            small = QFontMetrics(self._fonts["hint"])
            said = need_list(line.room.content.attributes)
            painter.setFont(self._fonts["hint"])
            painter.setPen(token("text2"))
            cut = small.elidedText(said, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRect(px(10), y + sheet.row - px(3), wide, sheet.row), LEFT, cut)


def _about(line: Line) -> str:
    needs = need_list(line.room.content.attributes)
    parts = [line.name, line.room.content.name, needs]
    return ", ".join(part for part in parts if part)

"""Draws bookings: the gauge of heads, purpose, times, supervisor, and their state by shape."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.calendar.drafts import Draft
from openblock.features.grounds.ui.calendar.picture import Block
from openblock.features.grounds.ui.calendar.sheet import Sheet
from openblock.features.grounds.ui.calendar.wording import (
    LOST,
    heads_words,
    last_line,
    times,
    title_of,
)
from openblock.features.rooms.ui.board.lettering import Lettering
from openblock.ui.theme import px, token

Line = tuple[str, str]
#: A block narrower than so many gauges has none: its words need the room.
_NARROW = 8


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens a block is drawn with; ``dashed`` its edge, ``struck`` its first line."""

    fill: str
    text: str
    edge: str
    gauge: str
    width: int = 1
    dashed: bool = False
    struck: bool = False


_LOOKS = {
    State.REQUESTED: Look("surface", "text", "accent", "accent", dashed=True),
    State.APPROVED: Look("chip.24", "onchip.24", "accent", "onchip.24"),
    State.IN_USE: Look("accent", "onaccent", "text", "onaccent", width=2),
    State.FINISHED: Look("grid", "text2", "line", "text2"),
    State.CANCELLED: Look("surface", "text2", "strong", "strong", dashed=True, struck=True),
    State.NO_SHOW: Look("surface", "text2", "strong", "strong", dashed=True),
}
_LOST = Look("badsoft", "bad", "bad", "bad", width=2)
_WARNED = Look("warnsoft", "warn", "warn", "warn", width=2)


def look_of(row: BookingRow) -> Look:
    """How a booking is drawn: what is wrong with it comes before its state."""
    if row.lost is not None:
        return _LOST
    if row.warnings and row.state != State.IN_USE:
        return _WARNED
    return _LOOKS[row.state]


def lines_of(row: BookingRow, room: int) -> tuple[Line, ...]:
    """What stands on a block with room for so many lines: kind of text and text.

    The hours stand at the side of the calendar as well, so they are the first to go.
    """
    title, heads, last = title_of(row), heads_words(row), last_line(row)
    kind = "code" if row.lost is not None else "small"
    if room >= 4:
        whole = (("code", title), ("small", times(row.span)), ("small", heads), (kind, last))
    elif room == 3:
        whole = (("code", title), ("small", heads), (kind, last), ("", ""))
    elif room == 2:
        # Of a lost supervisor the words matter more than the heads, which the gauge shows too.
        second = f"{LOST} {last}" if row.lost is not None else f"{heads} {last}".strip()
        whole = (("code", title), (kind, second), ("", ""), ("", ""))
    else:
        whole = (("code", f"{heads} {title}"), ("", ""), ("", ""), ("", ""))
    return tuple(line for line in whole if line[1])


class BlockPainter:
    """Draws blocks, what is chosen, and a time in hand."""

    def __init__(self, lettering: Lettering) -> None:
        self._lettering = lettering

    def paint(self, painter: QPainter, sheet: Sheet, block: Block) -> None:
        """One booking."""
        rect = sheet.rect_of_block(block)
        look = look_of(block.row)
        self._body(painter, rect, look)
        self._gauge(painter, rect, look, block.row)
        self._text(painter, rect, look, block.row)

    def _body(self, painter: QPainter, rect: QRect, look: Look) -> None:
        line = Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(token(look.edge), look.width, line))
        painter.setBrush(token(look.fill))
        inner = rect.adjusted(0, 0, -1, -1) if look.width == 1 else rect.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, px(3), px(3))

    def _gauge(self, painter: QPainter, rect: QRect, look: Look, row: BookingRow) -> None:
        """How full the area is with this group: from the foot up."""
        wide = px(7)
        if rect.width() < _NARROW * wide or rect.height() < 2 * wide:
            return
        pipe = QRect(rect.left() + px(5), rect.top() + px(4), wide, rect.height() - px(8))
        painter.setPen(QPen(token(look.gauge), 1))
        painter.setBrush(token(look.fill if look.width > 1 else "surface"))
        painter.drawRoundedRect(pipe.adjusted(0, 0, -1, -1), px(2), px(2))
        share = min(row.heads / max(row.capacity, 1), 1.0)
        full = round((pipe.height() - 2) * share)
        fill = QRect(pipe.left() + 1, pipe.bottom() - full, pipe.width() - 2, full)
        painter.fillRect(fill, token(look.gauge))

    def _text(self, painter: QPainter, rect: QRect, look: Look, row: BookingRow) -> None:
        tall = self._lettering.metrics("small").height()
        left = px(16) if rect.width() >= _NARROW * px(7) else px(4)
        # An hour has two lines, at the height an hour has at the least.
        room = max(rect.height() // tall, 1)
        pad = min(max((rect.height() - min(room, 4) * tall) // 2, 0), px(3))
        painter.save()
        painter.setClipRect(rect.adjusted(1, 1, -1, -1), Qt.ClipOperation.IntersectClip)
        painter.setPen(token(look.text))
        at = rect.topLeft() + QPoint(left, pad)
        for number, (kind, text) in enumerate(lines_of(row, room)):
            metrics = self._lettering.metrics(kind)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - left - px(3))
            self._lettering.draw(painter, at, kind, cut)
            if look.struck and number == 0:
                middle = at.y() + metrics.height() // 2
                end = at.x() + metrics.horizontalAdvance(cut)
                painter.drawLine(at.x(), middle, end, middle)
            at += QPoint(0, tall)
        painter.restore()

    # What is chosen, and what is in hand

    def paint_chosen(self, painter: QPainter, rect: QRect, *, focus: bool) -> None:
        """The ring around what the keyboard stands on; thinner while it is elsewhere."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("surface"), 1))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), px(3), px(3))
        painter.setPen(QPen(token("accent" if focus else "strong"), 3 if focus else 2))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 0, 0), px(4), px(4))

    def paint_draft(
        self, painter: QPainter, sheet: Sheet, draft: Draft, words: tuple[str, str]
    ) -> None:
        """A time in hand with its label: times and places left, or (second) what forbids it."""
        rect = sheet.rect_of(draft.column, draft.start, draft.end).adjusted(px(2), 1, -px(2), -1)
        said, against = words
        tone = "bad" if against else "accent"
        ghost = token("badsoft" if against else "soft")
        painter.setOpacity(0.85)
        painter.setBrush(ghost)
        painter.setPen(QPen(token(tone), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect, px(3), px(3))
        painter.setOpacity(1.0)
        self._label(painter, sheet, rect, [line for line in (said, against) if line], tone)

    def _label(
        self, painter: QPainter, sheet: Sheet, rect: QRect, lines: list[str], tone: str
    ) -> None:
        metrics = self._lettering.metrics("code")
        wide = max(metrics.horizontalAdvance(line) for line in lines) + px(10)
        box = QRect(0, 0, wide, metrics.height() * len(lines) + px(4))
        # Above the time, what lies beneath it stays in sight; below it at the upper edge.
        above = rect.top() - box.height() - px(3)
        box.moveTopLeft(QPoint(rect.left(), above if above > px(2) else rect.bottom() + px(4)))
        # Within the sheet, so that the label of the last column is not cut.
        box.moveRight(min(box.right(), sheet.size.width() - px(3)))
        painter.setPen(QPen(token(tone), 1))
        painter.setBrush(token("surface"))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setPen(token(tone))
        for number, line in enumerate(lines):
            at = box.topLeft() + QPoint(px(5), px(2) + number * metrics.height())
            self._lettering.draw(painter, at, "code", line)

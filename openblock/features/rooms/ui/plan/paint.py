"""Draws rooms and beds: every state by letter and shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from openblock.features.rooms.queries import BedState
from openblock.features.rooms.ui.plan.measure import gap, head_height, two_lines
from openblock.features.rooms.ui.plan.picture import (
    AMBER,
    NONE,
    RED,
    BedPicture,
    RoomPicture,
    closure_lines,
)
from openblock.features.rooms.ui.words import bed_letter, bed_state
from openblock.i18n import _
from openblock.ui.theme import font, px, token

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LETTER = ("code", "text")
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap

# State → fill, line, text and how the line is drawn.
_LOOKS: dict[BedState, tuple[str, str, str, Qt.PenStyle]] = {
    BedState.OCCUPIED: ("chip.24", "line", "onchip.24", Qt.PenStyle.SolidLine),
    BedState.FREE: ("surface", "ok", "ok", Qt.PenStyle.DashLine),
    BedState.HELD: ("viosoft", "vio", "vio", Qt.PenStyle.DotLine),
    BedState.CLOSED: ("surface", "strong", "text2", Qt.PenStyle.SolidLine),
}


def paint_bed(painter: QPainter, rect: QRectF, bed: BedPicture, *, current: bool) -> None:
    """One bed: its letter, who or what is in it, and what is wrong."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill, line, text, style = _LOOKS[bed.state]
    inner = rect.adjusted(1, 1, -1, -1)
    painter.setPen(_edge(bed, line, style))
    painter.setBrush(token(fill))
    painter.drawRoundedRect(inner, px(4), px(4))
    if bed.state == BedState.CLOSED:
        hatch(painter, inner.adjusted(1, 1, -1, -1))
    box = QRectF(inner.x(), inner.y(), px(25), inner.height())
    painter.setPen(QPen(token(line), 1))
    painter.drawLine(box.topRight() + QPointF(0, px(3)), box.bottomRight() - QPointF(0, px(3)))
    tall = inner.height() + 2 >= two_lines()
    _write(painter, _upper(box) if tall and bed.mark else box, bed.label, _LETTER, _CENTRE)
    words = inner.adjusted(px(30), 0, -px(4), 0)
    if bed.mark and tall:
        paint_mark(painter, _mark_under(box), bed.mark)
    elif bed.mark:
        paint_mark(painter, _mark_place(inner), bed.mark)
        words.setRight(words.right() - px(21))
    _paint_words(painter, words, bed, text, tall=tall)
    if current:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("accent"), px(3)))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), px(5), px(5))
    painter.restore()


def _paint_words(
    painter: QPainter, words: QRectF, bed: BedPicture, tone: str, *, tall: bool
) -> None:
    closed = bed.state == BedState.CLOSED
    look = ("body", "text" if closed else tone)
    wide = QFontMetricsF(font()).horizontalAdvance(bed.text)
    if tall and bed.detail:
        _write(painter, _upper(words), bed.text, look, _LEFT)
        _write(painter, _lower(words), bed.detail, ("small", "text2"), _LEFT)
    elif tall and wide > words.width() and " " in bed.text:
        # "Cīrulnieks O." on two lines says more than "Cīruln…" on one.
        first, _space, last = bed.text.rpartition(" ")
        _write(painter, _upper(words), first, look, _LEFT)
        _write(painter, _lower(words), last, look, _LEFT)
    else:
        _write(painter, words, bed.text, look, _LEFT, plate=closed)


def _upper(rect: QRectF) -> QRectF:
    return rect.adjusted(0, px(3), 0, -rect.height() / 2 + px(1))


def _lower(rect: QRectF) -> QRectF:
    return rect.adjusted(0, rect.height() / 2 - px(1), 0, -px(3))


def _mark_under(box: QRectF) -> QRectF:
    side = px(16)
    lower = _lower(box)
    return QRectF(box.center().x() - side / 2, lower.center().y() - side / 2, side, side)


def _edge(bed: BedPicture, line: str, style: Qt.PenStyle) -> QPen:
    if bed.mark != NONE:
        return QPen(token("bad" if bed.mark == RED else "todayline"), 2)
    return QPen(token(line), 1.4 if style != Qt.PenStyle.SolidLine else 1, style)


def _mark_place(inner: QRectF) -> QRectF:
    side = px(17)
    return QRectF(inner.right() - side - px(4), inner.center().y() - side / 2, side, side)


def paint_mark(painter: QPainter, rect: QRectF, mark: str) -> None:
    """A red triangle for what must not be, an amber disc for what should be looked at."""
    red = mark == RED
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("bad" if red else "warn"))
    if red:
        painter.drawPolygon(QPolygonF([_top(rect), rect.bottomRight(), rect.bottomLeft()]))
    else:
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
    letters = QRectF(rect)
    if red:
        letters.translate(0, rect.height() * 0.12)
    _write(painter, letters, "!", ("code", "surface"), _CENTRE)


def _top(rect: QRectF) -> QPointF:
    return QPointF(rect.center().x(), rect.top())


def hatch(painter: QPainter, rect: QRectF) -> None:
    """What is out of service is hatched."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(token("hatch"), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(rect)
    painter.setBrush(QBrush(token("strong"), Qt.BrushStyle.BDiagPattern))
    painter.setOpacity(0.55)
    painter.drawRect(rect)
    painter.restore()


def paint_room(painter: QPainter, rect: QRectF, room: RoomPicture, *, chosen: bool) -> None:
    """Walls, door, code and how many of the beds are taken; hatched where it is closed."""
    painter.save()
    ground = "soft" if chosen else ("surface" if room.living else "alt")
    painter.fillRect(rect, token(ground))
    if room.closure is not None:
        hatch(painter, rect)
    painter.setPen(QPen(token("accent" if chosen else "text2"), px(3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    _paint_door(painter, rect, room.room.content.walls.door, ground)
    if room.living:
        _paint_head(painter, rect, room)
    else:
        inner = rect.adjusted(px(8), px(8), -px(8), -px(8))
        painter.setFont(font("strong"))
        painter.setPen(token("text2"))
        painter.drawText(inner, _WRAPPED, room.room.content.name or room.room.code)
    if room.closure is not None:
        _paint_closure(painter, rect, room)
    painter.restore()


def _paint_head(painter: QPainter, rect: QRectF, room: RoomPicture) -> None:
    head = QRectF(rect.x() + px(10), rect.y() + px(2), rect.width() - px(20), head_height())
    wide = QFontMetricsF(font("code")).horizontalAdvance(room.count) + px(8)
    _write(painter, head.adjusted(0, 0, -wide, 0), room.room.code, ("title", "text"), _LEFT)
    if room.closure is None:
        _write(painter, head, room.count, ("code", "text2"), _RIGHT)


def _paint_door(painter: QPainter, rect: QRectF, side: str, ground: str) -> None:
    wide = min(px(30), rect.width() / 3, rect.height() / 3)
    centre = {
        "top": QPointF(rect.right() - wide, rect.top()),
        "bottom": QPointF(rect.right() - wide, rect.bottom()),
        "left": QPointF(rect.left(), rect.bottom() - wide),
        "right": QPointF(rect.right(), rect.bottom() - wide),
    }.get(side)
    if centre is None:
        return
    along = QPointF(wide / 2, 0) if side in ("top", "bottom") else QPointF(0, wide / 2)
    painter.setPen(QPen(token(ground), px(4)))
    painter.drawLine(centre - along, centre + along)
    painter.setPen(QPen(token("strong"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(centre - along, centre + along)


def _paint_closure(painter: QPainter, rect: QRectF, room: RoomPicture) -> None:
    if room.closure is None:
        return
    said = "\n".join(closure_lines(room.closure))
    inner = rect.adjusted(gap(), head_height(), -gap(), -gap())
    if room.late:
        late = _("▲ late")
        said = f"{said}\n{late}"
    metrics = QFontMetricsF(font("small"))
    wide = inner.width() - px(16)
    high = metrics.boundingRect(QRectF(0, 0, wide, 9999), _WRAPPED, said).height()
    title = QFontMetricsF(font("strong")).height()
    plate = QRectF(inner.x(), inner.y(), inner.width(), min(inner.height(), high + title + px(16)))
    painter.setPen(QPen(token("strong"), 1))
    painter.setBrush(token("surface"))
    painter.drawRoundedRect(plate, px(4), px(4))
    letter = bed_letter(BedState.CLOSED)
    heading = f"{letter} {bed_state(BedState.CLOSED).upper()}"
    line = QRectF(plate.x(), plate.y() + px(5), plate.width(), title)
    _write(painter, line, heading, ("strong", "text"), _CENTRE)
    below = QRectF(plate.x() + px(8), line.bottom() + px(2), wide, plate.bottom() - line.bottom())
    painter.setFont(font("small"))
    painter.setPen(token("bad" if room.late else "text2"))
    painter.setClipRect(plate)
    top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(below, top, said)


def _write(
    painter: QPainter,
    rect: QRectF,
    words: str,
    look: tuple[str, str],
    flags: Qt.AlignmentFlag,
    *,
    plate: bool = False,
) -> None:
    kind, tone = look
    letters: QFont = font(kind)
    metrics = QFontMetricsF(letters)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    if plate:
        wide = metrics.horizontalAdvance(shown) + px(6)
        back = QRectF(rect.x() - px(3), rect.center().y() - metrics.height() / 2, wide, 0)
        back.setHeight(metrics.height())
        painter.fillRect(back, QColor(token("surface")))
    painter.setFont(letters)
    painter.setPen(token(tone))
    painter.drawText(rect, flags, shown)


__all__ = ["AMBER", "NONE", "RED", "hatch", "paint_bed", "paint_mark", "paint_room"]

"""Draws the areas: every state by letter, word and shape as well as by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from openblock.features.grounds.rules.content import AreaState
from openblock.features.grounds.ui.plan.picture import AreaPicture
from openblock.features.rooms.ui.hatching import hatch
from openblock.ui.theme import font, px, token

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
# Halls and workshops may stand in a building: its name is over them.
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
# The larger letters first: what does not fit is written smaller before it is cut.
_NAMES = ("strong", "code", "hint")
_MOST_LINES = 3

#: State → ground, line, words, and how the line is drawn.
LOOKS: dict[AreaState, tuple[str, str, str, Qt.PenStyle]] = {
    AreaState.FREE: ("oksoft", "ok", "ok", Qt.PenStyle.SolidLine),
    AreaState.IN_USE: ("chip.24", "accent", "onchip.24", Qt.PenStyle.SolidLine),
    AreaState.CLOSED: ("surface", "strong", "text", Qt.PenStyle.SolidLine),
    AreaState.DARK: ("chip.N", "strong", "onchip.N", Qt.PenStyle.SolidLine),
    AreaState.SHUT: ("alt", "strong", "text2", Qt.PenStyle.DashLine),
}


def paint_area(painter: QPainter, rect: QRectF, area: AreaPicture, *, chosen: bool) -> None:
    """One area: ground, line, its name and how it stands; a ring around the chosen one."""
    painter.save()
    if area.bookable:
        _paint_place(painter, rect, area)
    else:
        _paint_building(painter, rect, area)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("surface", 5), ("accent", 3)):
            painter.setPen(QPen(token(colour), px(width)))
            painter.drawRect(rect)
    painter.restore()


def paint_grips(painter: QPainter, rect: QRectF) -> None:
    """The corners by which an area is resized."""
    side = grip_side(rect)
    for corner in corners(rect).values():
        box = QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side)
        painter.fillRect(box, token("accent"))


def grip_side(rect: QRectF) -> float:
    """How wide a grip is: never so wide that nothing is left to drag the area by."""
    return min(px(10), rect.width() / 3, rect.height() / 3)


def corners(rect: QRectF) -> dict[tuple[int, int], QPointF]:
    """The corners by the directions they are resized in."""
    return {
        (-1, -1): rect.topLeft(),
        (1, -1): rect.topRight(),
        (-1, 1): rect.bottomLeft(),
        (1, 1): rect.bottomRight(),
    }


def paint_letter(painter: QPainter, rect: QRectF, state: AreaState, letter: str) -> None:
    """The letter of a state on its ground, for the list and the legend."""
    ground, line, words, style = LOOKS[state]
    painter.save()
    painter.setPen(QPen(token(line), 1, style))
    painter.setBrush(hatch("hatch", ground) if state == AreaState.CLOSED else token(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
    painter.setFont(font("code"))
    painter.setPen(token(words))
    painter.drawText(rect, _CENTRE, letter)
    painter.restore()


def _paint_place(painter: QPainter, rect: QRectF, area: AreaPicture) -> None:
    ground, line, words, style = LOOKS[area.state]
    painter.setPen(QPen(token(line), 1.5, style))
    painter.setBrush(hatch("strong", ground) if area.state == AreaState.CLOSED else token(ground))
    painter.drawRect(rect)
    inner = rect.adjusted(px(4), px(2), -px(2), -px(2))
    lines = _lines(area, inner)
    if area.state == AreaState.CLOSED:
        _paint_plate(painter, inner, lines)
    top = inner.y() if _height(lines) > inner.height() else inner.y() + px(2)
    for kind, said in lines:
        high = QFontMetricsF(font(kind)).height()
        painter.setFont(font(kind))
        painter.setPen(token(words))
        painter.drawText(QRectF(inner.x(), top, inner.width(), high), _LEFT, said)
        top += high


def _paint_plate(painter: QPainter, inner: QRectF, lines: list[tuple[str, str]]) -> None:
    """Words on a hatch need a ground of their own."""
    wide = max(QFontMetricsF(font(kind)).horizontalAdvance(said) for kind, said in lines)
    plate = QRectF(inner.x() - px(3), inner.y(), wide + px(6), _height(lines) + px(3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("surface"))
    painter.drawRect(plate)


def _paint_building(painter: QPainter, rect: QRectF, area: AreaPicture) -> None:
    """Thick walls and a ground of its own: nobody takes it for a place to be booked."""
    painter.setPen(QPen(token("text2"), px(3)))
    painter.setBrush(token("line"))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    inner = rect.adjusted(px(5), px(4), -px(5), -px(4))
    kind, lines = _name_lines(area.name, inner.width(), inner.height())
    painter.setFont(font(kind))
    painter.setPen(token("text"))
    painter.drawText(inner, _TOP, "\n".join(lines))


def _lines(area: AreaPicture, inner: QRectF) -> list[tuple[str, str]]:
    """Kind of letters and words, line by line: the name, and under it how the area stands."""
    small = QFontMetricsF(font("small"))
    label = _fitting(area.labels, small, inner.width())
    left = inner.height() - small.height()
    if left < QFontMetricsF(font("hint")).height():
        # Too low for two lines: the letter says most in the least room.
        joined = f"{area.letter} {area.name}"
        return [("code", _cut(joined, "code", inner.width()))]
    kind, names = _name_lines(area.name, inner.width(), left)
    return [*((kind, each) for each in names), ("small", label)]


def _name_lines(name: str, wide: float, high: float) -> tuple[str, list[str]]:
    """The name in the largest letters it fits in, broken between words; else cut."""
    for kind in _NAMES:
        metrics = QFontMetricsF(font(kind))
        room = max(1, min(_MOST_LINES, int(high // metrics.height())))
        lines = _broken(name, metrics, wide)
        if len(lines) <= room and all(metrics.horizontalAdvance(each) <= wide for each in lines):
            return kind, lines
    kind = _NAMES[-1]
    metrics = QFontMetricsF(font(kind))
    room = max(1, min(_MOST_LINES, int(high // metrics.height())))
    lines = _broken(name, metrics, wide)
    if len(lines) > room:
        lines = [*lines[: room - 1], " ".join(lines[room - 1 :])]
    return kind, [_cut(each, kind, wide) for each in lines]


def _broken(name: str, metrics: QFontMetricsF, wide: float) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(joined) <= wide:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines or [""]


def _fitting(said: tuple[str, ...], metrics: QFontMetricsF, wide: float) -> str:
    return next((each for each in said if metrics.horizontalAdvance(each) <= wide), said[-1])


def _cut(said: str, kind: str, wide: float) -> str:
    return QFontMetricsF(font(kind)).elidedText(said, Qt.TextElideMode.ElideRight, wide)


def _height(lines: list[tuple[str, str]]) -> float:
    return sum(QFontMetricsF(font(kind)).height() for kind, _said in lines)

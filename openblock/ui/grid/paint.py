"""Draws a cell: ground, chip, problem ring, mark; every look is drawn once and kept as a pixmap."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from openblock.ui.theme import TOKENS, font, px, token

_KEPT_LOOKS = 4000


class Look(NamedTuple):
    """Everything a cell's picture depends on; equal looks share one pixmap."""

    width: int
    height: int
    ratio: float
    ground: str = ""
    phase: int = 0
    today: bool = False
    selected: bool = False
    band_start: bool = False
    code: str = ""
    tint: str = ""
    problem: str = ""
    changed: bool = False
    detail: str = ""
    two_lines: bool = False
    typed: str = ""


def hatch_step() -> int:
    """The distance of a hatch's lines in pixels; looks repeat with it."""
    return px(6)


def cell_size(*, two_lines: bool) -> QSize:
    """The least size of a cell at the text size that is on."""
    code = QFontMetrics(font("code"))
    if two_lines:
        small = QFontMetrics(font("small"))
        return QSize(small.horizontalAdvance("00–00") + px(14), code.height() * 2 + px(8))
    return QSize(code.horizontalAdvance("00") + px(7), code.height() + px(5))


class CellPainter:
    """Gives the pixmap of a look; forgets all when the theme or the text size changes."""

    def __init__(self) -> None:
        self._drawn: dict[Look, QPixmap] = {}

    def forget(self) -> None:
        """Draw everything anew from now on."""
        self._drawn.clear()

    def pixmap(self, look: Look) -> QPixmap:
        """The picture of ``look``."""
        found = self._drawn.get(look)
        if found is None:
            if len(self._drawn) > _KEPT_LOOKS:
                self._drawn.clear()
            found = self._drawn[look] = _drawn(look)
        return found


def _drawn(look: Look) -> QPixmap:
    made = QPixmap(round(look.width * look.ratio), round(look.height * look.ratio))
    made.setDevicePixelRatio(look.ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRect(0, 0, look.width, look.height)
    _paint_ground(painter, rect, look)
    if look.typed:
        _paint_typed(painter, rect, look.typed)
    elif look.code:
        _paint_content(painter, rect, look)
    painter.end()
    return made


def _paint_ground(painter: QPainter, rect: QRect, look: Look) -> None:
    ground = "soft" if look.selected else ("today" if look.today else "surface")
    painter.fillRect(rect, token(ground))
    if look.ground and not look.today:
        painter.setPen(QPen(token("hatch"), 1))
        _hatch(painter, rect, look.phase, crossed=look.ground == "holiday")
    right, bottom = rect.width() - 1, rect.height() - 1
    painter.fillRect(0, bottom, rect.width(), 1, token("grid"))
    painter.fillRect(right, 0, 1, rect.height(), token("todayline" if look.today else "grid"))
    if look.today:
        painter.fillRect(0, 0, 1, rect.height(), token("todayline"))
    if look.band_start:
        painter.fillRect(0, 0, rect.width(), 1, token("strong"))


def _hatch(painter: QPainter, rect: QRect, phase: int, *, crossed: bool) -> None:
    step, height, width = hatch_step(), rect.height(), rect.width()
    for start in range(-phase - height, width + step, step):
        painter.drawLine(QPointF(start, height), QPointF(start + height, 0))
    if crossed:
        for start in range(-height - phase, width + step, step):
            painter.drawLine(QPointF(start, 0), QPointF(start + height, height))


def _paint_typed(painter: QPainter, rect: QRect, text: str) -> None:
    painter.setFont(font("code"))
    painter.setPen(token("accent"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    wide = QFontMetrics(font("code")).horizontalAdvance(text)
    caret = rect.center().x() + wide // 2 + 2
    painter.fillRect(caret, 3, 1, rect.height() - 6, token("accent"))


def _paint_content(painter: QPainter, rect: QRect, look: Look) -> None:
    chip = _chip_rect(rect, look)
    if look.two_lines:
        _paint_two_lines(painter, chip, look)
    else:
        paint_chip(painter, chip, look.code, look.tint)
        if look.detail:
            _paint_detail(painter, rect, chip, look.detail)
    if look.problem:
        _paint_problem(painter, chip, look.problem)
    if look.changed:
        side = px(4)
        right, bottom = chip.right() + 1 - side // 2, chip.bottom() + 1 - side // 2
        painter.fillRect(int(right), int(bottom), side, side, token("text"))


def _chip_rect(rect: QRect, look: Look) -> QRectF:
    if look.two_lines:
        return QRectF(rect).adjusted(3, 2, -4, -3)
    text = QFontMetrics(font("code")).horizontalAdvance(look.code)
    width = min(max(px(22), text + px(8)), rect.width() - 3)
    height = min(px(17) + (rect.height() - px(20)) // 2, rect.height() - 3)
    left = (rect.width() - 1 - width) / 2
    small = QFontMetrics(font("small"))
    room = width + small.horizontalAdvance(look.detail) + px(12)
    if look.detail and room <= rect.width():
        left = px(4)
    return QRectF(left, (rect.height() - 1 - height) / 2, width, height)


def _paint_detail(painter: QPainter, rect: QRect, chip: QRectF, detail: str) -> None:
    left = int(chip.right()) + px(5)
    if chip.left() > px(4):
        return
    painter.setFont(font("small"))
    painter.setPen(token("text2"))
    area = QRect(left, 0, rect.width() - left - 2, rect.height() - 1)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, detail)


def _paint_two_lines(painter: QPainter, chip: QRectF, look: Look) -> None:
    paint_chip(painter, chip, "", look.tint)
    half = chip.height() / 2
    over = QRectF(chip.left(), chip.top(), chip.width(), half)
    painter.setPen(_on_chip(look.tint))
    painter.setFont(font("code"))
    painter.drawText(over, Qt.AlignmentFlag.AlignCenter, look.code)
    painter.setFont(font("small"))
    painter.drawText(over.translated(0, half), Qt.AlignmentFlag.AlignCenter, look.detail)


def paint_chip(painter: QPainter, chip: QRectF, code: str, tint: str) -> None:
    """Draw a code on its chip; a code of tint "free" stands without a fill."""
    if tint != "free":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_chip(tint))
        painter.drawRoundedRect(chip, px(3), px(3))
    painter.setPen(_on_chip(tint))
    painter.setFont(_fitting(code, chip.width() - 2))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, code)


def _fitting(code: str, width: float) -> QFont:
    made = font("code")
    while made.pixelSize() > px(8) and QFontMetrics(made).horizontalAdvance(code) > width:
        made.setPixelSize(made.pixelSize() - 1)
    return made


def _chip(tint: str) -> QColor:
    return token(f"chip.{tint}" if f"chip.{tint}" in TOKENS else "chip.other")


def _on_chip(tint: str) -> QColor:
    if tint == "free":
        return token("text2")
    return token(f"onchip.{tint}" if f"onchip.{tint}" in TOKENS else "onchip.other")


def _paint_problem(painter: QPainter, chip: QRectF, problem: str) -> None:
    colour = token("bad" if problem == "error" else "todayline")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(chip, px(2), px(2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if problem == "error":
        side, corner = px(7), chip.topRight() + QPointF(1, -1)
        shape = [corner, corner + QPointF(-side, 0), corner + QPointF(0, side)]
        painter.drawPolygon(QPolygonF(shape))
    else:
        radius = px(7) / 2
        painter.drawEllipse(chip.topRight() + QPointF(-radius / 2, radius / 2), radius, radius)

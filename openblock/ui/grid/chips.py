"""Draws the chips of a plan grid: a code on its colour, or a code over what belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from openblock.ui.theme import TOKENS, font, px, token

#: Tints that are states, not codes: their fill and what stands on it.
_STATES = {
    "ok": ("oksoft", "ok"),
    "warn": ("warnsoft", "warn"),
    "bad": ("badsoft", "bad"),
    "gone": ("grid", "text2"),
    "away": ("surface", "text2"),
}
_FRAMED = "bad"
_HATCHED = "away"
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Lines(NamedTuple):
    """The texts of a chip of two lines: as in :class:`openblock.ui.grid.picture.GridCell`."""

    code: str
    mark: str
    detail: str
    more: int
    struck: bool


def fill_of(tint: str) -> QColor:
    """The colour of a chip."""
    if tint in _STATES:
        return token(_STATES[tint][0])
    return token(f"chip.{tint}" if f"chip.{tint}" in TOKENS else "chip.other")


def ink_of(tint: str) -> QColor:
    """The colour of what stands on a chip."""
    if tint == "free":
        return token("text2")
    if tint in _STATES:
        return token(_STATES[tint][1])
    return token(f"onchip.{tint}" if f"onchip.{tint}" in TOKENS else "onchip.other")


def paint_chip(painter: QPainter, chip: QRectF, code: str, tint: str) -> None:
    """Draw a code on its chip; a code of tint "free" stands without a fill."""
    if tint != "free":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill_of(tint))
        painter.drawRoundedRect(chip, px(3), px(3))
    painter.setPen(ink_of(tint))
    painter.setFont(fitting("code", code, chip.width() - 2))
    painter.drawText(chip, _CENTRE, code)


def fitting(kind: str, text: str, width: float, least: int = 8) -> QFont:
    """The font of ``kind``, made smaller until ``text`` is no wider than ``width``."""
    made = font(kind)
    while made.pixelSize() > px(least) and QFontMetrics(made).horizontalAdvance(text) > width:
        made.setPixelSize(made.pixelSize() - 1)
    return made


def paint_two_lines(painter: QPainter, chip: QRectF, tint: str, lines: Lines) -> None:
    """Draw a code with the letter of its state, and what belongs to it underneath."""
    paint_chip(painter, chip, "", tint)
    if tint == _HATCHED:
        _paint_hatch(painter, chip)
    if tint == _FRAMED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(token("bad"), 2))
        painter.drawRoundedRect(chip, px(3), px(3))
    painter.setPen(ink_of(tint))
    if not lines.detail and not lines.mark and not lines.more:
        painter.setFont(fitting("code", lines.code, chip.width() - 2))
        painter.drawText(chip, _CENTRE, lines.code)
        return
    half = chip.height() / 2
    over = QRectF(chip.left(), chip.top() + 1, chip.width(), half)
    _paint_over(painter, over, lines)
    _paint_under(painter, over.translated(0, half - 1), tint, lines)


def _paint_over(painter: QPainter, area: QRectF, lines: Lines) -> None:
    if not lines.mark:
        painter.setFont(fitting("code", lines.code, area.width() - 2))
        painter.drawText(area, _CENTRE, lines.code)
        return
    edge = px(3)
    painter.setFont(fitting("code", f"{lines.code} {lines.mark}", area.width() - 2 * edge))
    inner = area.adjusted(edge, 0, -edge, 0)
    painter.drawText(inner, _LEFT, lines.code)
    painter.drawText(inner, _RIGHT, lines.mark)


def _paint_under(painter: QPainter, area: QRectF, tint: str, lines: Lines) -> None:
    inner = area.adjusted(px(3), 0, -px(2), 0)
    if lines.more:
        inner.setRight(_paint_count(painter, inner, tint, f"+{lines.more}") - px(2))
    shown = lines.detail
    made = fitting("small", shown, inner.width(), least=9)
    if QFontMetrics(made).horizontalAdvance(shown) > inner.width():
        # Nobody reads letters smaller than that: rather the beginning alone.
        shown = shown.partition("\N{EN DASH}")[0]
        made = fitting("small", shown, inner.width(), least=9)
    made.setStrikeOut(lines.struck)
    painter.setFont(made)
    painter.setPen(ink_of(tint))
    painter.drawText(inner, _LEFT if lines.mark or lines.more else _CENTRE, shown)


def _paint_count(painter: QPainter, area: QRectF, tint: str, text: str) -> float:
    """How many others stand in the cell, on a plate at the right; from where the plate is."""
    made = font("hint")
    wide = QFontMetrics(made).horizontalAdvance(text) + px(4)
    plate = QRectF(area.right() - wide, area.top() + 1, wide, area.height() - 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink_of(tint))
    painter.drawRoundedRect(plate, px(2), px(2))
    painter.setPen(fill_of(tint))
    painter.setFont(made)
    painter.drawText(plate, _CENTRE, text)
    return plate.left()


def _paint_hatch(painter: QPainter, chip: QRectF) -> None:
    painter.save()
    painter.setClipRect(chip)
    painter.setPen(QPen(token("line"), 1))
    step = px(5)
    high = chip.height()
    for start in range(-round(high), round(chip.width()), step):
        left = chip.left() + start
        painter.drawLine(QPointF(left, chip.bottom()), QPointF(left + high, chip.top()))
    painter.setPen(QPen(token("strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1), px(3), px(3))
    painter.restore()

"""Draws a cell: ground, chip, problem ring, mark; every look is drawn once and kept as a pixmap."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from openblock.ui.grid.chips import Lines, paint_chip, paint_two_lines
from openblock.ui.theme import font, px, token

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
    mark: str = ""
    more: int = 0
    struck: bool = False
    cut: bool = False


def hatch_step() -> int:
    """The distance of a hatch's lines in pixels; looks repeat with it."""
    return px(6)


def cell_size(*, two_lines: bool, sample: str = "") -> QSize:
    """The least size of a cell at the text size that is on; ``sample`` has room in two lines."""
    code = QFontMetrics(font("code"))
    if two_lines:
        small = QFontMetrics(font("small"))
        wide = small.horizontalAdvance("00–00") + px(12)
        if sample:
            wide = code.horizontalAdvance(sample) + px(7)
        return QSize(wide, code.height() * 2 + px(8))
    return QSize(code.horizontalAdvance("00") + px(4), code.height() + px(5))


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
    else:
        _paint_absence_of_code(painter, rect, look)
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
        lines = Lines(look.code, look.mark, look.detail, look.more, look.struck)
        paint_two_lines(painter, chip, look.tint, lines)
    else:
        paint_chip(painter, chip, look.code, look.tint)
        if look.detail:
            _paint_detail(painter, rect, chip, look.detail)
    if look.problem:
        # The letter of a state stands in the upper corner; the sign of a problem goes below it.
        corner = chip.bottomRight() - QPointF(0, px(7)) if look.mark else chip.topRight()
        _paint_problem(painter, chip, corner, look.problem)
    if look.cut:
        _paint_cut(painter, chip)
    if look.changed:
        _paint_changed(painter, rect, chip)


def _paint_absence_of_code(painter: QPainter, rect: QRect, look: Look) -> None:
    """Something is to be said of what is not there: others hang on it, or it has been posted."""
    chip = _chip_rect(rect, look)
    if look.problem:
        _paint_problem(painter, chip, chip.topRight(), look.problem)
    if look.changed:
        _paint_changed(painter, rect, chip)


def _paint_changed(painter: QPainter, rect: QRect, chip: QRectF) -> None:
    # With an edge of the ground, so that it is seen on a dark chip as well; within the cell.
    side = px(5)
    left = min(int(chip.right()) + 1 - side // 2, rect.right() - side - 1)
    top = min(int(chip.bottom()) + 1 - side // 2, rect.bottom() - side - 1)
    painter.fillRect(left - 1, top - 1, side + 2, side + 2, token("surface"))
    painter.fillRect(left, top, side, side, token("text"))


def _paint_cut(painter: QPainter, chip: QRectF) -> None:
    """The lower left corner is off: a shape, for whoever does not see colours."""
    side, corner = px(8), chip.bottomLeft() + QPointF(-1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(token("surface"))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(side, 0), corner + QPointF(0, -side)]))
    painter.setPen(QPen(token("strong"), 1))
    painter.drawLine(corner + QPointF(side, -1), corner + QPointF(1, -side))


def _chip_rect(rect: QRect, look: Look) -> QRectF:
    if look.two_lines:
        return QRectF(rect).adjusted(3, 2, -4, -3)
    text = QFontMetrics(font("code")).horizontalAdvance(look.code)
    width = min(max(px(22), text + px(8)), rect.width() - 2)
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


def _paint_problem(painter: QPainter, chip: QRectF, corner: QPointF, problem: str) -> None:
    colour = token("bad" if problem == "error" else "todayline")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(chip, px(2), px(2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if problem == "error":
        side, tip = px(7), corner + QPointF(1, -1)
        shape = [tip, tip + QPointF(-side, 0), tip + QPointF(0, side)]
        painter.drawPolygon(QPolygonF(shape))
    else:
        radius = px(7) / 2
        painter.drawEllipse(corner + QPointF(-radius / 2, radius / 2), radius, radius)

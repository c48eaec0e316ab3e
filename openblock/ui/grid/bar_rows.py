"""Rows of bars in a plan grid: a bar reaches over its columns and is drawn cell by cell."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QTableView

from openblock.ui.grid.model import GridModel
from openblock.ui.grid.picture import GridBar
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
_KINDS = {
    "": ("chip.24", "onchip.24", ""),
    "full": ("chip.N", "onchip.N", "strong"),
    "changed": ("badsoft", "bad", "bad"),
}


def x_of(view: QTableView, model: GridModel, place: float) -> float:
    """Where a place among the columns is in the view; 0 is the edge of the first column."""
    last = len(model.picture.columns) - 1
    column = min(max(int(place // 1), 0), last)
    left = view.columnViewportPosition(model.first + column)
    return left + (place - column) * view.columnWidth(model.first + column)


def bar_at(view: QTableView, model: GridModel, index: Index, x: int) -> GridBar | None:
    """The bar of the cell at ``index`` that lies under ``x``."""
    for bar in model.bars_at(index.row(), index.column()):
        if x_of(view, model, bar.start) <= x < x_of(view, model, bar.end):
            return bar
    return None


def paint_bars(
    painter: QPainter, rect: QRect, view: QTableView, model: GridModel, place: tuple[int, int]
) -> None:
    """The part of each bar that lies in this cell, and the line of this moment over them."""
    row, column = place
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for bar in model.bars_at(row, column):
        _paint_bar(painter, rect, _ends(view, model, bar), bar)
    now = model.picture.now
    if now is not None and int(now) == column - model.first:
        x = int(x_of(view, model, now))
        painter.fillRect(x, rect.top(), max(px(1), 1), rect.height(), token("todayline"))
    painter.restore()


def _ends(view: QTableView, model: GridModel, bar: GridBar) -> tuple[float, float, float, float]:
    """Where a bar begins and ends, and from where to where of it is among the columns."""
    left, right = x_of(view, model, bar.start), x_of(view, model, bar.end)
    edge = x_of(view, model, 0)
    end = x_of(view, model, float(len(model.picture.columns)))
    return left, right, max(left, edge), min(right, end)


def _paint_bar(
    painter: QPainter, rect: QRect, ends: tuple[float, float, float, float], bar: GridBar
) -> None:
    left, right, shown_left, shown_right = _with_room(ends, bar.text)
    fill, ink, frame = _KINDS.get(bar.kind, _KINDS[""])
    body = QRectF(left + 1, rect.top() + 2, right - left - 2, rect.height() - 5)
    painter.setPen(QPen(token(frame), 2 if frame == "bad" else 1) if frame else Qt.PenStyle.NoPen)
    painter.setBrush(token(fill))
    painter.drawRoundedRect(body, px(3), px(3))
    seen = QRectF(shown_left, body.top(), shown_right - shown_left, body.height())
    made = font("code")
    if QFontMetrics(made).horizontalAdvance(bar.text) <= seen.width() - 1:
        painter.setPen(token(ink))
        painter.setFont(made)
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, bar.text)


def _with_room(
    ends: tuple[float, float, float, float], text: str
) -> tuple[float, float, float, float]:
    """A short bar is drawn a little longer at both ends, so that its figure can be read."""
    left, right, shown_left, shown_right = ends
    more = QFontMetrics(font("code")).horizontalAdvance(text) + px(3) - (right - left)
    if more <= 0 or (shown_left, shown_right) != (left, right):
        return ends
    return left - more / 2, right + more / 2, shown_left - more / 2, shown_right + more / 2


def paint_title_ground(painter: QPainter, rect: QRect) -> None:
    """The ground of a row that parts others, with a strong line above and below."""
    painter.fillRect(rect, token("chrome"))
    for y in (rect.top(), rect.bottom()):
        painter.fillRect(rect.x(), y, rect.width(), 1, token("strong"))

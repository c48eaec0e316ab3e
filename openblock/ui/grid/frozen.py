"""Draws the frozen columns of a plan grid: rotated bands, texts of one or two lines, meters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from openblock.ui.grid.bar_rows import paint_title_ground
from openblock.ui.grid.model import GridModel
from openblock.ui.grid.picture import TITLE, GridMeter, GridRow, GridText
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft | _MIDDLE,
    "right": Qt.AlignmentFlag.AlignRight | _MIDDLE,
    "centre": _CENTRE,
}
_TONES = {"": "text", "secondary": "text2", "strong": "text", "bad": "bad", "warn": "warn"}
_TONES["ok"] = "ok"
#: The room beside the figures of a column, most of it after them.
RIGHT_EDGE = 7
_BOLD = ("strong", "bad", "warn", "ok")


class FrozenDelegate(QStyledItemDelegate):
    """Draws the frozen columns: rotated band titles, lead texts, totals."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.current_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = option.rect
        row, column, model = index.row(), index.column(), self._model
        painter.save()
        lit = row == self.current_row and column > 0
        painter.fillRect(rect, token("soft" if lit else "chrome"))
        if model.kind_at(row):
            self._paint_across(painter, rect, model.picture.rows[row], column)
            self._paint_edges(painter, rect, column)
        else:
            paint_rules(painter, rect, right=self._has_rule(column))
            if row in model.band_starts and row > 0:
                painter.fillRect(rect.x(), rect.y(), rect.width(), 1, token("strong"))
            self._paint_edges(painter, rect, column)
            self._paint_column(painter, rect, row, column)
        painter.restore()

    def _has_rule(self, column: int) -> bool:
        model = self._model
        return column not in (1, model.first - 2) or column == model.first - 1

    def _paint_edges(self, painter: QPainter, rect: QRect, column: int) -> None:
        model = self._model
        if column in (model.first - 1, 0):
            name = "strong" if column else "line"
            painter.fillRect(rect.right(), rect.y(), 1, rect.height(), token(name))
        if column == first_shown(self._view, model.past):
            painter.fillRect(rect.x(), rect.y(), 1, rect.height(), token("strong"))

    def _paint_column(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        model = self._model
        text = model.text_at(row, column)
        if column == 0:
            _paint_band(painter, rect, text.text)
            return
        place = column - 1 if column < model.first else column - model.past
        heads = model.picture.leads if column < model.first else model.picture.totals
        if text.under or text.meter is not None:
            _paint_two_lines(painter, rect, text)
        else:
            paint_text(painter, rect, text, heads[place].align)

    def _paint_across(self, painter: QPainter, rect: QRect, row: GridRow, column: int) -> None:
        """One line over all the lead columns: each column draws its own part of it."""
        if row.kind == TITLE:
            paint_title_ground(painter, rect)
        else:
            paint_rules(painter, rect, right=False)
        if not 0 < column < self._model.first:
            return
        painter.setClipRect(rect)
        start = self._view.columnViewportPosition(1)
        end = self._view.columnViewportPosition(self._model.first - 1)
        end += self._view.columnWidth(self._model.first - 1)
        whole = QRect(start, rect.y(), end - start, rect.height())
        _paint_line(painter, whole.adjusted(px(8), 0, -px(8), -1), row)


def first_shown(view: QTableView, column: int) -> int:
    """The first column from ``column`` on that the view does not hide."""
    while view.isColumnHidden(column):
        column += 1
    return column


def paint_rules(painter: QPainter, rect: QRect, *, right: bool) -> None:
    """The thin lines under and right of a cell."""
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, token("grid"))
    if right:
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), token("grid"))


def paint_text(painter: QPainter, rect: QRect, text: GridText, align: str) -> None:
    """A text of one line."""
    drawn = font("code" if text.tone in ("bad", "warn") else "small")
    if text.tone in ("", "strong"):
        drawn = font("body")
        drawn.setPixelSize(px(12) if align == "right" else px(13))
    painter.setFont(drawn)
    painter.setPen(token(_TONES.get(text.tone, "text")))
    before = 5 if align != "right" else RIGHT_EDGE - 4
    area = rect.adjusted(px(before), 0, -px(4), -1)
    shown = QFontMetrics(drawn).elidedText(text.text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _SIDES[align], shown)


def _paint_band(painter: QPainter, rect: QRect, title: str) -> None:
    drawn = font("strong")
    drawn.setPixelSize(px(12))
    painter.setFont(drawn)
    painter.setPen(token("text2"))
    painter.translate(rect.x(), rect.bottom())
    painter.rotate(-90)
    area = QRect(0, 0, rect.height(), rect.width())
    room = rect.height() - px(4)
    shown = QFontMetrics(drawn).elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, _CENTRE, shown)


def under_kind(tone: str) -> str:
    """The kind of font of a piece of a second line."""
    return "code" if tone in _BOLD else "small"


def _paint_two_lines(painter: QPainter, rect: QRect, text: GridText) -> None:
    inner = rect.adjusted(px(8), 0, -px(6), -1)
    strong, small = font("strong"), font("small")
    high, low = QFontMetrics(strong).height(), QFontMetrics(small).height()
    top = inner.y() + (inner.height() - high - low) // 2
    over = QRect(inner.x(), top, inner.width(), high)
    if text.meter is not None:
        _paint_meter(painter, over, text.meter)
    else:
        painter.setFont(strong)
        painter.setPen(token("text"))
        _paint_elided(painter, over, text.text)
    left = inner.x()
    for piece, tone in text.under:
        made = font(under_kind(tone))
        painter.setFont(made)
        painter.setPen(token(_TONES.get(tone, "text")))
        room = QRect(left, top + high, inner.right() - left + 1, low)
        left += _paint_elided(painter, room, piece)


def _paint_elided(painter: QPainter, rect: QRect, text: str) -> int:
    """Draw as much of ``text`` as fits; how wide that is."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(rect.width(), 0))
    painter.drawText(rect, _SIDES["left"], shown)
    return metrics.horizontalAdvance(shown)


def _paint_meter(painter: QPainter, rect: QRect, meter: GridMeter) -> None:
    """Solid, then hatched, then empty: told apart without colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = px(9)
    body = QRectF(rect.x() + 0.5, rect.y() + (rect.height() - high) / 2, rect.width() - 1, high)
    painter.setPen(QPen(token("strong"), 1))
    painter.setBrush(token("surface"))
    painter.drawRoundedRect(body, px(2), px(2))
    solid = min(max(meter.solid, 0.0), 1.0) * body.width()
    hatched = min(max(meter.hatched, 0.0) * body.width(), body.width() - solid)
    painter.setPen(Qt.PenStyle.NoPen)
    if hatched > 0:
        part = QRectF(body.x() + solid, body.y(), hatched, body.height())
        _paint_hatched(painter, part)
    if solid > 0:
        painter.setBrush(token("accent"))
        painter.drawRoundedRect(QRectF(body.x(), body.y(), solid, body.height()), px(2), px(2))
    painter.restore()


def _paint_hatched(painter: QPainter, part: QRectF) -> None:
    painter.fillRect(part, token("soft"))
    painter.setClipRect(part)
    painter.setPen(QPen(token("accent"), 1))
    x = part.left() - part.height()
    while x < part.right():
        painter.drawLine(
            int(x), int(part.bottom()) + 1, int(x + part.height()), int(part.top()) - 1
        )
        x += px(4)
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(part)


def _paint_line(painter: QPainter, rect: QRect, row: GridRow) -> None:
    """Label and name from the left, the second text at the right end; a long one is cut."""
    name, *rest = row.leads or (GridText(""),)
    remark = rest[0] if rest else GridText("")
    painter.setPen(token("text"))
    if row.label:
        painter.setFont(font("code"))
        painter.drawText(rect, _SIDES["left"], row.label)
        rect = rect.adjusted(px(36), 0, 0, 0)
    painter.setFont(font("strong" if row.kind == TITLE else "body"))
    used = _paint_elided(painter, rect, name.text)
    if not remark.text:
        return
    room = rect.adjusted(used + px(8), 0, 0, 0)
    made = font(under_kind(remark.tone))
    painter.setFont(made)
    painter.setPen(token(_TONES.get(remark.tone, "text")))
    shown = QFontMetrics(made).elidedText(
        remark.text, Qt.TextElideMode.ElideRight, max(room.width(), 0)
    )
    painter.drawText(room, _SIDES["right" if row.kind != TITLE else "left"], shown)

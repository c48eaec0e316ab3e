"""Draws the lines of the search: the kind as a heading, the hit with its picture and detail."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from openblock.ui.icons import pixmap
from openblock.ui.search.model import LINE_ROLE, Line
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HIT, _HEADING = 32, 28


class LineDelegate(QStyledItemDelegate):
    """The chosen hit has a bar at its left beside the colour; a title is cut last of all."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(0, px(_HIT if line.hit else _HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        line = index.data(LINE_ROLE)
        rect = QRect(option.rect)
        if line.hit is None:
            _paint_heading(painter, rect, line, first=index.row() == 0)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_hit(painter, rect, line, selected=selected)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, line: Line, *, first: bool) -> None:
    if not first:
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), token("grid"))
    _write(painter, rect.adjusted(px(10), 0, -px(10), 0), line, ("code", "text2", "hint", "text3"))


def _paint_hit(painter: QPainter, rect: QRect, line: Line, *, selected: bool) -> None:
    if selected:
        painter.fillRect(rect, token("soft"))
        painter.fillRect(QRect(rect.left(), rect.top(), px(3), rect.height()), token("accent"))
    picture = pixmap(line.drawing, "accent" if selected else "text2", 16)
    side = px(16)
    painter.drawPixmap(rect.left() + px(10), rect.center().y() - side // 2, picture)
    room = rect.adjusted(px(36), 0, -px(10), 0)
    _write(painter, room, line, ("strong", "text", "small", "text2"))


def _write(painter: QPainter, room: QRect, line: Line, look: tuple[str, str, str, str]) -> None:
    """Title on the left, detail on the right; what does not fit is cut and says so."""
    title_font, title_tone, detail_font, detail_tone = look
    metrics = QFontMetrics(font(title_font))
    title = metrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font(title_font))
    painter.setPen(token(title_tone))
    painter.drawText(room, _LEFT, title)
    rest = room.adjusted(metrics.horizontalAdvance(title) + px(16), 0, 0, 0)
    if line.detail and rest.width() > px(24):
        metrics = QFontMetrics(font(detail_font))
        painter.setFont(font(detail_font))
        painter.setPen(token(detail_tone))
        detail = metrics.elidedText(line.detail, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, _RIGHT, detail)

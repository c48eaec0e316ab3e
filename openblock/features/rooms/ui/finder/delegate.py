"""Draws a bed of the finder: sign, bed and standing, and beneath them what suits and what not."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.rooms.ui.finder.ranking import BED_ROLE, BedLine, Index
from openblock.ui.theme import font, px, token

_WRAP = Qt.TextFlag.TextWordWrap
_TALL = 10_000


class BedDelegate(QStyledItemDelegate):
    """Knows how high a line becomes in the width there is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: BedLine = index.data(BED_ROLE)
        width = self._view.viewport().width()
        strong, small = QFontMetrics(font("strong")), QFontMetrics(font("small"))
        high = strong.height() + px(12)
        for text in (row.suits, row.against):
            if text:
                high += _tall(small, text, _room(width))
        return QSize(px(120), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BedLine = index.data(BED_ROLE)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, token("soft" if chosen else "surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("grid"))
        self._paint_head(painter, rect, row, chosen=chosen)
        small = QFontMetrics(font("small"))
        top = rect.top() + px(6) + QFontMetrics(font("strong")).height()
        painter.setFont(font("small"))
        for text, tone in ((row.suits, "text2"), (row.against, _tone(row))):
            if not text:
                continue
            tall = _tall(small, text, _room(rect.width()))
            room = QRect(rect.left() + _indent(), top, _room(rect.width()), tall)
            painter.setPen(token(tone))
            painter.drawText(room, _WRAP, text)
            top += tall
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(token("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: BedLine, *, chosen: bool) -> None:
        strong, small = QFontMetrics(font("strong")), QFontMetrics(font("small"))
        line = QRect(rect.left(), rect.top() + px(5), rect.width() - px(10), strong.height())
        painter.setFont(font("strong"))
        painter.setPen(token(_tone(row)))
        sign = QRect(line.left() + px(8), line.top(), _indent() - px(8), line.height())
        painter.drawText(sign, Qt.AlignmentFlag.AlignVCenter, row.sign)
        painter.setPen(token("text3" if row.stops and not chosen else "text"))
        painter.drawText(line.adjusted(_indent(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, row.bed)
        painter.setFont(font("small"))
        painter.setPen(token(_tone(row)))
        room = line.adjusted(_indent() + strong.horizontalAdvance(row.bed) + px(10), 0, 0, 0)
        cut = small.elidedText(row.standing, Qt.TextElideMode.ElideRight, room.width())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, right, cut)


def _tone(row: BedLine) -> str:
    if row.stops:
        return "text3"
    return "warn" if row.sign == "!" else "ok"


def _indent() -> int:
    return px(30)


def _room(width: int) -> int:
    return max(width - _indent() - px(10), px(60))


def _tall(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, _TALL), _WRAP, text).height()

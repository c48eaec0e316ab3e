"""Draws a bed of the finder: sign, bed and standing, and beneath them what suits and what not."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.rooms.ui.finder.ranking import BED_ROLE, BedLine, Index
from openblock.ui.tall_list import WRAP, height_of, is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token


class BedDelegate(QStyledItemDelegate):
    """Knows how high a line becomes in the width there is."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: BedLine = index.data(BED_ROLE)
        width = self._view.viewport().width()
        high = QFontMetrics(font("strong")).height() + px(12)
        for text in (row.suits, row.against):
            if text:
                high += height_of(text, _room(width), "small")
        return QSize(px(120), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BedLine = index.data(BED_ROLE)
        rect: QRect = option.rect
        chosen = is_chosen(option)
        painter.save()
        paint_ground(painter, rect, "soft" if chosen else "surface", line="grid")
        self._paint_head(painter, rect, row, chosen=chosen)
        top = rect.top() + px(6) + QFontMetrics(font("strong")).height()
        painter.setFont(font("small"))
        for text, tone in ((row.suits, "text2"), (row.against, _tone(row))):
            if not text:
                continue
            tall = height_of(text, _room(rect.width()), "small")
            room = QRect(rect.left() + _indent(), top, _room(rect.width()), tall)
            painter.setPen(token(tone))
            painter.drawText(room, WRAP, text)
            top += tall
        paint_frame(painter, rect, option)
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

"""Draws where somebody is: a letter in a small field, and the word beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from openblock.features.residents.rules.content import Status
from openblock.features.residents.ui.register_lines import Line
from openblock.features.residents.words import letter_of
from openblock.ui.table_model import ROW_ROLE
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
_TONES = {
    Status.PRESENT: ("chip.24", "onchip.24"),
    Status.PLANNED: ("viosoft", "vio"),
    Status.DISCHARGED: ("grid", "text2"),
}


class WhereDelegate(QStyledItemDelegate):
    """The letter says in black and white what the colour repeats."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(font())
        words = metrics.horizontalAdvance(str(index.data() or ""))
        return QSize(words + metrics.height() + px(24), metrics.height() + px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # The ground, the selection and the ring of the keyboard are the table's own.
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        word, ground.text = ground.text, ""
        style = self._table.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._table)
        line: Line = index.data(ROW_ROLE)
        fill, ink = _TONES[line.row.status]
        metrics = QFontMetrics(font("code"))
        side = metrics.height() + px(2)
        rect = QRect(option.rect)
        field = QRect(rect.left() + px(6), rect.center().y() - side // 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(token(fill))
        painter.drawRoundedRect(field, px(3), px(3))
        painter.setPen(token(ink))
        painter.setFont(font("code"))
        painter.drawText(field, Qt.AlignmentFlag.AlignCenter, letter_of(word))
        painter.setFont(font())
        painter.setPen(token("text"))
        beside = rect.adjusted(side + px(12), 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, word)
        painter.restore()

"""Draws what somebody had as a bar with its figure, and a fair share as a dashed line across it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.roster.ui.fairness_lines import BURDENS, FairRow
from openblock.ui.table_model import ROW_ROLE, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.tall_list import is_chosen, paint_frame
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
_FIRST = 2
_PAD, _FIGURE, _NAME, _BAR = 4, "0000", 190, 130


class BarsView(RowsView):
    """A table whose columns of burdens are bars of one length for one figure."""

    def __init__(self, model: RowsTableModel) -> None:
        super().__init__(model, sort_by=_FIRST)
        self.sortByColumn(_FIRST, Qt.SortOrder.DescendingOrder)
        self._bars = BarDelegate(self)
        for place in range(len(BURDENS)):
            self.setItemDelegateForColumn(_FIRST + place, self._bars)

    def fit(self) -> None:
        super().fit()
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.resizeSection(0, min(header.sectionSize(0), px(_NAME)))
        bars = range(_FIRST, _FIRST + len(BURDENS))
        others = sum(header.sectionSize(p) for p in range(header.count()) if p not in bars)
        room = (self.viewport().width() - others) // len(BURDENS)
        for place in bars:
            header.resizeSection(place, max(room, px(_BAR)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class BarDelegate(QStyledItemDelegate):
    """The bar at the left, the figure at the right: whoever sees no colours reads either."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FairRow):
            return
        burden = BURDENS[index.column() - _FIRST]
        painter.save()
        if is_chosen(option):
            painter.fillRect(option.rect, token("soft"))
        inner = QRectF(option.rect).adjusted(px(_PAD), px(_PAD), -px(_PAD), -px(_PAD))
        wide = QFontMetrics(font("strong")).horizontalAdvance(_FIGURE)
        bar = inner.adjusted(0, px(1), -wide - px(_PAD), -px(1))
        _paint_bar(painter, bar, row, burden)
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, str(index.data(Qt.ItemDataRole.DisplayRole)))
        paint_frame(painter, option.rect, option)
        painter.restore()


def _paint_bar(painter: QPainter, bar: QRectF, row: FairRow, burden: str) -> None:
    most = row.most[burden]
    painter.fillRect(bar, token("grid"))
    if not most:
        return
    value, fair = row.value(burden), row.fair[burden]
    used = QRectF(bar.x(), bar.y(), bar.width() * value / most, bar.height())
    painter.fillRect(used, token("accent"))
    at = round(bar.x() + bar.width() * fair / most)
    # Over the bar and over the ground the line must be seen: it has an edge of the other.
    painter.setPen(QPen(token("surface"), px(3)))
    painter.drawLine(at, round(bar.y()) - px(2), at, round(bar.bottom()) + px(2))
    painter.setPen(QPen(token("text"), px(1) + 1, Qt.PenStyle.DashLine))
    painter.drawLine(at, round(bar.y()) - px(2), at, round(bar.bottom()) + px(2))

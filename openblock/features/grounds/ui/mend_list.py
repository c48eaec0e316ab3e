"""The list of bookings that have to be put right: what and when, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.ui.booking_said import named_row
from openblock.features.grounds.ui.fault_words import wrong_with
from openblock.ui.icons import pixmap
from openblock.ui.plain_label import on_hover
from openblock.ui.tall_list import WRAP, height_of, is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_LEFT, _RIGHT, _PAD = 34, 28, 6


class MendModel(QAbstractListModel):
    """The bookings in the order of their time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[BookingRow, ...] = ()

    def show_rows(self, rows: Sequence[BookingRow]) -> None:
        """Show these; nothing happens when they are the same."""
        fresh = tuple(rows)
        if fresh == self.rows:
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        said = f"{named_row(row)}: {wrong_with(row)}"
        if role == Role.ToolTipRole:
            return on_hover(said)
        return said if role in (Role.DisplayRole, Role.AccessibleTextRole) else None


class MendDelegate(QStyledItemDelegate):
    """Sign, bold what and when, words beneath, an arrow to the booking."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: BookingRow = index.data(ROW_ROLE)
        wide = self._view.viewport().width() - px(_LEFT) - px(_RIGHT)
        high = height_of(wrong_with(row), wide, "small") + QFontMetrics(font("strong")).height()
        return QSize(px(120), high + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: BookingRow = index.data(ROW_ROLE)
        rect, chosen = option.rect, is_chosen(option)
        painter.save()
        paint_ground(painter, rect, "soft" if chosen else "alt", line="line", bar=chosen)
        inner = rect.adjusted(px(_LEFT), px(_PAD), -px(_RIGHT), -px(_PAD))
        tone = "bad" if row.lost is not None else "warn"
        sign = pixmap("error" if row.lost is not None else "warning", tone, 16)
        painter.drawPixmap(rect.x() + px(10), inner.y(), sign)
        painter.drawPixmap(rect.right() - px(22), inner.y(), pixmap("arrow", "accent", 14))
        head = QFontMetrics(font("strong"))
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        shown = head.elidedText(named_row(row), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, 0, shown)
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        painter.drawText(inner.adjusted(0, head.height(), 0, px(_PAD)), WRAP, wrong_with(row))
        paint_frame(painter, rect, option)
        painter.restore()

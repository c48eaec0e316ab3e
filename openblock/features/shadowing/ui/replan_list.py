"""The list of shadowing shifts that need planning anew: who and when, and what has happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.ui.facts import replan_heading
from openblock.features.shadowing.words import upset_words
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.icons import pixmap
from openblock.ui.tall_list import WRAP, TallList, height_of, is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_BESIDE = 50


class ReplanModel(QAbstractListModel):
    """The rows in the order of their days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[ShadowingRow, ...] = ()

    def show_rows(self, rows: Sequence[ShadowingRow]) -> None:
        """Show these; nothing happens when they are the same."""
        fresh = tuple(rows)
        if fresh == self.rows:
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{replan_heading(row)}: {upset_words(row)}"
        return None


class _Delegate(QStyledItemDelegate):
    """Sign, bold who and day, words beneath, an arrow to the cell."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        room = self._view.viewport().width() - px(_BESIDE)
        high = height_of(upset_words(index.data(ROW_ROLE)), room, "small")
        return QSize(px(80), high + QFontMetrics(font("strong")).height() + px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ShadowingRow = index.data(ROW_ROLE)
        rect, chosen = option.rect, is_chosen(option)
        painter.save()
        paint_ground(painter, rect, "soft" if chosen else "alt", line="line", bar=chosen)
        top, left = rect.y() + px(7), rect.x() + px(33)
        painter.drawPixmap(rect.x() + px(10), top, pixmap("cycle", "bad", 16))
        painter.drawPixmap(rect.right() - px(22), top, pixmap("arrow", "accent", 14))
        wide = rect.width() - px(_BESIDE)
        head = QFontMetrics(font("strong"))
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        shown = head.elidedText(replan_heading(row), Qt.TextElideMode.ElideRight, wide - px(12))
        painter.drawText(QRect(left, top, wide, head.height()), 0, shown)
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        below = QRect(left, top + head.height(), wide, rect.height())
        painter.drawText(below, WRAP, upset_words(row))
        paint_frame(painter, rect, option)
        painter.restore()


class ReplanPanel(QFrame):
    """Heading with the number, and the list; ``chosen`` when one of them is gone to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.model = ReplanModel(self)
        self.count = labelled("0", "badge")
        self.view = TallList(self.model, _("Shifts that need planning anew"))
        self.view.setItemDelegate(_Delegate(self.view))
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(8), px(12), px(6))
        head.setSpacing(px(6))
        head.addWidget(labelled(_("To plan anew"), "strong"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(labelled(shortcuts.native("next-problem"), "hint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)

    def show_rows(self, rows: Sequence[ShadowingRow]) -> None:
        """Show these; the one chosen stays chosen where it is still among them."""
        kept = self.current()
        self.model.show_rows(rows)
        self.count.setText(str(len(rows)))
        numbers = [row.shadowing_id for row in self.model.rows]
        if kept is not None and kept.shadowing_id in numbers:
            self._choose(numbers.index(kept.shadowing_id))

    def current(self) -> ShadowingRow | None:
        """The one chosen."""
        found: ShadowingRow | None = self.view.currentIndex().data(ROW_ROLE)
        return found

    def step(self, by: int) -> None:
        """Go to the next one, or the one before; around the end."""
        count = len(self.model.rows)
        if not count:
            return
        row = self.view.currentIndex().row()
        start = row if row >= 0 else (-1 if by > 0 else 0)
        self._choose((start + by) % count)
        self._go(self.view.currentIndex())

    def _choose(self, place: int) -> None:
        self.view.setCurrentIndex(self.model.index(place))

    def _go(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE))

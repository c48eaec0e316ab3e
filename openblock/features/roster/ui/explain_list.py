"""The list an account of working time is read in: gauges, headings, lines and their sums."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.roster.ui.explain_lines import ExplainLine
from openblock.i18n import _
from openblock.ui.plain_label import on_hover
from openblock.ui.tall_list import (
    WRAP,
    TallList,
    height_of,
    is_chosen,
    paint_frame,
    paint_ground,
)
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_FONTS = {"heading": "strong", "sum": "strong", "gauge": "strong", "line": "small"}
_PAD, _EDGE, _GAP, _BAR, _MOST_DRAWN = 3, 10, 8, 8, 1.25


class ExplainModel(QAbstractListModel):
    """One row for each line of an account."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ExplainLine, ...] = ()

    def show_lines(self, lines: tuple[ExplainLine, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        answers: dict[int, Any] = {
            LINE_ROLE: line,
            Role.DisplayRole: line.text,
            Role.ToolTipRole: on_hover(line.spoken),
            Role.AccessibleTextRole: line.spoken,
        }
        return answers.get(role)


class ExplainList(TallList):
    """Reads from the top; the keyboard goes through it line by line."""

    def __init__(self) -> None:
        self.lines = ExplainModel()
        super().__init__(self.lines, _("Working time, line by line"))
        self.lines.setParent(self)
        self.setItemDelegate(ExplainDelegate(self))


class ExplainDelegate(QStyledItemDelegate):
    """Words wrap at the left, the figure stands at the right; where both are long, below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: ExplainLine = index.data(LINE_ROLE)
        places = _Places(line, QRect(0, 0, self._view.viewport().width(), 0))
        return QSize(px(120), places.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ExplainLine = index.data(LINE_ROLE)
        rect: QRect = option.rect
        places = _Places(line, rect)
        painter.save()
        ground = "soft" if is_chosen(option) else _ground(line)
        paint_ground(painter, rect, ground, line=_under(line))
        painter.setFont(font(places.kind))
        painter.setPen(token("text" if line.kind != "line" else "text2"))
        painter.drawText(places.words, WRAP, line.text)
        painter.setFont(font("strong" if line.kind != "line" else "small"))
        painter.setPen(token(line.tone or "text"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(places.figure, right, places.said)
        if line.kind == "gauge":
            _paint_bar(painter, places.bar, line)
        if line.kind == "warning":
            painter.setPen(token("warn"))
            painter.drawText(places.sign, Qt.AlignmentFlag.AlignCenter, line.sign)
        paint_frame(painter, rect, option)
        painter.restore()


class _Places:
    """Where the parts of a line stand within ``rect``, and how high all of it becomes."""

    def __init__(self, line: ExplainLine, rect: QRect) -> None:
        self.kind = _FONTS.get(line.kind, "small")
        figures = QFontMetrics(font("strong" if line.kind != "line" else "small"))
        high = figures.height()
        top = rect.top() + px(_PAD if line.kind != "heading" else _PAD + _EDGE)
        left, right = rect.left() + px(_EDGE), rect.right() - px(_EDGE)
        self.sign = QRect(left, top, 0, high)
        if line.kind == "warning":
            self.sign.setWidth(high)
            left += high + px(4)
        self.said = f"{line.sign} {line.figure}" if line.sign and line.figure else line.figure
        wide = figures.horizontalAdvance(self.said) + 1 if self.said else 0
        whole = right - left
        beside = whole - wide - px(_GAP) if wide else whole
        # Where the words would be squeezed into a column of syllables, the figure stands below.
        is_below = wide > 0 and beside < min(
            QFontMetrics(font(self.kind)).horizontalAdvance(line.text) + 1, whole // 2
        )
        room = whole if is_below else beside
        tall = max(height_of(line.text, room, self.kind), high)
        self.words = QRect(left, top, room, tall)
        below = top + tall if is_below else top
        self.figure = QRect(right - wide, below, wide, high)
        bottom = below + (high if is_below else tall)
        self.bar = QRect(left, bottom + px(2), whole, px(_BAR))
        if line.kind == "gauge":
            bottom += px(_BAR) + px(2 + _PAD)
        self.height = bottom + px(_PAD) - rect.top()


def _ground(line: ExplainLine) -> str:
    if line.kind == "warning":
        return "warnsoft"
    return "alt" if line.kind == "sum" else ""


def _under(line: ExplainLine) -> str:
    """Gauges and lines are told apart by a thin line; a heading has a strong one."""
    return {"heading": "strong", "line": "grid", "sum": "line"}.get(line.kind, "")


def _paint_bar(painter: QPainter, bar: QRect, line: ExplainLine) -> None:
    """How much of the limit is used; the mark is the limit, and a bar beyond it is too long."""
    limit = bar.left() + round(bar.width() / _MOST_DRAWN)
    painter.fillRect(QRect(bar.left(), bar.top(), limit - bar.left(), bar.height()), token("grid"))
    used = round(bar.width() / _MOST_DRAWN * min(line.used, _MOST_DRAWN))
    painter.fillRect(QRect(bar.left(), bar.top(), used, bar.height()), token(line.tone or "accent"))
    painter.fillRect(QRect(limit, bar.top() - px(2), px(2), bar.height() + px(4)), token("text"))

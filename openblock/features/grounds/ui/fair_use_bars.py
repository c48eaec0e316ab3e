"""The bars of fair use: who was on which area how long, against the average of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.grounds.queries.rows import FairLine, FairUse
from openblock.i18n import _, format_hours, n_
from openblock.ui.plain_label import on_hover
from openblock.ui.tall_list import is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_CHIPS = ("24", "D", "A", "S", "M", "other", "N")
_DOT = " \N{MIDDLE DOT} "
_PAD, _EDGE, _BAR, _ROOMY = 5, 12, 18, 640
# Shares of the width: the name and the bar, the figures have the rest.
_WHO, _USE = 0.28, 0.4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class FairRow:
    """A resident's line with what all bars share: the areas, the longest bar, the average."""

    line: FairLine
    areas: tuple[tuple[int, str], ...]
    longest: int
    average: int

    @property
    def who(self) -> str:
        """Name and bed."""
        return _DOT.join(filter(None, (self.line.name, self.line.place)))

    @property
    def figures(self) -> str:
        """3.5 h, 4 times, missed 1, 2 ahead."""
        line = self.line
        parts = [
            _("{hours} h").format(hours=format_hours(line.total)),
            n_("{number} time", "{number} times", line.times),
        ]
        if line.missed:
            parts.append(_("missed {number}").format(number=line.missed))
        if line.ahead:
            parts.append(_("{number} ahead").format(number=line.ahead))
        return ", ".join(parts)

    @property
    def spoken(self) -> str:
        """All of it, area by area, and how it compares."""
        used = [
            f"{name} {format_hours(self.line.minutes[area_id])}"
            for area_id, name in self.areas
            if self.line.minutes.get(area_id)
        ]
        short = _("below the average") if self.line.total < self.average else ""
        return ". ".join(filter(None, (self.who, self.figures, ", ".join(used), short)))


def rows_of(use: FairUse) -> tuple[FairRow, ...]:
    """The lines as they are drawn, the least served first."""
    areas = tuple((each.area_id, each.content.name) for each in use.areas)
    longest = max((use.average, *(each.total for each in use.lines)), default=0)
    return tuple(FairRow(each, areas, longest, use.average) for each in use.lines)


class FairModel(QAbstractListModel):
    """One line for each resident."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FairRow, ...] = ()

    def show_rows(self, rows: tuple[FairRow, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == LINE_ROLE:
            return row
        if role == Role.ToolTipRole:
            return on_hover(row.spoken)
        if role == Role.AccessibleTextRole:
            return row.spoken
        return row.who if role == Role.DisplayRole else None


def paint_part(painter: QPainter, rect: QRectF, place: int) -> None:
    """The part of an area in a bar: its colour, and its number where there is room."""
    chip = _CHIPS[place % len(_CHIPS)]
    painter.setPen(QPen(token("strong"), 1))
    painter.setBrush(token(f"chip.{chip}"))
    painter.drawRect(rect)
    number = str(place + 1)
    if QFontMetricsF(font("hint")).horizontalAdvance(number) + 2 <= rect.width():
        painter.setFont(font("hint"))
        painter.setPen(token(f"onchip.{chip}"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)


class FairDelegate(QStyledItemDelegate):
    """Name, bar and figures beside one another; where there is no room the bar stands below."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        text = QFontMetrics(font("strong")).height()
        high = max(text, px(_BAR)) if self._roomy() else text + px(_BAR) + px(_PAD)
        return QSize(px(120), high + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: FairRow = index.data(LINE_ROLE)
        painter.save()
        chosen = is_chosen(option)
        ground = "soft" if chosen else "surface"
        paint_ground(painter, option.rect, ground, line="grid", bar=chosen)
        inner = QRectF(option.rect).adjusted(px(_EDGE), px(_PAD), -px(_EDGE), -px(_PAD))
        who, bar, figures = self._places(inner)
        _write(painter, who, row.who, "strong", _LEFT)
        _write(painter, figures, row.figures, "small", _RIGHT)
        self._paint_bar(painter, bar, row)
        paint_frame(painter, option.rect, option)
        painter.restore()

    def _roomy(self) -> bool:
        return self._view.viewport().width() >= px(_ROOMY)

    def _places(self, inner: QRectF) -> tuple[QRectF, QRectF, QRectF]:
        if self._roomy():
            wide = inner.width()
            who = QRectF(inner.x(), inner.y(), wide * _WHO - px(8), inner.height())
            bar = QRectF(inner.x() + wide * _WHO, 0, wide * _USE, px(_BAR))
            bar.moveTop(inner.center().y() - px(_BAR) / 2)
            figures = QRectF(bar.right() + px(8), inner.y(), 0, inner.height())
            figures.setRight(inner.right())
            return who, bar, figures
        line = QRectF(inner.x(), inner.y(), inner.width(), QFontMetricsF(font("strong")).height())
        who = line.adjusted(0, 0, -inner.width() * 0.5, 0)
        figures = line.adjusted(inner.width() * 0.5 + px(8), 0, 0, 0)
        bar = QRectF(inner.x(), line.bottom() + px(_PAD), inner.width(), px(_BAR))
        return who, bar, figures

    @staticmethod
    def _paint_bar(painter: QPainter, bar: QRectF, row: FairRow) -> None:
        longest = max(row.longest, 1)
        left = bar.x()
        painter.fillRect(bar, token("grid"))
        for place, (area_id, _name) in enumerate(row.areas):
            wide = bar.width() * row.line.minutes.get(area_id, 0) / longest
            if wide:
                paint_part(painter, QRectF(left, bar.y(), wide, bar.height()), place)
                left += wide
        if row.average:
            at = bar.x() + bar.width() * row.average / longest
            painter.setPen(QPen(token("text"), 2, Qt.PenStyle.DashLine))
            painter.drawLine(round(at), round(bar.y()) - px(3), round(at), round(bar.bottom()) + 3)


def _write(painter: QPainter, rect: QRectF, said: str, kind: str, flags: Qt.AlignmentFlag) -> None:
    letters = font(kind)
    painter.setFont(letters)
    painter.setPen(token("text"))
    shown = QFontMetricsF(letters).elidedText(said, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, flags, shown)

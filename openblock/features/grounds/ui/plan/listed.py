"""The areas of the plan as a list: letter, name, and until when it stands so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.features.grounds.ui.plan.paint import paint_letter
from openblock.features.grounds.ui.plan.picture import AreaPicture
from openblock.ui.plain_label import on_hover
from openblock.ui.tall_list import height_of, is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
AREA_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_LETTER, _EDGE, _GAP, _PAD = 20, 12, 8, 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class AreasModel(QAbstractListModel):
    """The places that can be booked, in the order they are set up in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.areas: tuple[AreaPicture, ...] = ()

    def show_areas(self, areas: Sequence[AreaPicture]) -> None:
        """Show these; while they are the same areas, the selection stays."""
        fresh = tuple(areas)
        if [each.area_id for each in fresh] != [each.area_id for each in self.areas]:
            self.beginResetModel()
            self.areas = fresh
            self.endResetModel()
            return
        old, self.areas = self.areas, fresh
        for place, (was, now) in enumerate(zip(old, fresh, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, area_id: int | None) -> int:
        """The place of an area, or -1."""
        numbers = [each.area_id for each in self.areas]
        return numbers.index(area_id) if area_id in numbers else -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.areas)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        area = self.areas[index.row()]
        if role == AREA_ROLE:
            return area
        if role == Role.ToolTipRole:
            return on_hover(area.spoken)
        if role == Role.AccessibleTextRole:
            return area.spoken
        return area.name if role == Role.DisplayRole else None


class AreaDelegate(QStyledItemDelegate):
    """Letter, bold name, and at the right until when; under the name where there is no room."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        area: AreaPicture = index.data(AREA_ROLE)
        wide = self._room(self._view.viewport().width())
        high = self._name_height(area, wide)
        if not self._in_one_line(area, wide):
            high += height_of(area.beside, wide, "small") if area.beside else 0
        return QSize(px(120), max(high, px(_LETTER)) + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: AreaPicture = index.data(AREA_ROLE)
        rect, chosen = option.rect, is_chosen(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, "soft" if chosen else "alt", line="grid", bar=chosen)
        side, top = px(_LETTER), rect.y() + px(_PAD)
        box = QRectF(rect.x() + px(_EDGE), top, side, side)
        paint_letter(painter, box, area.state, area.letter)
        left = rect.x() + self._left()
        wide = self._room(rect.width())
        name = QRect(left, top, wide, self._name_height(area, wide))
        one = self._in_one_line(area, wide)
        middle = Qt.AlignmentFlag.AlignVCenter
        if one:
            name.setHeight(max(name.height(), side))
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        painter.drawText(name, middle | _WRAP, area.name)
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        if one:
            painter.drawText(name, middle | Qt.AlignmentFlag.AlignRight, area.beside)
        else:
            below = QRect(left, name.bottom() + 1, wide, rect.bottom() - name.bottom())
            painter.drawText(below, Qt.TextFlag.TextWordWrap, area.beside)
        paint_frame(painter, rect, option)
        painter.restore()

    def _room(self, width: int) -> int:
        """What the words have; reckoned once, or an entry is painted higher than it was given."""
        return width - self._left() - px(_EDGE)

    @staticmethod
    def _left() -> int:
        return px(_EDGE) + px(_LETTER) + px(_GAP)

    @staticmethod
    def _in_one_line(area: AreaPicture, wide: int) -> bool:
        name = QFontMetrics(font("strong")).horizontalAdvance(area.name)
        beside = QFontMetrics(font("small")).horizontalAdvance(area.beside)
        return name + px(_GAP) + beside <= wide

    @staticmethod
    def _name_height(area: AreaPicture, wide: int) -> int:
        room = QRect(0, 0, wide, 10_000)
        return QFontMetrics(font("strong")).boundingRect(room, _WRAP, area.name).height()

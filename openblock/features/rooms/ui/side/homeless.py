"""Who has no bed (ROOM-14) and who is expected: each with the way to a bed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from openblock.clock import day_of
from openblock.features.residents.words import need_list
from openblock.features.rooms.queries import Homeless
from openblock.features.rooms.ui.plan.dragging import RESIDENT, packed
from openblock.features.rooms.ui.words import bed_letter
from openblock.i18n import _, format_moment, format_short_day, format_time
from openblock.ui.tall_list import WRAP, TallList, height_of, is_chosen, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
HOMELESS_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person who waits for a bed; ``missing`` says that the person is here already."""

    person: Homeless
    missing: bool

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the name."""
        person = self.person
        lines = [self._when()]
        if person.needs:
            lines.append(_("needs: {needs}").format(needs=need_list(person.needs)))
        if person.planned is not None:
            lines.append(
                _("→ {bed} from {moment}").format(
                    bed=person.planned.bed,
                    moment=format_moment(person.planned.content.starts_at),
                )
            )
        if person.hold is not None:
            lines.append(
                _("{letter} a bed is reserved until {moment}").format(
                    letter=bed_letter("held"), moment=format_moment(person.hold.content.ends_at)
                )
            )
        return tuple(lines)

    def _when(self) -> str:
        if not self.missing and self.person.arrives is not None:
            day = format_short_day(day_of(self.person.arrives))
            return _("expected {day} {time}").format(day=day, time=format_time(self.person.arrives))
        since = self.person.since
        return _("without a bed since {day} {time}").format(
            day=format_short_day(day_of(since)), time=format_time(since)
        )


class HomelessModel(QAbstractListModel):
    """Those without a bed first, then those expected; each can be dragged to a bed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Waiting, ...] = ()

    def show_people(self, missing: Sequence[Homeless], expected: Sequence[Homeless]) -> None:
        """Show these; nothing happens when they are the same."""
        people = (
            *(Waiting(each, missing=True) for each in missing),
            *(Waiting(each, missing=False) for each in expected),
        )
        if people == self.people:
            return
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def mimeTypes(self) -> list[str]:
        return [RESIDENT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        if not indexes:
            return QMimeData()
        return packed(self.people[indexes[0].row()].person.resident_id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each = self.people[index.row()]
        if role == HOMELESS_ROLE:
            return each
        if role == Qt.ItemDataRole.DisplayRole:
            return each.person.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ". ".join((each.person.name, *each.lines))
        return None


class HomelessList(TallList):
    """Two or three lines for each person, to be dragged to a bed."""

    def __init__(self, model: HomelessModel) -> None:
        super().__init__(model, _("Without a bed"))
        self.setItemDelegate(_Delegate(self))
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)

    def chosen(self) -> Waiting | None:
        """Who is chosen."""
        found: Waiting | None = self.currentIndex().data(HOMELESS_ROLE)
        return found


class _Delegate(QStyledItemDelegate):
    """Bold name, small lines, a bar at the left of the chosen one."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        each: Waiting = index.data(HOMELESS_ROLE)
        wide = max(self._view.viewport().width() - px(26), px(80))
        words = height_of("\n".join(each.lines), wide, "small")
        return QSize(px(80), words + QFontMetrics(font("strong")).height() + px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each: Waiting = index.data(HOMELESS_ROLE)
        rect = option.rect
        chosen = is_chosen(option)
        painter.save()
        paint_ground(painter, rect, "surface" if chosen else "alt", line="line", bar=chosen)
        inner = rect.adjusted(px(13), px(7), -px(13), -px(7))
        metrics = QFontMetrics(font("strong"))
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        name = metrics.elidedText(each.person.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _TOP, name)
        painter.setFont(font("small"))
        painter.setPen(token("warn" if each.missing else "text2"))
        below = inner.adjusted(0, metrics.height() + px(2), 0, px(4))
        painter.drawText(below, _TOP | WRAP, "\n".join(each.lines))
        painter.restore()

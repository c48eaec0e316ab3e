"""A person's timeline: everything that happened and is planned, the latest first, on one line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
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
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from openblock.clock import day_of
from openblock.features.residents.queries import Event
from openblock.features.residents.ui.event_words import (
    detail_of,
    drawing_of,
    group_of,
    heading_of,
)
from openblock.i18n import _, format_day, format_moment, format_short_day, format_time
from openblock.ui.icons import pixmap
from openblock.ui.tall_list import (
    WRAP,
    TallList,
    has_keyboard,
    height_of,
    is_chosen,
    paint_ground,
)
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
EVENT_ROLE = Qt.ItemDataRole.UserRole + 1
AHEAD_ROLE = Qt.ItemDataRole.UserRole + 2
MOMENT_ROLE = Qt.ItemDataRole.UserRole + 3
_ROOT = QModelIndex()
_DAYS_ONLY = frozenset({"sentence-end", "alert-ends", "alert-set"})


class TimelineModel(QAbstractListModel):
    """Entries of the kinds asked for, the latest first; what lies ahead is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Event, ...] = ()
        self._now: datetime | None = None
        self._group = ""
        self.shown: tuple[Event, ...] = ()
        self._answers: dict[int, Callable[[Event], Any]] = {
            EVENT_ROLE: lambda event: event,
            AHEAD_ROLE: self._ahead,
            MOMENT_ROLE: lambda event: moment_of(event, self._now),
            Qt.ItemDataRole.DisplayRole: _line,
            Qt.ItemDataRole.ToolTipRole: _line,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    def show_events(self, events: Sequence[Event], now: datetime) -> None:
        """Show these entries as seen at ``now``."""
        self._all = tuple(sorted(events, key=lambda event: event.at, reverse=True))
        self._now = now
        self._lay()

    def narrow(self, group: str) -> None:
        """Show only entries of one group; all for ""."""
        self._group = group
        self._lay()

    def _lay(self) -> None:
        fresh = tuple(
            event for event in self._all if not self._group or group_of(event.kind) == self._group
        )
        if fresh == self.shown:
            # The same entries as a moment later: the place in the list stays.
            if fresh:
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return
        self.beginResetModel()
        self.shown = fresh
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return None if answer is None else answer(self.shown[index.row()])

    def _ahead(self, event: Event) -> bool:
        return self._now is not None and event.at > self._now

    def _spoken(self, event: Event) -> str:
        return (
            _("planned, {entry}").format(entry=_line(event)) if self._ahead(event) else _line(event)
        )


def _line(event: Event) -> str:
    return f"{moment_in_full(event)}: {heading_of(event)} {detail_of(event)}".strip()


def moment_of(event: Event, now: datetime | None) -> str:
    """When it was, short: day and time this year, the whole date in another."""
    day = day_of(event.at)
    if now is None or day.year != day_of(now).year:
        return format_day(day)
    if event.kind in _DAYS_ONLY:
        return format_short_day(day)
    return f"{format_short_day(day)} {format_time(event.at)}"


def moment_in_full(event: Event) -> str:
    """When it was, with year and time, for a tooltip and a reader."""
    return format_day(day_of(event.at)) if event.kind in _DAYS_ONLY else format_moment(event.at)


class Timeline(TallList):
    """The list itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        entries = TimelineModel()
        super().__init__(entries, _("Timeline"), parent)
        entries.setParent(self)
        self.entries = entries
        self._drawing = _Delegate(self)
        self.setItemDelegate(self._drawing)


class _Delegate(QStyledItemDelegate):
    """Moment, a round node on an upright line, bold words and what belongs to them beneath."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        head, body = _heights(index.data(EVENT_ROLE), self._view.viewport().width())
        return QSize(px(120), max(head + body + px(14), px(38)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        event: Event = index.data(EVENT_ROLE)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "soft" if is_chosen(option) else ""
        paint_ground(painter, rect, fill, bar=has_keyboard(option))
        top = rect.y() + px(7)
        _paint_moment(painter, rect, top, index.data(MOMENT_ROLE))
        last = index.row() == index.model().rowCount() - 1
        _paint_node(painter, rect, event.kind, ahead=bool(index.data(AHEAD_ROLE)), last=last)
        _paint_words(painter, rect, top, event)
        painter.restore()


def _moment_width() -> int:
    return QFontMetrics(font("small")).horizontalAdvance("00 Mmm 00:00") + px(14)


def _words_left() -> int:
    return _moment_width() + px(44)


def _words_width(whole: int) -> int:
    return max(px(80), whole - _words_left() - px(12))


def _beside(event: Event, width: int) -> int:
    """How far in the detail begins on the heading's own line; 0 where it does not fit there."""
    detail = QFontMetrics(font("small")).horizontalAdvance(detail_of(event))
    start = QFontMetrics(font("strong")).horizontalAdvance(f"{heading_of(event)}  ")
    return start if start + detail <= width else 0


def _heights(event: Event, whole: int) -> tuple[int, int]:
    width = _words_width(whole)
    head = height_of(heading_of(event), width, "strong")
    detail = detail_of(event)
    if not detail or _beside(event, width):
        return head, 0
    return head, height_of(detail, width, "small")


def _paint_moment(painter: QPainter, rect: QRect, top: int, said: str) -> None:
    painter.setFont(font("small"))
    painter.setPen(token("text2"))
    high = QFontMetrics(font("strong")).height()
    field = QRect(rect.x() + px(8), top, _moment_width() - px(8), high)
    painter.drawText(field, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)


def _paint_node(painter: QPainter, rect: QRect, kind: str, *, ahead: bool, last: bool) -> None:
    side = px(24)
    centre = rect.x() + _moment_width() + px(10) + side // 2
    top = rect.y() + px(4)
    painter.setPen(QPen(token("line"), 1.5))
    if not last:
        painter.drawLine(centre, top + side, centre, rect.bottom() + 1)
    if rect.y() > 0 and top > rect.y():
        painter.drawLine(centre, rect.y(), centre, top)
    pen = QPen(token("strong"), 1.3)
    if ahead:
        # What lies ahead is dashed: it can still turn out otherwise.
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(_ground(kind))
    node = QRectF(centre - side / 2, top, side, side)
    painter.drawEllipse(node)
    drawn = px(14)
    place = QRect(0, 0, drawn, drawn)
    place.moveCenter(node.center().toPoint())
    painter.drawPixmap(place.topLeft(), pixmap(drawing_of(kind), _ink(kind), 14))


def _ground(kind: str) -> QColor:
    grounds = {"alert-set": "warnsoft", "apart-opened": "viosoft"}
    return token(grounds.get(kind, "surface"))


def _ink(kind: str) -> str:
    return {"alert-set": "warn", "apart-opened": "vio"}.get(kind, "text2")


def _paint_words(painter: QPainter, rect: QRect, top: int, event: Event) -> None:
    head, _body = _heights(event, rect.width())
    left, width = rect.x() + _words_left(), _words_width(rect.width())
    painter.setFont(font("strong"))
    painter.setPen(token("text"))
    painter.drawText(QRect(left, top, width, head), WRAP, heading_of(event))
    painter.setFont(font("small"))
    painter.setPen(token("text2"))
    inset = _beside(event, width)
    if inset:
        beside = QRect(left + inset, top, width - inset, head)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, detail_of(event))
        return
    below = QRect(left, top + head, width, rect.height())
    painter.drawText(below, WRAP, detail_of(event))

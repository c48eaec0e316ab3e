"""The board's right side: moves to come, who leaves, and how many beds will be free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from openblock.clock import day_of
from openblock.features.rooms.queries import AssignmentRow, Upcoming
from openblock.features.rooms.ui.board.bars import ARROW
from openblock.features.rooms.ui.board.wording import short
from openblock.features.rooms.ui.words import reason_of
from openblock.i18n import _, format_short_day
from openblock.ui.forms import labelled
from openblock.ui.plain_label import on_hover
from openblock.ui.tall_list import TallList, is_chosen, paint_frame, paint_ground
from openblock.ui.theme import font, px, token

Index = QModelIndex | QPersistentModelIndex
COMING_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing to come: who, when, from where to where, and why; where it is on the board."""

    name: str
    at: datetime
    when: str
    route: str
    why: str
    bed_id: int

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return ", ".join(part for part in (self.when, self.name, self.route, self.why) if part)


def moves_of(upcoming: Upcoming) -> tuple[Coming, ...]:
    """The planned moves and placements, in order of time."""
    return tuple(
        Coming(
            row.name,
            row.content.starts_at,
            short(row.content.starts_at),
            f"{source} {ARROW} {row.bed}" if source else f"{ARROW} {row.bed}",
            reason_of(row),
            row.content.bed_id,
        )
        for row, source in zip(upcoming.moves, upcoming.from_beds, strict=True)
    )


def leavers_of(upcoming: Upcoming) -> tuple[Coming, ...]:
    """Who leaves the block, and which bed that frees."""

    def leaver(row: AssignmentRow) -> Coming:
        ends = row.content.ends_at
        route = _("frees {bed}").format(bed=row.bed)
        return Coming(row.name, ends, short(ends), route, "", row.content.bed_id)

    return tuple(map(leaver, upcoming.leavers))


class ComingModel(QAbstractListModel):
    """Moves or leavers as they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Coming, ...] = ()

    def show_rows(self, rows: Sequence[Coming]) -> None:
        """Show these; nothing happens when they are the same."""
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == COMING_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return on_hover(row.spoken)
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.spoken if role in said else None


class ComingDelegate(QStyledItemDelegate):
    """Bold who and, at the right, when; then the beds; then why."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Coming = index.data(COMING_ROLE)
        lines = 2 + bool(row.why)
        return QSize(px(80), QFontMetrics(font("small")).height() * lines + px(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Coming = index.data(COMING_ROLE)
        painter.save()
        rect: QRect = option.rect
        paint_ground(painter, rect, "soft" if is_chosen(option) else "alt", line="line")
        room = rect.adjusted(px(12), px(8), -px(12), 0)
        small = QFontMetrics(font("small"))
        wide = small.horizontalAdvance(row.when)
        line = QRect(room.left(), room.top(), room.width(), small.height())
        _write(painter, line, "small", row.when, "text2", right=True)
        name = line.adjusted(0, 0, -wide - px(8), 0)
        _write(painter, name, "code", row.name, "text")
        line.translate(0, small.height())
        _write(painter, line, "code", row.route, "text")
        if row.why:
            line.translate(0, small.height())
            _write(painter, line, "small", row.why, "text2")
        paint_frame(painter, rect, option)
        painter.restore()


def _write(
    painter: QPainter, room: QRect, kind: str, text: str, tone: str, *, right: bool = False
) -> None:
    painter.setFont(font(kind))
    painter.setPen(token(tone))
    cut = QFontMetrics(font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, cut)


class ComingPanel(QFrame):
    """Two lists and a line of figures; Enter or a click on an entry goes to it on the board."""

    #: Coming: one of the entries was chosen.
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.moves, self.leavers = ComingModel(self), ComingModel(self)
        self.moves_view = self._list(self.moves, _("Moves to come"))
        self.leavers_view = self._list(self.leavers, _("Leaving"))
        self.count = labelled("", "badge")
        self.none = labelled(_("No moves in the next two weeks."), "secondary")
        self.nobody = labelled(_("Nobody leaves in the next two weeks."), "secondary")
        self._free_title = labelled("", "secondary")
        self._free_title.setTextFormat(Qt.TextFormat.PlainText)
        self.free = labelled("")
        self.free.setTextFormat(Qt.TextFormat.RichText)
        self.free.setWordWrap(True)
        self._lay_out()

    def _list(self, model: ComingModel, name: str) -> TallList:
        view = TallList(model, name)
        view.setStyleSheet("background: transparent;")
        view.setItemDelegate(ComingDelegate(view))
        view.clicked.connect(self._tell)
        view.activated.connect(self._tell)
        return view

    def _tell(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(COMING_ROLE))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(8), px(12), px(8))
        head.setSpacing(px(8))
        head.addWidget(labelled(_("Moves to come"), "strong"))
        head.addWidget(self.count)
        head.addStretch(1)
        leaving = labelled(_("Leaving"), "strong")
        for each in (leaving, self.none, self.nobody):
            each.setContentsMargins(px(12), px(8), px(12), px(6))
            each.setWordWrap(True)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(12), px(8), px(12), px(8))
        foot.addWidget(self._free_title)
        foot.addWidget(self.free)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addWidget(self.moves_view, 3)
        column.addWidget(leaving)
        column.addWidget(self.nobody)
        column.addWidget(self.leavers_view, 2)
        column.addStretch(0)
        column.addLayout(foot)

    def show_upcoming(self, upcoming: Upcoming) -> None:
        """Show what the next days bring."""
        self.moves.show_rows(moves_of(upcoming))
        self.leavers.show_rows(leavers_of(upcoming))
        count = len(self.moves.rows)
        self.count.setText(str(count))
        self.count.setVisible(bool(count))
        self.moves_view.setVisible(bool(count))
        self.none.setVisible(not count)
        self.leavers_view.setVisible(bool(self.leavers.rows))
        self.nobody.setVisible(not self.leavers.rows)

    def show_free(self, floor: str, free: Sequence[tuple[date, int]]) -> None:
        """How many beds are free on some days, the first of them today."""
        where = _("Free beds, {floor}").format(floor=floor) if floor else _("Free beds")
        self._free_title.setText(where)
        parts = []
        for number, (day, count) in enumerate(free):
            when = _("today") if number == 0 else format_short_day(day)
            figure = str(count).replace("-", "\N{MINUS SIGN}")
            parts.append(f"<b>{figure}</b>&nbsp;{when.replace(' ', '&nbsp;')}")
        self.free.setText(" &nbsp; ".join(parts))


def free_days(now: datetime) -> tuple[date, ...]:
    """Today, in a week, and in two."""
    today = day_of(now)
    return tuple(date.fromordinal(today.toordinal() + days) for days in (0, 7, 14))

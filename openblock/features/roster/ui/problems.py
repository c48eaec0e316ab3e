"""The list of a roster's problems in words, with a jump to each and a reason where one is kept."""

from __future__ import annotations

import re
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
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import Severity
from openblock.features.roster.queries import RosterProblem
from openblock.i18n import _, format_short_day
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.messages import words
from openblock.ui.tall_list import WRAP, TallList, height_of, is_chosen, paint_ground
from openblock.ui.theme import font, px, token, watch

Index = QModelIndex | QPersistentModelIndex
PROBLEM_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_UNIT = re.compile(r"(?<=\d) h\b")


def heading_of(each: RosterProblem) -> str:
    """Whose problem on which day: Ozoliņš J., 24.11."""
    return f"{each.name}, {format_short_day(each.day)}"


def unbroken(text: str) -> str:
    """A figure and its unit stay on one line: "after 24 | h" reads like a mistake."""
    return _UNIT.sub("\N{NO-BREAK SPACE}h", text)


def sentence_of(each: RosterProblem) -> str:
    """The problem in words, and the reason it is kept with."""
    said = unbroken(words(each.problem))
    if each.accepted is None:
        return said
    reason, who = each.accepted.reason, each.accepted.by
    if reason:
        kept = _("Kept: {reason} ({who})").format(reason=reason, who=who)
    else:
        kept = _("Kept ({who})").format(who=who)
    return f"{said}\n{kept}"


class ProblemsModel(QAbstractListModel):
    """Open problems first, then those kept with a reason; errors before warnings of a day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[RosterProblem, ...] = ()

    def show_problems(self, problems: Sequence[RosterProblem]) -> None:
        """Show these; nothing happens when they are the same."""
        ordered = tuple(sorted(problems, key=_order))
        if ordered == self.problems:
            return
        self.beginResetModel()
        self.problems = ordered
        self.endResetModel()

    @property
    def open_count(self) -> int:
        """How many nobody has given a reason for."""
        return sum(each.accepted is None for each in self.problems)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each = self.problems[index.row()]
        if role == PROBLEM_ROLE:
            return each
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{heading_of(each)}: {sentence_of(each)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            error = each.problem.severity == Severity.ERROR
            kind = _("Error") if error else _("Warning")
            return f"{kind}, {heading_of(each)}: {sentence_of(each)}"
        return None


def _order(each: RosterProblem) -> tuple[bool, bool, object, str]:
    error = each.problem.severity == Severity.ERROR
    return (each.accepted is not None, each.officer_id is None and not error, each.day, each.name)


class _Delegate(QStyledItemDelegate):
    """Icon, bold who and date, words beneath, an arrow to the cell."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}

    def forget(self) -> None:
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        text = sentence_of(index.data(PROBLEM_ROLE))
        key = (text, width)
        if key not in self._heights:
            words_high = height_of(text, width - px(50), "small")
            head = QFontMetrics(font("strong")).height()
            self._heights[key] = words_high + head + px(14)
        return QSize(px(80), self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        each: RosterProblem = index.data(PROBLEM_ROLE)
        rect = option.rect
        chosen = is_chosen(option)
        painter.save()
        paint_ground(painter, rect, "soft" if chosen else "alt", line="line", bar=chosen)
        name, tone = _sign(each)
        top = rect.y() + px(7)
        painter.drawPixmap(rect.x() + px(10), top, pixmap(name, tone, 16))
        painter.drawPixmap(rect.right() - px(22), top, pixmap("arrow", "accent", 14))
        left, wide = rect.x() + px(33), rect.width() - px(50)
        painter.setFont(font("strong"))
        painter.setPen(token("text"))
        head = QFontMetrics(font("strong"))
        shown = head.elidedText(heading_of(each), Qt.TextElideMode.ElideRight, wide - px(12))
        painter.drawText(QRect(left, top, wide, head.height()), 0, shown)
        painter.setFont(font("small"))
        painter.setPen(token("text2"))
        below = QRect(left, top + head.height(), wide, rect.height())
        painter.drawText(below, WRAP, sentence_of(each))
        painter.restore()


def _sign(each: RosterProblem) -> tuple[str, str]:
    if each.accepted is not None:
        return "ok", "ok"
    return ("error", "bad") if each.problem.severity == Severity.ERROR else ("warning", "warn")


class ProblemsPanel(QFrame):
    """Count, list and the button to keep a warning; ``chosen`` when a problem is gone to."""

    chosen = Signal(object)
    keep_wanted = Signal(object)
    reopen_wanted = Signal(object)

    def __init__(self, *, may_keep: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.model = ProblemsModel(self)
        self._may_keep = may_keep
        # Wide enough for two figures from the start: the panel is measured before it counts.
        self.count = labelled("88", "badge")
        self.view = TallList(self.model, _("Problems"))
        self._delegate = _Delegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.nothing = labelled(_("No problems in these days."), "secondary")
        self.nothing.setContentsMargins(px(12), px(10), px(12), px(10))
        self.nothing.setWordWrap(True)
        self.keep = QPushButton(icon("note"), _("Keep with a reason…"))
        self.keep.setVisible(may_keep)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._show_keep)
        self.view.clicked.connect(self._go)
        self.view.activated.connect(self._go)
        self.keep.clicked.connect(self._keep)
        watch(self._dressed)
        self._show_keep()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(8), px(12), px(8))
        head.setSpacing(px(8))
        head.addWidget(labelled(_("Problems"), "strong"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(
            labelled(_("{key} next").format(key=shortcuts.native("next-problem")), "hint")
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(6), px(12), px(8))
        foot.addWidget(self.keep)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        # Takes the room of the list while there is none, so that the heading stays at the top.
        grow = QSizePolicy.Policy.Expanding
        column.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, grow))
        column.addLayout(foot)

    def show_problems(self, problems: Sequence[RosterProblem], *, judged: bool = True) -> None:
        """Show these; the one gone to last stays chosen if it is still there.

        A version of the past is not judged, and nobody is to read that all was well with it.
        """
        kept = self.current()
        nothing = _("No problems in these days.")
        self.nothing.setText(nothing if judged else _("A version of the past is not judged again."))
        self.model.show_problems(problems)
        self.count.setText(str(self.model.open_count))
        self.count.setVisible(bool(self.model.open_count))
        self.nothing.setVisible(not problems)
        self.view.setVisible(bool(problems))
        if kept in self.model.problems:
            self._make_current(self.model.problems.index(kept))
        self._show_keep()

    def current(self) -> RosterProblem | None:
        """The problem chosen, or None."""
        found: RosterProblem | None = self.view.currentIndex().data(PROBLEM_ROLE)
        return found

    def step(self, by: int) -> None:
        """Go to the next open problem, or the one before; around the end."""
        count = self.model.open_count
        if not count:
            return
        row = self.view.currentIndex().row()
        start = row if row >= 0 else (-1 if by > 0 else 0)
        self._make_current((start + by) % count)
        self._go(self.view.currentIndex())

    def _make_current(self, row: int) -> None:
        self.view.setCurrentIndex(self.model.index(row))

    def _go(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(PROBLEM_ROLE))

    def _show_keep(self) -> None:
        each = self.current()
        self.keep.setEnabled(each is not None and each.may_stay)
        reopen = each is not None and each.accepted is not None
        self.keep.setText(_("Open again") if reopen else _("Keep with a reason…"))

    def _keep(self) -> None:
        each = self.current()
        if each is not None:
            (self.keep_wanted if each.accepted is None else self.reopen_wanted).emit(each)

    def _dressed(self) -> None:
        self._delegate.forget()
        self.view.doItemsLayout()

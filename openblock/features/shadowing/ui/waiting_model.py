"""The shadowing shifts that wait to be confirmed as entries: all of them, or one mentor's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from openblock.features.shadowing.queries import ToConfirm
from openblock.features.shadowing.ui.settled_words import span_words
from openblock.i18n import _, format_short_day, search_key
from openblock.ui.entry_paint import LINE_ROLE, Index
from openblock.ui.plain_label import on_hover

Role = Qt.ItemDataRole
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One shift that waits, as an entry: the trainee and the day, and beneath them the rest."""

    waiting: ToConfirm
    number: int = 0

    @property
    def sign(self) -> str:
        """The sign that says late without colour."""
        return "!" if self.waiting.late else ""

    @property
    def title(self) -> str:
        return self.waiting.row.trainee

    @property
    def aside(self) -> str:
        return format_short_day(self.waiting.row.day)

    @property
    def reasons(self) -> str:
        row = self.waiting.row
        return _("{span}, with {mentor}").format(span=span_words(row.span), mentor=row.mentor)

    @property
    def warning(self) -> str:
        return _("late: the days for confirming have passed") if self.waiting.late else ""

    @property
    def fit(self) -> bool:
        return True

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader and on hover."""
        parts = (self.title, self.aside, self.reasons, self.warning)
        return ". ".join(part for part in parts if part)


class WaitingModel(QAbstractListModel):
    """The entries that are wanted, in the order given: the oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[WaitingLine, ...] = ()
        self.lines: tuple[WaitingLine, ...] = ()
        self._sought = ""
        self._officer_id: int | None = None

    def show_waiting(self, waiting: Sequence[ToConfirm]) -> None:
        """Show these."""
        self.all = tuple(WaitingLine(each) for each in waiting)
        self._filter()

    def seek(self, typed: str) -> None:
        """Leave out trainees and mentors whose names do not hold what is typed."""
        self._sought = search_key(typed)
        self._filter()

    def only(self, officer_id: int | None) -> None:
        """Leave out all but one mentor's; None: all mentors'."""
        self._officer_id = officer_id
        self._filter()

    def row_of(self, shadowing_id: int | None) -> int:
        """The place of a shift among those shown, or -1."""
        places = (
            place
            for place, line in enumerate(self.lines)
            if line.waiting.row.shadowing_id == shadowing_id
        )
        return next(places, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Role.ToolTipRole:
            return on_hover(line.spoken)
        return line.spoken if role in (Role.DisplayRole, Role.AccessibleTextRole) else None

    def _filter(self) -> None:
        self.beginResetModel()
        self.lines = tuple(each for each in self.all if self._wanted(each))
        self.endResetModel()

    def _wanted(self, line: WaitingLine) -> bool:
        row = line.waiting.row
        if self._officer_id not in (None, row.officer_id):
            return False
        found = search_key(f"{row.trainee} {row.mentor}")
        return all(word in found for word in self._sought.split())

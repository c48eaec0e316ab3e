"""The beds the finder offers, as lines in words: what suits, what speaks against, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openblock.clock import FOREVER
from openblock.errors import Severity
from openblock.features.rooms.queries import Suggestion
from openblock.features.rooms.ui.words import suggestion_reason
from openblock.i18n import _, format_moment
from openblock.ui.messages import words
from openblock.ui.plain_label import on_hover

Index = QModelIndex | QPersistentModelIndex
BED_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class BedLine:
    """One bed as the finder shows it; ``sign`` says its standing without colour."""

    bed_id: int
    bed: str
    standing: str
    sign: str
    suits: str
    against: str
    stops: bool

    @property
    def spoken(self) -> str:
        """All of it, for a screen reader and on hover."""
        parts = (self.bed, self.standing, self.suits, self.against)
        return ". ".join(part.rstrip(".") for part in parts if part)


def lines_of(suggestions: Sequence[Suggestion]) -> tuple[BedLine, ...]:
    """The beds in the order given, the first one that suits marked as the best."""
    best = next((each.bed_id for each in suggestions if not each.stops), None)
    return tuple(_line(each, best=each.bed_id == best) for each in suggestions)


def _line(each: Suggestion, *, best: bool) -> BedLine:
    warned = any(problem.severity == Severity.WARNING for problem in each.problems)
    standing, sign = _("suits"), "\N{CHECK MARK}"
    if each.stops:
        standing, sign = _("ruled out"), "X"
    elif warned:
        standing, sign = _("only with a reason"), "!"
    elif best:
        standing = _("the best")
    reasons = [suggestion_reason(reason) for reason in each.reasons]
    if each.until != FOREVER and not each.stops:
        reasons.append(_("only until {moment}").format(moment=format_moment(each.until)))
    suits = ", ".join(reason for reason in reasons if reason)
    against = " ".join(words(problem) for problem in each.problems)
    return BedLine(each.bed_id, each.bed, standing, sign, suits, against, each.stops)


class BedsModel(QAbstractListModel):
    """The lines, or only those that are not ruled out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[BedLine, ...] = ()
        self.rows: tuple[BedLine, ...] = ()
        self._possible_only = True

    def show_lines(self, lines: Sequence[BedLine]) -> None:
        """Show these."""
        self.all = tuple(lines)
        self._filter()

    def only_possible(self, wanted: bool) -> None:
        """Leave out what is ruled out, or show all."""
        self._possible_only = wanted
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self.rows = tuple(each for each in self.all if not (self._possible_only and each.stops))
        self.endResetModel()

    @property
    def possible(self) -> int:
        """How many beds nothing rules out."""
        return sum(not each.stops for each in self.all)

    def row_of(self, bed_id: int | None) -> int:
        """The place of a bed among those shown, or -1."""
        places = (place for place, each in enumerate(self.rows) if each.bed_id == bed_id)
        return next(places, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == BED_ROLE:
            return row
        # The list finds a bed by typing its number, so the number comes first.
        if role == Qt.ItemDataRole.ToolTipRole:
            return on_hover(row.spoken)
        said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.spoken if role in said else None

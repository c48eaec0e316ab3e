"""Trainees against situations and mentors as an item model: how often each, and where a gap is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openblock.features.shadowing.queries.rows import Matrix, MatrixRow
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.words import situation_name, standing_letter
from openblock.i18n import _, n_
from openblock.ui.theme import font, token

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HEAD_ROLE = Qt.ItemDataRole.UserRole + 1
GAP_ROLE = Qt.ItemDataRole.UserRole + 2
_ROOT = QModelIndex()
_NONE = "\N{EN DASH}"
GAP, WHOLE = "\N{BLACK UP-POINTING TRIANGLE}", "\N{CHECK MARK}"


@dataclass(frozen=True, slots=True)
class Head:
    """One column: what stands over it, its whole name, and which count it shows.

    ``kind`` is "gaps", "situation", "mentors" (how many different ones) or "mentor".
    """

    kind: str
    title: str
    name: str
    number: int = 0


def heads_of(matrix: Matrix) -> tuple[Head, ...]:
    """Gaps first, then every situation, then how many mentors and each of them."""
    return tuple(_heads(matrix))


def _heads(matrix: Matrix) -> Iterator[Head]:
    yield Head("gaps", _("Lacking"), _("Situations that are neither seen nor planned"))
    for row in matrix.course.situations:
        name = situation_name(row.content)
        yield Head("situation", name, name, row.situation_id)
    yield Head("mentors", _("Mentors"), _("How many different mentors"))
    for number, code, name in matrix.mentors:
        yield Head("mentor", code, name, number)


def gaps_of(row: MatrixRow, heads: tuple[Head, ...]) -> tuple[str, ...]:
    """The situations the trainee has neither seen nor will see as planned."""
    return tuple(
        head.name
        for head in heads
        if head.kind == "situation" and not row.by_situation.get(head.number)
    )


class MatrixModel(QAbstractTableModel):
    """Rows are trainees, named by the vertical heading; a cell says how often."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads: tuple[Head, ...] = ()
        self.rows: tuple[MatrixRow, ...] = ()

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show another course, or the same one as it is now; nothing for None."""
        heads = heads_of(matrix) if matrix is not None else ()
        rows = matrix.rows if matrix is not None else ()
        if heads != self.heads or _numbers(rows) != _numbers(self.rows):
            self.beginResetModel()
            self.heads, self.rows = heads, rows
            self.endResetModel()
            return
        self.rows = rows
        if rows:
            last = self.index(len(rows) - 1, len(heads) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def row_of(self, trainee_id: int) -> int:
        """The place of a trainee, or -1."""
        places = (place for place, row in enumerate(self.rows) if row.trainee_id == trainee_id)
        return next(places, -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._over(section, role) if 0 <= section < len(self.heads) else None
        return self._beside(section, role) if 0 <= section < len(self.rows) else None

    def _over(self, section: int, role: int) -> Any:
        head = self.heads[section]
        answers = {
            Role.DisplayRole: head.title,
            Role.ToolTipRole: head.name,
            Role.AccessibleTextRole: head.name,
            HEAD_ROLE: head,
        }
        return answers.get(Role(role) if role < Role.UserRole else role)

    def _beside(self, section: int, role: int) -> Any:
        row = self.rows[section]
        gaps = gaps_of(row, self.heads)
        if role == Role.DisplayRole:
            return f"{GAP if gaps else WHOLE} {row.name}"
        if role in {Role.ToolTipRole, Role.AccessibleTextRole}:
            return f"{row.name}: {_gap_words(gaps)}"
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, head = self.rows[index.row()], self.heads[index.column()]
        if role == Role.DisplayRole:
            return self._shown(row, head)
        if role in {Role.ToolTipRole, Role.AccessibleTextRole}:
            return self._said(row, head)
        if role == GAP_ROLE:
            return self._is_gap(row, head)
        return self._look(row, head, role)

    def _look(self, row: MatrixRow, head: Head, role: int) -> Any:
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        gap = self._is_gap(row, head)
        if role == Role.ForegroundRole:
            empty = not gap and self._shown(row, head) == _NONE
            return token("warn" if gap else "text3" if empty else "text")
        if role == Role.BackgroundRole and gap:
            return token("warnsoft")
        if role == Role.FontRole and (gap or head.kind in {"gaps", "mentors"}):
            return font("strong")
        return None

    def _count(self, row: MatrixRow, head: Head) -> int:
        if head.kind == "gaps":
            return len(gaps_of(row, self.heads))
        if head.kind == "mentors":
            return sum(1 for times in row.by_mentor.values() if times)
        counts = row.by_situation if head.kind == "situation" else row.by_mentor
        return counts.get(head.number, 0)

    def _ahead(self, row: MatrixRow, head: Head) -> int:
        """How many of the counted times are not confirmed yet."""
        ahead = {"situation": row.ahead_at, "mentor": row.ahead_with}.get(head.kind, {})
        return ahead.get(head.number, 0)

    def _is_gap(self, row: MatrixRow, head: Head) -> bool:
        count = self._count(row, head)
        return bool(count) if head.kind == "gaps" else head.kind == "situation" and not count

    def _shown(self, row: MatrixRow, head: Head) -> str:
        count = self._count(row, head)
        if head.kind == "gaps":
            return f"{GAP} {count}" if count else WHOLE
        if not count and head.kind == "mentor":
            # Nobody has to stand beside every mentor: an empty place is no gap.
            return _NONE
        ahead = self._ahead(row, head)
        if not ahead:
            return str(count)
        planned = f"{standing_letter(Standing.PLANNED)}{ahead}"
        return planned if ahead == count else f"{count - ahead}+{planned}"

    def _said(self, row: MatrixRow, head: Head) -> str:
        if head.kind == "gaps":
            return f"{row.name}: {_gap_words(gaps_of(row, self.heads))}"
        times = n_("{number} time", "{number} times", self._count(row, head))
        if head.kind == "mentors":
            times = n_("{number} mentor", "{number} mentors", self._count(row, head))
            return f"{row.name}: {times}"
        ahead = self._ahead(row, head)
        if ahead:
            times = _("{times}, {number} of them not confirmed yet").format(
                times=times, number=ahead
            )
        return f"{row.name}, {head.name}: {times}"


def _numbers(rows: tuple[MatrixRow, ...]) -> list[tuple[int, str]]:
    return [(row.trainee_id, row.name) for row in rows]


def _gap_words(gaps: tuple[str, ...]) -> str:
    if not gaps:
        return _("every situation is seen or planned")
    return _("lacking: {situations}").format(situations=", ".join(gaps))

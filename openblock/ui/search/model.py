"""The lines of the search: headings by kind and the hits under them, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from openblock.i18n import _
from openblock.storage.searching import Rank
from openblock.ui.search.finding import Group
from openblock.ui.search.source import MOST, Hit

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a hit, or (without one) a heading that cannot be chosen."""

    title: str
    detail: str = ""
    drawing: str = ""
    hit: Hit | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.title}, {self.detail}" if self.detail else self.title


def lines_of(groups: Sequence[Group]) -> tuple[Line, ...]:
    """The groups as they are read; one line says so when there are none."""
    lines: list[Line] = []
    for group in groups:
        more = _("the first {number}").format(number=MOST) if group.more else ""
        lines.append(Line(group.source.title(), more))
        lines += [Line(hit.title, _detail(hit), group.source.icon, hit) for hit in group.hits]
    return tuple(lines) or (Line(_("Nothing found")),)


def _detail(hit: Hit) -> str:
    near = _("similar") if hit.rank >= Rank.NEARLY else ""
    return " · ".join(filter(None, (near, hit.detail)))


class HitsModel(QAbstractListModel):
    """Shows lines; only hits can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines`` instead."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def next_hit(self, row: int, step: int) -> int:
        """The nearest hit beyond ``row`` in the direction of ``step``; -1 when there is none."""
        places = range(row + step, len(self.lines) if step > 0 else -1, step)
        return next((place for place in places if self.lines[place].hit), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].hit is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Role.AccessibleTextRole, Role.ToolTipRole}:
            return line.spoken
        return line.title if role == Role.DisplayRole else None

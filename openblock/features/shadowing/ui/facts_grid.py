"""Facts in two columns, what and in words; a heading over each group of them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from openblock.ui.plain_label import plain
from openblock.ui.theme import px

#: What parts one group from the next.
_APART = 6


class FactsGrid(QFrame):
    """Reads like a form that cannot be typed into; names are shown as they are, never as markup."""

    def __init__(self, parent: QWidget | None = None, *, labels: int = 120) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(1, 1)
        # Labels may break, but two short words stand in one line.
        self._grid.setColumnMinimumWidth(0, px(labels))

    def add(self, title: str, lines: Iterable[tuple[str, str]]) -> None:
        """Put a group at the end; one without lines is left out with its heading."""
        shown = tuple(lines)
        if not shown:
            return
        if self._grid.count():
            self._grid.setRowMinimumHeight(self._grid.rowCount(), px(_APART))
        self._put(title, "title", column=0, over=2)
        for what, said in shown:
            self._put(what, "field", column=0, over=1)
            self._put(said, "", column=1, over=1)

    def text(self) -> str:
        """All of it, line by line."""
        labels = self.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return "\n".join(each.text() for each in labels)

    def _put(self, text: str, kind: str, *, column: int, over: int) -> None:
        made = plain(text, kind)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = self._grid.rowCount() - (1 if column else 0)
        self._grid.addWidget(made, row, column, 1, over, Qt.AlignmentFlag.AlignTop)

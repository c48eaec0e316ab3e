"""A list of one kind on a card, with the buttons of what can be done to the chosen line."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from openblock.ui.flow import FlowLayout
from openblock.ui.forms import labelled
from openblock.ui.icons import icon
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px


@dataclass(frozen=True, slots=True)
class Deed:
    """A button: its words, its picture, what it does to the chosen row, and to which rows.

    ``fits`` is asked of the chosen row, None where none is chosen; a deed that never fits nothing
    needs a row.
    """

    words: str
    drawing: str
    act: Callable[[Any], object]
    fits: Callable[[Any], bool]
    hint: str = ""


class Entries(QFrame):
    """Title, table, buttons; Enter on a line does the first deed that fits it."""

    def __init__(
        self,
        title: str,
        columns: Sequence[Column],
        key: Callable[[Any], Hashable],
        deeds: Sequence[Deed],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._key = key
        self.deeds = tuple(deeds)
        self.model = RowsTableModel(columns, key=key)
        self.table = RowsView(self.model, sort_by=None)
        self.table.setAccessibleName(title)
        self.buttons = [_button(deed) for deed in self.deeds]
        self.title = labelled(title, "strong")
        line = FlowLayout(gap=6)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, n=place: self.do(n))
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(10))
        column.setSpacing(px(8))
        column.addWidget(self.title)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(self.look)
        self.table.activated.connect(self._activated)
        self.look()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these; the chosen one stays if it is still there."""
        kept = self.table.chosen()
        self.model.set_rows(rows)
        self.table.fit()
        if kept is not None:
            self.table.choose(self._key(kept))
        self.look()

    def look(self) -> None:
        """Offer only what fits the chosen row."""
        row = self.table.chosen()
        for deed, button in zip(self.deeds, self.buttons, strict=True):
            button.setEnabled(deed.fits(row))

    def do(self, place: int) -> None:
        """Do one deed to the chosen row."""
        row = self.table.chosen()
        if self.deeds[place].fits(row):
            self.deeds[place].act(row)

    def _activated(self) -> None:
        row = self.table.chosen()
        first = next((n for n, deed in enumerate(self.deeds) if deed.fits(row)), None)
        if row is not None and first is not None:
            self.do(first)


def _button(deed: Deed) -> QPushButton:
    button = QPushButton(icon(deed.drawing), deed.words)
    button.setAutoDefault(False)
    button.setToolTip(deed.hint or deed.words.removesuffix("…"))
    return button

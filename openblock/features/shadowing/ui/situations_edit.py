"""An editor of the situations a course wants seen: their order, names, and what offers them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from openblock.features.shadowing.rules.content import SituationContent, SituationKind
from openblock.features.shadowing.ui.situation_form import SituationForm
from openblock.features.shadowing.words import situation_kinds, situation_name, situation_when
from openblock.i18n import _
from openblock.ui.icons import icon
from openblock.ui.shortcuts import hint, sequences
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

_LINES = 7
_MOVES = {"entry-up": -1, "entry-down": 1}
#: A situation and its place in the list.
Line = tuple[int, SituationContent]


class SituationsEdit(QWidget):
    """The value is the situations in order; what is typed under the list goes into its line."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsTableModel(_columns(), key=lambda line: line[0])
        self.table = _Table(self.model, sort_by=None)
        self.form = SituationForm()
        self.up_button = self._button("up", hint(_("Up"), "entry-up"), lambda: self.bring(-1))
        self.down_button = self._button(
            "down", hint(_("Down"), "entry-down"), lambda: self.bring(1)
        )
        self.add_button = self._button("add", _("Add a situation"), self.add)
        self.remove_button = self._button(
            "delete", hint(_("Take the situation out"), "cell-clear"), self.remove
        )
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.activated.connect(self.form.focus_first)
        self.table.moved.connect(self.bring)
        self.table.cleared.connect(self.remove)
        self.form.edited.connect(self._typed)
        self.setFocusProxy(self.table)

    def value(self) -> tuple[SituationContent, ...]:
        return tuple(content for _place, content in self.model.rows)

    def set_value(self, value: Iterable[SituationContent]) -> None:
        self._show(tuple(value), 0)

    def unread(self) -> str:
        """Why what is typed of the chosen one cannot be taken."""
        return self.form.unread()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.table.setAccessibleName(name)

    def add(self) -> None:
        """A new one at the end, to be named."""
        fresh = SituationContent(SituationKind.CHANCE)
        self._show((*self.value(), fresh), len(self.model.rows))
        self.form.focus_first()
        self.edited.emit()

    def remove(self) -> None:
        """Take the chosen one out."""
        place = self._place()
        if place is None:
            return
        kept = [each for at, each in self.model.rows if at != place]
        self._show(tuple(kept), min(place, len(kept) - 1))
        self.edited.emit()

    def bring(self, by: int) -> None:
        """Bring the chosen one up or down."""
        place, contents = self._place(), list(self.value())
        if place is None or not 0 <= place + by < len(contents):
            return
        contents.insert(place + by, contents.pop(place))
        self._show(tuple(contents), place + by)
        self.edited.emit()

    # Inside

    def _show(self, contents: tuple[SituationContent, ...], place: int) -> None:
        blocked = self.table.selectionModel().blockSignals(True)
        self.model.set_rows(tuple(enumerate(contents)))
        self.table.choose(place)
        self.table.selectionModel().blockSignals(blocked)
        self.table.fit()
        self._chosen()

    def _place(self) -> int | None:
        row = self.table.currentIndex().row()
        return row if 0 <= row < len(self.model.rows) else None

    def _chosen(self) -> None:
        place = self._place()
        content = None if place is None else self.model.rows[place][1]
        self.form.show_content(content)
        self.remove_button.setEnabled(place is not None)
        self.up_button.setEnabled(bool(place))
        self.down_button.setEnabled(place is not None and place + 1 < len(self.model.rows))

    def _typed(self) -> None:
        place, typed = self._place(), self.form.content()
        if place is None or typed is None:
            return
        rows = list(self.model.rows)
        # One of the usual ones that gets a name of its own keeps what it is.
        rows[place] = (place, replace(typed, code=rows[place][1].code))
        self.model.set_rows(tuple(rows))
        self.edited.emit()

    def _button(self, drawing: str, words: str, act: object) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(drawing))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.clicked.connect(act)
        return made

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(px(4))
        for each in (self.up_button, self.down_button, self.add_button, self.remove_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(6))
        line.addWidget(self.table, 1)
        line.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(line)
        column.addWidget(self.form)
        high = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(high * (_LINES + 1) + px(8))


class _Table(RowsView):
    """The list, which is reordered and, by Delete, shortened from the keyboard."""

    moved = Signal(int)
    cleared = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = QKeySequence(event.keyCombination())
        by = next((by for key, by in _MOVES.items() if pressed in sequences(key)), 0)
        if by:
            self.moved.emit(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


def _columns() -> tuple[Column, ...]:
    kinds = dict(situation_kinds())
    return (
        Column(
            _("Situation"),
            lambda line: situation_name(line[1]) or _("(no name yet)"),
            strong=True,
        ),
        Column(
            _("Offered by"),
            lambda line: " ".join(filter(None, (kinds[line[1].kind], situation_when(line[1])))),
        ),
    )

"""A page of settings: the list of entries, and under it the form of the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.errors import KnownError
from openblock.i18n import _
from openblock.ui.forms import Form, labelled
from openblock.ui.forms.dialog import save_on_enter, send_form
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px


@dataclass(frozen=True, slots=True)
class Entries:
    """What a page lists and how it is changed.

    ``read`` gives the rows, ``fill`` the form's values for a row (None: a new one); ``save`` and
    ``remove`` raise KnownError; ``removable`` says whether a row can be taken away.
    """

    columns: tuple[Column, ...]
    key: Callable[[Any], Hashable]
    read: Callable[[], Sequence[Any]]
    fill: Callable[[Any], dict[str, Any]]
    save: Callable[[Any, dict[str, Any]], object]
    remove: Callable[[Any], object]
    removable: Callable[[Any], bool]
    remove_words: str


class EntriesPage(QWidget):
    """Choosing a line fills the form; Save changes it or adds a new one."""

    def __init__(self, entries: Entries, form: Form, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self.form = form
        self.row: Any = None
        self._start: dict[str, Any] = {}
        self.model = RowsTableModel(entries.columns, key=entries.key)
        self.table = RowsView(self.model, sort_by=None)
        self.heading = labelled("", "strong")
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.new_button = QPushButton(icon("add"), _("New"))
        self.save_button = QPushButton(_("Save"))
        self.save_button.setProperty("kind", "primary")
        self.remove_button = QPushButton(icon("delete"), entries.remove_words)
        for button in (self.new_button, self.save_button, self.remove_button):
            button.setAutoDefault(False)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.activated.connect(self.focus_first)
        save_on_enter(self.form, self.save)
        self.new_button.clicked.connect(self._new_wanted)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)
        self.refresh()
        self.start_new()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(12), px(10), px(12), px(10))
        inside.addWidget(self.heading)
        inside.addWidget(self.form)
        inside.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.table, 1)
        column.addWidget(card)

    def refresh(self) -> None:
        """Read the entries again."""
        self.model.set_rows(self._entries.read())
        self.table.fit()

    def _chosen(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self._show(row)

    def start_new(self) -> None:
        """Empty the form for a new entry."""
        self.table.setCurrentIndex(QModelIndex())
        self._show(None)

    def _new_wanted(self) -> None:
        self.start_new()
        self.focus_first()

    def focus_first(self) -> None:
        """The keyboard goes to the first field."""
        next(iter(self.form.fields.values())).editor.setFocus()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.form.values() != self._start

    def say_unsaved(self) -> None:
        """Say that it would be lost."""
        self._say(_("This is not saved yet. Enter saves it; closing again leaves it out."))

    def _show(self, row: Any) -> None:
        self.row = row
        self.heading.setText(_("New entry") if row is None else _("Change entry"))
        self.form.fill(self._entries.fill(row))
        self._start = self.form.values()
        self._say("")
        for field in self.form.fields.values():
            field.say("")
        self.remove_button.setEnabled(row is not None and self._entries.removable(row))

    def _say(self, said: str) -> None:
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))

    def save(self) -> None:
        """Send the form; a refusal stands beside its fields."""
        said = send_form(self.form, lambda values: self._entries.save(self.row, values))
        self._say(said or "")
        if said is None:
            self.refresh()
            self._new_wanted()

    def remove(self) -> None:
        """Take the chosen entry away."""
        try:
            self._entries.remove(self.row)
        except KnownError as refusal:
            self._say(words(refusal))
            return
        self.refresh()
        self.start_new()

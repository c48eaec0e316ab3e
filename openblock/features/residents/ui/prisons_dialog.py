"""The list of prisons people come from and go to, kept up to date by an administrator."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.features.residents.commands import SavePrison, save_prison
from openblock.features.residents.queries import PrisonRow, prisons
from openblock.features.residents.rules.content import PrisonContent
from openblock.i18n import _, format_day
from openblock.ui.desk import Desk
from openblock.ui.forms import DayEdit, Field, Form, TextEdit, labelled
from openblock.ui.forms.dialog import save_on_enter, send_form
from openblock.ui.icons import icon
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import on_screen, px


class PrisonsDialog(QDialog):
    """The list, and under it the form of the line chosen; a closed prison keeps its name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Prisons"))
        self._desk = desk
        self._row: PrisonRow | None = None
        self._warned = False
        self._start: dict[str, Any] = {}
        self.model = RowsTableModel(_columns(), key=lambda row: row.prison_id)
        self.table = RowsView(self.model, sort_by=0)
        self.table.setAccessibleName(_("Prisons"))
        self.heading = labelled("", "strong")
        self.form = Form(_fields())
        self.trouble = labelled("", "problem")
        self.trouble.setWordWrap(True)
        self.new_button = QPushButton(icon("add"), _("New"))
        self.save_button = QPushButton(_("Save"))
        self.close_button = QPushButton(_("Close"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.activated.connect(self._focus_form)
        save_on_enter(self.form, self.save)
        self.form.edited.connect(self._typed)
        self.new_button.clicked.connect(self.start_new)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.accept)
        desk.show(self._read)
        self.start_new()
        self.resize(on_screen(620, 560))

    def start_new(self) -> None:
        """Empty the form for a new prison."""
        self.table.setCurrentIndex(QModelIndex())
        self._fill(None)
        self._focus_form()

    def save(self) -> None:
        """Send the form; a refusal stands beside its fields."""
        said = send_form(self.form, self._send)
        self._say(said or "")
        if said is None:
            self._desk.show(self._read)
            self.start_new()

    def done(self, result: int) -> None:
        """Close, unless something typed would be lost: that is said first, and once."""
        if self.form.values() != self._start and not self._warned:
            self._warned = True
            self._say(_("This is not saved yet. Enter saves it; closing again leaves it out."))
            return
        super().done(result)

    def _send(self, values: dict[str, Any]) -> None:
        content = PrisonContent(values["name"], values["active_from"], values["active_to"])
        number, version = (self._row.prison_id, self._row.version) if self._row else (None, 0)
        said = _("Prison saved: {name}").format(name=content.name)
        self._desk.attempt(save_prison, SavePrison(number, version, content), said)

    def _read(self) -> None:
        self.model.set_rows(self._desk.read(prisons))
        self.table.fit()

    def _chosen(self) -> None:
        row = self.table.chosen()
        if isinstance(row, PrisonRow):
            self._fill(row)

    def _fill(self, row: PrisonRow | None) -> None:
        self._row = row
        self.heading.setText(_("Change the prison") if row else _("New prison"))
        blank = PrisonContent("")
        shown: PrisonRow | PrisonContent = row or blank
        self.form.fill({name: getattr(shown, name) for name in self.form.fields})
        for field in self.form.fields.values():
            field.say("")
        self._start = self.form.values()
        self._say("")

    def _typed(self) -> None:
        self._warned = False

    def _focus_form(self) -> None:
        self.form.fields["name"].setFocus()

    def _say(self, said: str) -> None:
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        for part in (self.heading, self.form, self.trouble):
            inside.addWidget(part)
        self.save_button.setProperty("kind", "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        inside.addLayout(buttons)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.table, 1)
        column.addWidget(card)
        column.addLayout(foot)
        for button in (self.new_button, self.save_button, self.close_button):
            button.setAutoDefault(False)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Prison"), lambda row: row.name, strong=True),
        Column(
            _("In use from"), lambda row: format_day(row.active_from) if row.active_from else ""
        ),
        Column(_("In use until"), lambda row: format_day(row.active_to) if row.active_to else ""),
    )


def _fields() -> list[Field]:
    hint = _("Empty while it is in use")
    return [
        Field("name", _("Prison"), TextEdit(), needed=True),
        Field("active_from", _("In use from"), DayEdit(), hint=_("Empty: always")),
        Field("active_to", _("In use until"), DayEdit(), hint=hint),
    ]

"""The pages of the block's own lists: clearance items, and competences to evaluate."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from openblock.errors import KnownError
from openblock.features.roster.ui.entries_page import Entries
from openblock.features.shadowing.commands import SaveItem, save_item
from openblock.features.shadowing.queries import ItemRow, items
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.ui.listed_page import ListedPage
from openblock.features.shadowing.words import item_name
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form, TextEdit, YesNo
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.shortcuts import hint, sequence
from openblock.ui.table_model import Column

_LONGEST_NAME = 80


class ItemsPage(ListedPage):
    """One list in its order; what is out of use stays with the trainees who had it."""

    def __init__(self, desk: Desk, kind: ItemKind, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._kind = kind
        name = TextEdit()
        name.setMaxLength(_LONGEST_NAME * 4)
        form = Form(
            (
                Field("name", _("Name"), name),
                Field("active", _("State"), YesNo(_("still in use"), value=True)),
            )
        )
        entries = Entries(
            columns=_columns(),
            key=lambda row: row.item_id,
            read=lambda: desk.read(items, kind),
            fill=self._values,
            save=self._save_item,
            remove=self._retire,
            removable=lambda row: bool(row.active),
            remove_words=_("Take out of use"),
        )
        super().__init__(entries, form, parent)
        self.up_button = self._mover("up", _("Up"), "entry-up", -1)
        self.down_button = self._mover("down", _("Down"), "entry-down", 1)
        self.under.insertWidget(self.under.count() - 1, self.up_button)
        self.under.insertWidget(self.under.count() - 1, self.down_button)

    def bring(self, by: int) -> None:
        """Bring the chosen entry up or down, as far as the list goes."""
        rows = list(self.model.rows)
        place = next((at for at, each in enumerate(rows) if each == self.row), None)
        if place is None or not 0 <= place + by < len(rows):
            return
        chosen = rows[place].item_id
        rows.insert(place + by, rows.pop(place))
        try:
            for at, each in enumerate(rows):
                if each.place != at:
                    self._send_item(each, each.name, at, active=each.active)
        except KnownError as refusal:
            self._say(words(refusal))
        self.refresh()
        self.table.choose(chosen)

    # Inside

    def _values(self, row: ItemRow | None) -> dict[str, Any]:
        usual = item_name(row.code, "") if row is not None and row.code else ""
        self.form.fields["name"].editor.setPlaceholderText(usual)
        return {
            "name": row.name if row is not None else "",
            "active": row.active if row is not None else True,
        }

    def _save_item(self, row: ItemRow | None, values: dict[str, Any]) -> object:
        # A new one without a place comes last.
        place = row.place if row is not None else 0
        return self._send_item(row, values["name"], place, active=values["active"])

    def _retire(self, row: ItemRow) -> object:
        return self._send_item(row, row.name, row.place, active=False)

    def _send_item(self, row: ItemRow | None, name: str, place: int, *, active: bool) -> object:
        number, version = (row.item_id, row.version) if row is not None else (None, 0)
        request = SaveItem(number, version, self._kind, name, place, active)
        called = item_name(row.code if row is not None else "", name)
        said = _("Saved: {name}") if active else _("Out of use: {name}")
        return self._desk.attempt(save_item, request, said.format(name=called))

    def _mover(self, drawing: str, said: str, key: str, by: int) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon(drawing))
        made.setToolTip(hint(said, key))
        made.setAccessibleName(said)
        made.clicked.connect(lambda _on=False: self.bring(by))
        shortcut = QShortcut(QKeySequence(sequence(key)), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(made.click)
        return made


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), lambda row: item_name(row.code, row.name), strong=True),
        Column(
            _("State"),
            lambda row: _("in use") if row.active else _("out of use"),
            tone=lambda row: "" if row.active else "text3",
        ),
    )

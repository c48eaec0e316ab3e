"""The staff tab: the list on the left, the chosen officer's card on the right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock.features.staff.commands import (
    AddOfficer,
    ChangeOfficer,
    add_officer,
    change_officer,
)
from openblock.features.staff.queries import OfficerRow, officer_card, officers
from openblock.features.staff.ui.account import OwnAccount
from openblock.features.staff.ui.card import OfficerCard
from openblock.features.staff.ui.drafts import CardDraft
from openblock.features.staff.ui.empty import EmptyStaff
from openblock.features.staff.ui.exporting import KEY, listed
from openblock.features.staff.ui.list_import import import_offer
from openblock.features.staff.ui.officers_list import OfficersList
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.desk import Action, Desk, Notice
from openblock.ui.icons import icon
from openblock.ui.importing import ImportDialog
from openblock.ui.importing.export_dialog import ExportDialog
from openblock.ui.importing.exporting import ask_where, write_list
from openblock.ui.tab import Tab
from openblock.ui.theme import px, watch

UNSAVED = "staff.unsaved"


class StaffTab(Tab):
    """Officers: seen, added, changed, imported, exported."""

    icon_name = "staff"
    tables = frozenset({"officers", "officer_accounts", "accounts"})
    manual_page = "staff"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._may_change = desk.may("staff.change_officer")
        self.list = OfficersList()
        self.card = OfficerCard(self._save, self._reread, may_change=self._may_change)
        self.account = OwnAccount(desk)
        self.empty = EmptyStaff(may_change=self._may_change)
        self.add_button = QPushButton(_("Add officer"))
        self.import_button = QPushButton(_("Import…"))
        self.export_button = QPushButton(_("Export…"))
        self._draft = CardDraft(desk)
        self._saved_id: int | None = None
        self._dress()
        self._lay_out()
        self._listen()
        self.list.set_order(desk.prefer("staff.order", [2, 0]))
        self.list.set_service_filter(str(desk.prefer("staff.service", "all")))
        self.refresh()
        self._draft.put_back(self.card, self.list.model.rows)
        if self.card.dirty:
            self.account.show_officer(self.card.shown)
            self._ask_to_save()

    # The tab

    def title(self) -> str:
        return _("Staff")

    def refresh(self) -> None:
        self.desk.show(self._read)

    def focus_first(self) -> None:
        (self.list.search if self.list.model.rows else self.empty.first()).setFocus()

    def place(self) -> Mapping[str, object]:
        row = self.list.chosen_row()
        return {"officer_id": row.officer_id} if row else {}

    def go_to(self, place: Mapping[str, object]) -> None:
        officer_id = place.get("officer_id")
        if isinstance(officer_id, int):
            self.list.choose(officer_id)
        if place.get("import") and self._may_change:
            self.open_import()

    def keep_draft(self) -> None:
        self._draft.keep(self.card)

    def _read(self) -> None:
        rows = self.desk.read(officers)
        self.card.know(rows)
        self.list.set_rows(rows)
        self.pages.setCurrentIndex(0 if rows or self.card.adding else 1)
        self.export_button.setEnabled(bool(rows))
        if not self.card.dirty and not self.card.adding:
            self._show(self.list.chosen_row())
        else:
            self.account.show_officer(self.card.shown)

    # The card

    def _show(self, row: OfficerRow | None) -> None:
        if row is None:
            self.card.clear()
        else:
            self.card.show_officer(row)
        self.account.show_officer(row)

    def _chosen(self, row: OfficerRow | None) -> None:
        """Another officer was chosen; what is typed and not saved is not thrown away for it."""
        shown = self.card.shown
        if row is None or (shown is not None and shown.officer_id == row.officer_id):
            return
        if self.card.dirty:
            self._ask_to_save()
            return
        self._show(row)

    def _ask_to_save(self) -> None:
        self.list.table.blockSignals(True)
        self.list.choose(self.card.shown.officer_id if self.card.shown else None)
        self.list.table.blockSignals(False)
        name = self.card.heading.name.text()
        self.desk.notify(
            Notice(
                "warning",
                _("The card of {name} is not saved yet.").format(name=name),
                (Action(_("Save"), self._save_card), Action(_("Do not save"), self.card.leave)),
                word=_("Not saved"),
                key=UNSAVED,
            )
        )

    def _save_card(self) -> None:
        self.card.save()

    def _save(self, request: AddOfficer | ChangeOfficer) -> None:
        name = request.content.name
        if isinstance(request, AddOfficer):
            said = _("Added: {name}").format(name=name)
            self._saved_id = int(self.desk.attempt(add_officer, request, said).value)
        else:
            said = _("Changed: {name}").format(name=name)
            self.desk.attempt(change_officer, request, said)
            self._saved_id = request.officer_id

    def _reread(self, officer_id: int) -> OfficerRow | None:
        return self.desk.read(officer_card, officer_id)

    def _left(self) -> None:
        """The card was saved or left: the list shows what is stored and has the keyboard."""
        self.desk.withdraw(UNSAVED)
        self._draft.forget()
        self.refresh()
        if self._saved_id is not None:
            self.list.choose(self._saved_id)
            self._saved_id = None
        self._show(self.list.chosen_row())
        self.list.table.setFocus()

    # Add, import, export

    def add(self) -> None:
        """Start a new officer's card, in the team the list shows."""
        if self.card.dirty:
            self._ask_to_save()
            return
        team = self.list.team.value()
        self.list.choose(None)
        self.pages.setCurrentIndex(0)
        self.card.start_new(team if isinstance(team, int) else None)
        self.account.show_officer(None)

    def open_import(self, path: Path | None = None) -> ImportDialog:
        """Show the import; the dialog writes only when the officer confirms."""
        dialog = ImportDialog(self.desk, import_offer(self.desk), parent=self)
        dialog.written.connect(self.refresh)
        if path is not None:
            dialog.load(path)
        dialog.open()
        return dialog

    def _import(self) -> None:
        self.open_import()

    def _export(self) -> None:
        rows = self.list.shown_rows()
        said = n_("{number} officer goes into it.", "{number} officers go into it.", len(rows))
        dialog = ExportDialog(said, self.desk.actor.name, self)
        if not dialog.exec():
            return
        request, name = dialog.request(), listed(rows).name
        if path := ask_where(self.desk, KEY, name, request.kind, self):
            write_list(self.desk, listed(rows), request, path)

    def _arranged(self) -> None:
        self.desk.remember("staff.order", self.list.order())

    def _filtered(self) -> None:
        self.desk.remember("staff.service", self.list.service_filter())

    # Looks

    def _dress(self) -> None:
        lines = (
            (self.add_button, "add", "add-entry", _("Add an officer")),
            (self.import_button, "import", "import-list", _("Import a list of officers")),
            (self.export_button, "export", "export-list", _("Export the officers shown")),
        )
        for button, drawing, key, said in lines:
            button.setIcon(icon(drawing))
            button.setToolTip(shortcuts.hint(said, key))
            button.setAutoDefault(False)
        self.add_button.setVisible(self._may_change)
        self.import_button.setVisible(self._may_change)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setProperty("kind", "toolbar")
        tools = QHBoxLayout(bar)
        tools.setContentsMargins(px(12), px(8), px(12), 0)
        tools.setSpacing(px(8))
        tools.addWidget(self.list.search, 1)
        for button in (self.add_button, self.import_button, self.export_button):
            tools.addWidget(button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.list, 1)
        self.beside = QWidget()
        beside = QVBoxLayout(self.beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.card, 1)
        beside.addWidget(self.account)
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.beside)
        self.split.setStretchFactor(0, 1)
        self._fit_card()
        watch(self._fit_card)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _fit_card(self) -> None:
        """At another text size the card is as wide as its words need."""
        self.beside.setMinimumWidth(px(240))
        self.split.setSizes([px(980), px(370)])

    def _listen(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.card.focus_first)
        self.list.arranged.connect(self._arranged)
        self.list.service.buttonToggled.connect(self._filtered)
        self.card.left.connect(self._left)
        self.add_button.clicked.connect(self.add)
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)
        self.empty.add_button.clicked.connect(self.add)
        self.empty.import_button.clicked.connect(self._import)
        acts = [("find-in-list", self.list.search.setFocus), ("export-list", self._export)]
        if self._may_change:
            acts += [("add-entry", self.add), ("import-list", self._import)]
        for key, act in acts:
            for shortcut in shortcuts.bind(key, self):
                shortcut.activated.connect(act)

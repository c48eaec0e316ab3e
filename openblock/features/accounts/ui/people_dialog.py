"""People and roles: who may sign in, as what; the forms open in the list's place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.errors import KnownError
from openblock.features.accounts import queries
from openblock.features.accounts.queries import AccountRow
from openblock.features.accounts.session import dismiss_person, renew_recovery_key
from openblock.features.accounts.ui.dialog import AccountsDialog
from openblock.features.accounts.ui.door import key_sheet
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.features.accounts.ui.people_forms import (
    GivenPasswordPane,
    NameAndRolePane,
    NewPersonPane,
    PersonPane,
)
from openblock.features.accounts.ui.recovery_card import RecoveryCard
from openblock.features.accounts.ui.role_words import role_explained
from openblock.features.accounts.words import role_words
from openblock.i18n import _, format_day, p_
from openblock.storage.store import Consultation
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px


class PeopleDialog(AccountsDialog):
    """The list on top of a stack; a form, the question before taking away, or the key over it."""

    draft_form = "accounts.person"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("People and roles"), QSize(760, 520), parent)
        self.model = RowsTableModel(_columns(), key=lambda row: row.account_id)
        self.view = RowsView(self.model)
        self.view.setAccessibleName(_("People and roles"))
        self.search = QLineEdit()
        self.pages = QStackedWidget()
        self.pages.setStyleSheet("QStackedWidget { background: transparent; }")
        self.refusal = sentence("", "problem")
        self.refusal.hide()
        self._acts: dict[str, QPushButton] = {}
        self._list = self._list_page()
        self.pages.addWidget(self._list)
        self.column.addWidget(self.pages)
        desk.consult(Consultation("accounts", "all"))
        self.refresh()
        self.view.setFocus()
        if typed := self.kept_draft():
            self.open_pane(NewPersonPane(desk, typed))

    @property
    def chosen(self) -> AccountRow | None:
        """The person the list stands on."""
        row = self.view.chosen()
        return row if isinstance(row, AccountRow) else None

    def refresh(self) -> None:
        """Read the list again; the selection stays."""
        kept = self.chosen
        self.model.set_rows(self.desk.read(queries.accounts))
        if kept is not None:
            self.view.choose(kept.account_id)
        elif self.model.rows:
            self.view.selectRow(0)
        self.view.fit()
        self._offer()

    def open_pane(self, pane: Pane) -> None:
        """Show ``pane`` in the place of the list."""
        if isinstance(pane, PersonPane):
            pane.saved.connect(self._saved)
            pane.left.connect(self._left_on_purpose)
        self._refuse(None)
        self.pages.addWidget(pane)
        self.pages.setCurrentWidget(pane)
        pane.setFocus()

    def add(self) -> None:
        """Ask for a new person."""
        self.open_pane(NewPersonPane(self.desk, {}))

    def change(self) -> None:
        """Ask for another name or role of the chosen person."""
        if self.chosen and self.chosen.active:
            self.open_pane(NameAndRolePane(self.desk, self.chosen))

    def give_password(self) -> None:
        """Ask for a new password of the chosen person, who may have left and returns."""
        if self.chosen:
            self.open_pane(GivenPasswordPane(self.desk, self.chosen))

    def dismiss(self) -> None:
        """Ask whether the chosen person shall sign in no more."""
        if self.chosen and self.chosen.active:
            pane = _QuestionPane(self.chosen)
            pane.yes.clicked.connect(self._dismiss)
            pane.no.clicked.connect(self.back)
            self.open_pane(pane)

    def renew_key(self) -> None:
        """Make a new recovery key; the printed one opens nothing from here on."""
        try:
            key = renew_recovery_key(self.desk.store)
        except KnownError as refusal:
            self._refuse(refusal)
            return
        block = self.desk.block.name
        card = RecoveryCard(key, lambda: key_sheet(block, key), _("Done"))
        card.column.setContentsMargins(0, 0, 0, 0)
        card.confirmed.connect(self.back)
        self.open_pane(card)

    def back(self) -> None:
        """Back to the list."""
        pane = self.pages.currentWidget()
        if pane is not None and pane is not self._list:
            self.pages.removeWidget(pane)
            pane.deleteLater()
        self.pages.setCurrentWidget(self._list)
        self.refresh()
        self.view.setFocus()

    def draft(self) -> dict[str, Any]:
        pane = self.pages.currentWidget()
        return pane.typed() if isinstance(pane, PersonPane) else {}

    def reject(self) -> None:
        """Esc leaves a form first, and the dialog from the list; a new key is not left unread."""
        pane = self.pages.currentWidget()
        if isinstance(pane, RecoveryCard) and self.isVisible():
            return
        if pane is self._list or not self.isVisible():
            super().reject()
        else:
            self.back()

    def keep_draft(self) -> None:
        """Before a lock the form is put away, so that the dialog itself closes."""
        super().keep_draft()
        self.pages.setCurrentWidget(self._list)

    def _saved(self, said: str) -> None:
        self.forget_draft()
        self.desk.say(said)
        self.back()

    def _left_on_purpose(self) -> None:
        self.forget_draft()
        self.back()

    def _dismiss(self) -> None:
        account = self.chosen
        if account is None:
            return
        try:
            dismiss_person(self.desk.store, account)
        except KnownError as refusal:
            self.back()
            self._refuse(refusal)
            return
        self.desk.say(_("{name} signs in no more.").format(name=account.name))
        self.back()

    def _refuse(self, refusal: KnownError | None) -> None:
        self.refusal.setText(words(refusal) if refusal else "")
        self.refusal.setVisible(refusal is not None)

    def _offer(self) -> None:
        chosen = self.chosen
        active = chosen is not None and chosen.active
        self._acts["change"].setEnabled(active)
        self._acts["dismiss"].setEnabled(active)
        self._acts["password"].setEnabled(chosen is not None)
        again = chosen is not None and not chosen.active
        self._acts["password"].setText(_("Let sign in again") if again else _("New password"))
        may_change = self.desk.may("accounts.add_account")
        for each in self._acts.values():
            each.setVisible(may_change)

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.search.setPlaceholderText(_("Find a person"))
        self.search.setAccessibleName(_("Find a person"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.view.proxy.seek)
        self.view.selectionModel().currentChanged.connect(self._offer)
        self.view.activated.connect(self.change)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        column.addWidget(self.refusal)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        acts = (
            ("add", _("Add"), self.add),
            ("change", _("Name and role"), self.change),
            ("password", _("New password"), self.give_password),
            ("dismiss", _("Take away"), self.dismiss),
            ("key", _("New recovery key"), self.renew_key),
        )
        for key, text, act in acts:
            self._acts[key] = button(text, "primary" if key == "add" else "")
            self._acts[key].clicked.connect(act)
            line.addWidget(self._acts[key])
        line.addStretch(1)
        close = button(_("Close"))
        close.clicked.connect(self.reject)
        line.addWidget(close)
        column.addLayout(line)
        return page


class _QuestionPane(Pane):
    """Asked before somebody is shut out; Esc and No leave everything as it is."""

    def __init__(self, account: AccountRow) -> None:
        super().__init__()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(sentence(account.name, "name"))
        self.column.addWidget(
            sentence(
                _(
                    "This person signs in no more, and the password is destroyed. The log and "
                    "everything done stay. With a new password the person can return."
                )
            )
        )
        self.yes = button(_("Sign in no more"), "danger")
        self.no = button(_("Leave as it is"), "primary")
        line = QHBoxLayout()
        line.addWidget(self.no)
        line.addStretch(1)
        line.addWidget(self.yes)
        self.column.addStretch(1)
        self.column.addLayout(line)
        self.setFocusProxy(self.no)

    def leave(self) -> None:
        self.no.click()


def _state(row: AccountRow) -> str:
    if not row.active:
        return _("signs in no more")
    return _("must change the password") if row.must_change_password else _("may sign in")


def _columns() -> tuple[Column, ...]:
    return (
        Column(p_("person", "Name"), lambda row: row.name, strong=True),
        Column(
            _("Role"),
            lambda row: role_words(row.role),
            tooltip=lambda row: role_explained(row.role),
        ),
        Column(
            _("State"),
            _state,
            tone=lambda row: "text" if row.active else "text3",
        ),
        Column(
            _("Added"),
            lambda row: format_day(clock.day_of(row.added_at)),
            sort=lambda row: row.added_at,
        ),
    )

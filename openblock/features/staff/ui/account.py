"""Which account an officer signs in with: said beneath the card, set by an administrator."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts.queries import AccountRow, accounts
from openblock.features.accounts.rights import Role
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.features.staff.queries import OfficerRow, officer_account
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, labelled
from openblock.ui.icons import icon
from openblock.ui.messages import words
from openblock.ui.theme import px


class OwnAccount(QFrame):
    """Seen by whoever may read the accounts; one command saves it, and undo takes it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self._may_read = desk.may("accounts.accounts")
        self._may_link = desk.may("staff.link_officer")
        self._row: OfficerRow | None = None
        self._linked: int | None = None
        self.said = labelled("", "strong")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.change_button = QPushButton(_("Change…"))
        self.field = Field("account", _("Signs in as"), Choice())
        self.save_button = QPushButton(_("Save"))
        self.leave_button = QPushButton(_("Do not save"))
        self._lay_out()
        self._listen()
        self.show_officer(None)

    def show_officer(self, row: OfficerRow | None) -> None:
        """Show whose account ``row``'s is; what is being chosen for the same officer stays."""
        self.setVisible(row is not None and self._may_read)
        same = row is not None and self._row is not None and row.officer_id == self._row.officer_id
        self._row = row
        if row is None or not self._may_read:
            return
        self._linked = self._desk.read(officer_account, row.officer_id)
        names = {each.account_id: each.name for each in self._desk.read(accounts)}
        self.said.setText(names.get(self._linked or 0, _("no account")))
        if not (same and self.choosing):
            self._show_choosing(choosing=False)

    @property
    def choosing(self) -> bool:
        """Whether another account is being chosen."""
        return not self._chooser.isHidden()

    def choose(self) -> None:
        """Offer the accounts of everybody who is no trainee."""
        rows = [each for each in self._desk.read(accounts) if self._offered(each)]
        self.field.editor.set_options(
            [(None, _("no account")), *((each.account_id, each.name) for each in rows)]
        )
        self.field.set_value(self._linked)
        self.field.say("")
        self._show_choosing(choosing=True)
        self.field.setFocus()

    def save(self) -> None:
        """Send what was chosen; a refusal is said beside it, and the choice stays."""
        row = self._row
        if row is None or not self.choosing:
            return
        chosen = self.field.value()
        if chosen == self._linked:
            self.leave()
            return
        said = (
            _("{name} signs in as {account}").format(
                name=row.name, account=self.field.editor.currentText()
            )
            if chosen is not None
            else _("{name} has no account").format(name=row.name)
        )
        try:
            request = LinkOfficer(row.officer_id, chosen, seen=(self._linked,))
            self._desk.attempt(link_officer, request, said)
        except RuleBroken as refusal:
            self.field.say(words(refusal))
            return
        except KnownError as refusal:
            self._desk.refuse(refusal)
        self.leave()

    def leave(self) -> None:
        """Back to what is stored."""
        self._show_choosing(choosing=False)
        self.show_officer(self._row)
        self.change_button.setFocus()

    def _offered(self, each: AccountRow) -> bool:
        """What is held now stays on offer, whatever has become of that account."""
        return each.account_id == self._linked or (each.active and each.role != Role.TRAINEE)

    def _show_choosing(self, *, choosing: bool) -> None:
        self._chooser.setVisible(choosing)
        self._line.setVisible(not choosing)

    def _lay_out(self) -> None:
        self.change_button.setToolTip(_("Choose which account is this officer's own"))
        self.change_button.setVisible(self._may_link)
        self.save_button.setProperty("kind", "primary")
        self.save_button.setIcon(icon("save", "onaccent"))
        self.save_button.setToolTip(_("Save (Enter)"))
        self.leave_button.setToolTip(_("Leave without saving (Esc)"))
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.said, 1)
        line.addWidget(self.change_button)
        self._chooser = QWidget()
        chooser = QVBoxLayout(self._chooser)
        chooser.setContentsMargins(0, 0, 0, 0)
        chooser.addWidget(self.field)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.save_button)
        chooser.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(8), px(16), px(12))
        column.setSpacing(px(2))
        column.addWidget(self.field.label)
        column.addWidget(self._line)
        column.addWidget(self._chooser)

    def _listen(self) -> None:
        self.change_button.clicked.connect(self.choose)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.leave)
        for keys, act in ((("Return", "Enter"), self.save), (("Esc",), self.leave)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self._chooser)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)

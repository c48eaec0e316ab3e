"""Changing one's own password."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from openblock.errors import KnownError
from openblock.features.accounts import queries
from openblock.features.accounts.session import change_own_password
from openblock.features.accounts.ui.dialog import AccountsDialog
from openblock.features.accounts.ui.new_password_form import NewPasswordForm
from openblock.features.accounts.ui.pane import Pane, button
from openblock.features.accounts.ui.password_edit import PasswordEdit
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.forms import Field, Form
from openblock.ui.messages import words


class PasswordDialog(AccountsDialog):
    """Asks for the present password, and the new one twice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("My password"), QSize(420, 340), parent)
        mine = desk.read(queries.own_account, desk.actor.account_id)
        if mine is None:
            raise KnownError("account-gone")
        self._mine = mine
        self.current = Form(above=True)
        self.current.add(Field("current", _("Present password"), PasswordEdit()))
        self.form = NewPasswordForm(desk.actor.name)
        self._pane = _PasswordPane(self)
        save = button(_("Change the password"), "primary")
        save.clicked.connect(self.save)
        leave = button(_("Leave"))
        leave.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(leave)
        line.addWidget(save, 1)
        for each in (self.current, self.form, self._pane.refusal):
            self._pane.column.addWidget(each)
        self._pane.column.addStretch(1)
        self._pane.column.addLayout(line)
        self.column.addWidget(self._pane)
        self.current.fields["current"].setFocus()

    def save(self) -> None:
        """Change it, or say beside the field why not."""
        desk, form = self.desk, self.form
        self._pane.say([])
        try:
            current = str(self.current.fields["current"].value())
            change_own_password(desk.store, self._mine, current, form.password, form.again)
        except KnownError as refusal:
            self._refuse(refusal)
            return
        desk.say(_("Your password was changed."))
        self.accept()

    def _refuse(self, refusal: KnownError) -> None:
        if refusal.code in {"wrong-password", "wait"}:
            self.current.fields["current"].say(words(refusal))
            self.current.fields["current"].setFocus()
        else:
            self._pane.refuse(refusal, self.form)


class _PasswordPane(Pane):
    def __init__(self, dialog: PasswordDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self.column.setContentsMargins(0, 0, 0, 0)

    def confirm(self) -> None:
        self._dialog.save()

    def leave(self) -> None:
        self._dialog.reject()

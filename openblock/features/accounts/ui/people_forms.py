"""The forms of people and roles: a new person, name and role, a new password."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from openblock.errors import KnownError
from openblock.features.accounts import commands
from openblock.features.accounts.queries import AccountRow
from openblock.features.accounts.rights import Role
from openblock.features.accounts.session import (
    add_person,
    give_password,
    readmit_person,
    rename_person,
)
from openblock.features.accounts.ui.new_password_form import NewPasswordForm
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.features.accounts.ui.role_words import role_choices, role_explained
from openblock.i18n import LANGUAGES, _
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, Field, Form, TextEdit

_LANGUAGE_NAMES = {"lv": "Latviešu", "en": "English"}


class PersonPane(Pane):
    """Leaves with ``saved`` and a sentence for the status bar, or with ``left``."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, title: str, explanation: str, last_words: str) -> None:
        super().__init__()
        self.desk = desk
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(sentence(title, "name"))
        if explanation:
            self.column.addWidget(sentence(explanation))
        self._save = button(last_words, "primary")
        self._save.clicked.connect(self.confirm)
        self._leave = button(_("Back"))
        self._leave.clicked.connect(self.leave)

    def leave(self) -> None:
        """Back to the list without a change."""
        self.left.emit()

    def finish_column(self, *forms: Form) -> None:
        """Put the forms, the refusal and the buttons in reading order."""
        for each in (*forms, self.refusal):
            self.column.addWidget(each)
        self.column.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self._leave)
        line.addStretch(1)
        line.addWidget(self._save)
        self.column.addLayout(line)
        self.setFocusProxy(next(iter(forms[0].fields.values())))

    def typed(self) -> dict[str, Any]:
        """What a draft keeps: never a password."""
        return {}


class NewPersonPane(PersonPane):
    """Name, role, language, and a first password that must be changed when first used."""

    def __init__(self, desk: Desk, typed: dict[str, Any]) -> None:
        super().__init__(
            desk,
            _("A new person"),
            _("Tell the first password in person; it must be changed when it is first used."),
            _("Add"),
        )
        self.form = _person_form()
        self.form.fill({"role": Role.DUTY_OFFICER, "language": desk.actor.language, **typed})
        self.passwords = NewPasswordForm()
        self.form.fields["name"].edited.connect(self._tell_name)
        self.finish_column(self.form, self.passwords)

    def confirm(self) -> None:
        """Add the person, or say beside the fields why not."""
        typed, passwords = self.form.values(), self.passwords
        if not self.form.check():
            return
        try:
            add_person(
                self.desk.store,
                str(typed["name"]),
                str(typed["role"]),
                str(typed["language"]),
                (passwords.password, passwords.again),
            )
        except KnownError as refusal:
            self._refused(refusal)
            return
        self.saved.emit(_("{name} may sign in now.").format(name=typed["name"]))

    def typed(self) -> dict[str, Any]:
        typed = self.form.values()
        return typed if typed["name"] else {}

    def _refused(self, refusal: KnownError) -> None:
        problems = getattr(refusal, "problems", ())
        if any(problem.field in self.form.fields for problem in problems):
            self.refuse(refusal, self.form)
            self.say([])
        else:
            self.refuse(refusal, self.passwords)

    def _tell_name(self) -> None:
        self.passwords.name = str(self.form.fields["name"].value())


class NameAndRolePane(PersonPane):
    """Another name or role of somebody who may sign in."""

    def __init__(self, desk: Desk, account: AccountRow) -> None:
        super().__init__(desk, account.name, _("The log keeps the former name."), _("Save"))
        self._account = account
        self.form = _person_form(language=False)
        self.form.fill({"name": account.name, "role": account.role})
        self.finish_column(self.form)

    def confirm(self) -> None:
        """Save what was changed, or say beside the fields why not."""
        typed, account = self.form.values(), self._account
        try:
            if typed["role"] != account.role:
                request = commands.ChangeRole(account.account_id, typed["role"], account.version)
                self.desk.attempt(commands.change_role, request, _("Role changed"))
            if typed["name"] != account.name:
                version = account.version + int(typed["role"] != account.role)
                rename_person(self.desk.store, account, str(typed["name"]), version)
        except KnownError as refusal:
            self.refuse(refusal, self.form)
            return
        self.saved.emit(_("Saved: {name}").format(name=typed["name"]))


class GivenPasswordPane(PersonPane):
    """A new password for somebody who forgot it, or who returns."""

    def __init__(self, desk: Desk, account: AccountRow) -> None:
        super().__init__(
            desk,
            account.name,
            _("Tell the new password in person; it must be changed when it is first used."),
            _("Give the password") if account.active else _("Let sign in again"),
        )
        self._account = account
        self.form = NewPasswordForm(account.name)
        self.finish_column(self.form)

    def confirm(self) -> None:
        """Give it, or say beside the fields why not."""
        account, form = self._account, self.form
        give = give_password if account.active else readmit_person
        try:
            give(self.desk.store, account, form.password, form.again)
        except KnownError as refusal:
            self.refuse(refusal, form)
            return
        self.saved.emit(_("{name} has a new password.").format(name=account.name))


def _person_form(*, language: bool = True) -> Form:
    form = Form(above=True)
    form.add(Field("name", _("Surname and given name"), TextEdit(), needed=True))
    role = form.add(Field("role", _("Role"), Choice(role_choices())))
    explained = sentence("", "hint")
    form.add_widget(explained)

    def explain() -> None:
        explained.setText(role_explained(str(role.value())))

    role.edited.connect(explain)
    explain()
    if language:
        names = [(code, _LANGUAGE_NAMES[code]) for code in LANGUAGES]
        form.add(Field("language", _("Language"), Choice(names)))
    return form

"""What may be done to the accounts of other people."""

from __future__ import annotations

from dataclasses import dataclass

from openblock.errors import Problem
from openblock.features.accounts import rules
from openblock.features.accounts.commands.stored import (
    good_name,
    keep_an_administrator,
    known,
    new_account,
    stored_account,
)
from openblock.features.accounts.rights import Role
from openblock.i18n import LANGUAGES
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class AddAccount:
    """A new person; the key slot ``slot_id`` has been made just before."""

    slot_id: str
    name: str
    role: str
    language: str


@dataclass(frozen=True, slots=True)
class RenameAccount:
    """The account's new name; ``version`` is the one the form showed."""

    account_id: int
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class ChangeRole:
    """The account's new role; ``version`` is the one the form showed."""

    account_id: int
    role: str
    version: int


@dataclass(frozen=True, slots=True)
class DeactivateAccount:
    """This person signs in no more; the row stays, for the log names it."""

    account_id: int


@dataclass(frozen=True, slots=True)
class ReactivateAccount:
    """A person returns with a new key slot, and so with a new password."""

    account_id: int
    slot_id: str


@dataclass(frozen=True, slots=True)
class NotePasswordGiven:
    """An administrator gave this person a new password; it must be changed when first used."""

    account_id: int


def add_account(work: Work, request: AddAccount) -> Done:
    """Let a person sign in (SEC-01); RuleBroken for a bad or taken name or an unknown role."""
    account = new_account(work, request.slot_id, request.name, request.role)
    account.language = known(
        request.language, LANGUAGES, Problem("language-unknown", field="language")
    )
    account.must_change_password = True
    work.session.flush()
    work.about("account", account.id)
    return Done(account.id)


def rename_account(work: Work, request: RenameAccount) -> Done:
    """Write a person's name anew; the log keeps the former one."""
    account = stored_account(work, request.account_id, request.version)
    account.name = good_name(work, request.name, but=account.id)
    account.name_key = rules.name_key(account.name)
    return Done()


def change_role(work: Work, request: ChangeRole) -> Done:
    """Give a person another role; RuleBroken when no administrator would be left (SEC-01)."""
    account = stored_account(work, request.account_id, request.version)
    before = account.role
    account.role = known(request.role, tuple(Role), Problem("role-unknown", field="role"))
    keep_an_administrator(work)
    work.session.flush()
    back = ChangeRole(account.id, before, account.version)
    return Done(undo=Step(change_role, back))


def deactivate_account(work: Work, request: DeactivateAccount) -> Done:
    """Let a person sign in no more; the former key slot comes back, to be removed."""
    account = stored_account(work, request.account_id)
    slot_id, account.slot_id, account.active = account.slot_id, None, False
    keep_an_administrator(work)
    return Done(slot_id)


def reactivate_account(work: Work, request: ReactivateAccount) -> Done:
    """Let a person sign in again, with a password that must be changed when first used."""
    account = stored_account(work, request.account_id)
    account.slot_id, account.active = request.slot_id, True
    account.must_change_password = True
    return Done()


def note_password_given(work: Work, request: NotePasswordGiven) -> Done:
    """Record that an administrator gave this person a new password."""
    stored_account(work, request.account_id).must_change_password = True
    return Done()

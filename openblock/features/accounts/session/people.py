"""Accounts and their key slots changed together, in an order that locks nobody out by a crash."""

from __future__ import annotations

from contextlib import suppress

from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.accounts import commands, queries, rules
from openblock.features.accounts.queries import AccountRow
from openblock.features.accounts.rights import may
from openblock.storage import keys
from openblock.storage.audit import Entry
from openblock.storage.store import Command, Done, Store


def add_person(
    store: Store, name: str, role: str, language: str, passwords: tuple[str, str]
) -> int:
    """Let a new person sign in; the account's number. RuleBroken with everything wrong.

    ``passwords`` are the first password and the same typed again.
    The slot is made first: a crash leaves a slot without an account, which opens nothing and is
    swept away at an administrator's next sign-in.
    """
    _demand_password(*passwords, name)
    _demand_right(store, "accounts.add_account")
    tidy = rules.tidy_name(name)
    slot = keys.add_slot(store.path, store.dek, tidy, passwords[0])
    request = commands.AddAccount(slot.slot_id, tidy, role, language)
    done = _run_or_remove(store, slot, commands.add_account, request)
    store.settle()
    return int(done.value)


def rename_person(store: Store, account: AccountRow, name: str, version: int) -> None:
    """Write a name anew, in the account and on the door; ``version`` is the row's known one."""
    tidy = rules.tidy_name(name)
    request = commands.RenameAccount(account.account_id, tidy, version)
    store.run(commands.rename_account, request)
    if account.slot_id is not None:
        keys.rename_slot(store.path, store.dek, account.slot_id, tidy)
        store.settle()


def give_password(store: Store, account: AccountRow, password: str, again: str) -> None:
    """Give somebody a new password, to be changed when it is first used.

    The row is first: a crash in between leaves the former password good.
    """
    _demand_password(password, again, account.name)
    request = commands.NotePasswordGiven(account.account_id)
    store.run(commands.note_password_given, request)
    keys.change_password(store.path, store.dek, str(account.slot_id), password)
    store.settle()


def change_own_password(
    store: Store, account: AccountRow, current: str, password: str, again: str
) -> None:
    """Change the signed-in person's password.

    Raises KnownError "wrong-password" or "wait" for the current one, RuleBroken for the new one.
    """
    _demand_password(password, again, account.name)
    if rules.plain_password(current) == rules.plain_password(password):
        raise RuleBroken(rules.same_password())
    keys.unlock(store.path, str(account.slot_id), current)
    keys.change_password(store.path, store.dek, str(account.slot_id), password)
    store.run(commands.note_password_changed, commands.NotePasswordChanged())
    store.settle()


def dismiss_person(store: Store, account: AccountRow) -> None:
    """Let a person sign in no more: the row first, for it alone already shuts the door."""
    request = commands.DeactivateAccount(account.account_id)
    slot_id = store.run(commands.deactivate_account, request).value
    if slot_id is not None:
        _remove(store, slot_id)
        store.settle()


def readmit_person(store: Store, account: AccountRow, password: str, again: str) -> None:
    """Let a person sign in again, with a password to be changed when it is first used."""
    _demand_password(password, again, account.name)
    _demand_right(store, "accounts.reactivate_account")
    slot = keys.add_slot(store.path, store.dek, account.name, password)
    request = commands.ReactivateAccount(account.account_id, slot.slot_id)
    _run_or_remove(store, slot, commands.reactivate_account, request)
    store.settle()


def renew_recovery_key(store: Store) -> str:
    """A new recovery key to print; logged, and the former one opens nothing any more."""
    store.run(commands.note_recovery_key_renewed, commands.NoteRecoveryKeyRenewed())
    recovery_key = keys.new_recovery_key(store.path, store.dek)
    store.settle()
    return recovery_key


def change_block_setting(store: Store, request: commands.ChangeSetting) -> Done:
    """Change a setting; whether names are listed is also written where the door can read it."""
    done = store.run(commands.change_setting, request)
    if request.key == "list_names":
        keys.show_names(store.path, store.dek, shown=bool(request.value))
        store.settle()
    return done


def remove_stray_slots(store: Store) -> int:
    """Take away slots without an active account, which a crash may leave; how many there were."""
    known = {account.slot_id for account in store.read(queries.accounts) if account.active}
    strays = [
        slot.slot_id
        for slot in keys.list_slots(store.path)
        if slot.kind == keys.PASSWORD and slot.slot_id not in known
    ]
    for slot_id in strays:
        _remove(store, slot_id)
    if strays:
        store.settle()
    return len(strays)


def _demand_password(password: str, again: str, name: str) -> None:
    problems = rules.password_problems(password, again, name)
    if problems:
        raise RuleBroken(*problems)


def _demand_right(store: Store, operation: str) -> None:
    """No slot for whoever may not make one; refused and logged as the store itself would."""
    role = store.actor.role if store.actor else ""
    if not may(role, operation):
        store.note(Entry("refused", details={"operation": operation}))
        raise NotAllowed(operation, role)


def _run_or_remove(store: Store, slot: keys.Slot, command: Command, request: object) -> Done:
    try:
        return store.run(command, request)
    except BaseException:
        _remove(store, slot.slot_id)
        raise


def _remove(store: Store, slot_id: str) -> None:
    # Gone already: another administrator was quicker, and the end is the same.
    with suppress(KnownError):
        keys.remove_slot(store.path, store.dek, slot_id)

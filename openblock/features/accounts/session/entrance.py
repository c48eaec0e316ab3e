"""The door of one block file: who may come in, by password or by the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openblock.errors import KnownError, NotAllowed, RuleBroken, StorageTrouble
from openblock.features.accounts import commands, queries, rules
from openblock.features.accounts.queries import AccountRow
from openblock.features.accounts.rights import Role, may
from openblock.features.accounts.session import opening
from openblock.features.accounts.session.opening import Opener, Upgrade
from openblock.features.accounts.session.people import remove_stray_slots
from openblock.i18n import sort_key
from openblock.storage import delay, keys
from openblock.storage.audit import Entry
from openblock.storage.slots import key_file_of
from openblock.storage.store import Actor, Store

FAILED = "sign-in-failed"
RECOVERED = "recovery-key-used"


@dataclass(frozen=True, slots=True)
class Opened:
    """A store with somebody signed in; ``must_change_password`` before anything else is done."""

    store: Store
    account: AccountRow


@dataclass(frozen=True, slots=True)
class Recovered:
    """The file opened with the recovery key; one of ``administrators`` gets a new password."""

    store: Store
    administrators: tuple[AccountRow, ...]


class Entrance:
    """One per block file; remembers who came in last, so that a lock knows whose work it was."""

    def __init__(self, path: Path, *, upgrade: Upgrade, newest: int) -> None:
        self.path = path
        self.opener = Opener(upgrade, newest)
        self._slots: dict[int, str] = {}

    @property
    def is_new(self) -> bool:
        """Whether there is no block here yet, so that the first-start wizard is due."""
        return not self.path.exists() and not key_file_of(self.path).exists()

    def trouble(self) -> StorageTrouble | None:
        """What can be seen to be wrong with the file before anyone has given a password."""
        if not self.path.is_file():
            return StorageTrouble("file-missing", path=str(self.path))
        if self.path.stat().st_size == 0:
            return StorageTrouble("file-empty", path=str(self.path))
        try:
            keys.list_slots(self.path)
        except StorageTrouble as trouble:
            return trouble
        return None

    def people(self) -> tuple[keys.Slot, ...]:
        """Who may sign in, in Latvian order. Raises StorageTrouble as the key file's reader."""
        slots = (slot for slot in keys.list_slots(self.path) if slot.kind == keys.PASSWORD)
        return tuple(sorted(slots, key=lambda slot: sort_key(slot.name)))

    def lists_names(self) -> bool:
        """Whether the names may be shown to whoever passes by."""
        return keys.lists_names(self.path)

    def named(self, typed: str) -> keys.Slot | None:
        """The person of exactly this name, case aside: where names are not listed."""
        wanted = rules.name_key(typed)
        return next((slot for slot in self.people() if rules.name_key(slot.name) == wanted), None)

    def seconds_left(self, slot_id: str) -> int:
        """How long this person must wait after wrong passwords, in seconds."""
        return delay.seconds_left(self.path, slot_id)

    def slot_of(self, account_id: int) -> str:
        """The key slot of somebody who signed in here since the start, or ""."""
        return self._slots.get(account_id, "")

    def sign_in(self, slot_id: str, password: str) -> Opened:
        """Open the file with this person's password; logged, with the failures before it.

        Raises KnownError "wrong-password", "wait" (``seconds``), "no-such-slot",
        "account-inactive", and StorageTrouble when the file cannot be opened.
        """
        failed = delay.failures(self.path, slot_id)
        dek = keys.unlock(self.path, slot_id, password)
        store = self.opener.open(self.path, dek)
        try:
            account = self._come_in(store, slot_id)
            if failed:
                about = (("account", str(account.account_id)),)
                store.note(Entry(FAILED, about, details={"times": failed}))
            if account.role == Role.ADMINISTRATOR:
                remove_stray_slots(store)
        except BaseException:
            opening.release(store)
            raise
        return Opened(store, account)

    def recover(self, recovery_key: str) -> Recovered:
        """Open the file with the printed recovery key; the use is logged at once.

        Raises KnownError "recovery-key-mistyped" (``group``), "wrong-recovery-key", and
        StorageTrouble when the file cannot be opened.
        """
        dek = keys.unlock_with_recovery(self.path, recovery_key)
        store = self.opener.open(self.path, dek)
        try:
            store.note(Entry(RECOVERED))
            opening.stand_at_door(store, "")
            administrators = store.read(queries.administrators)
        except BaseException:
            store.close()
            raise
        return Recovered(store, administrators)

    def take_over(
        self, recovered: Recovered, account: AccountRow, password: str, again: str
    ) -> tuple[Opened, str]:
        """Give the administrator ``account`` a new password, sign in, and make a new key to print.

        The used recovery key opens nothing from here on. Raises RuleBroken for a bad password.
        """
        problems = rules.password_problems(password, again, account.name)
        if problems:
            raise RuleBroken(*problems)
        store = recovered.store
        slots = {slot.slot_id for slot in self.people()}
        dek, actor = store.dek, _actor(account)
        if account.slot_id in slots:
            keys.change_password(self.path, dek, str(account.slot_id), password)
            store.sign_in(actor)
        else:
            slot = keys.add_slot(self.path, dek, account.name, password)
            store.sign_in(actor)
            request = commands.ReactivateAccount(account.account_id, slot.slot_id)
            store.run(commands.reactivate_account, request)
        store.run(commands.note_password_changed, commands.NotePasswordChanged())
        store.run(commands.note_recovery_key_renewed, commands.NoteRecoveryKeyRenewed())
        recovery_key = keys.new_recovery_key(self.path, dek)
        store.settle()
        mine = store.read(queries.own_account, account.account_id) or account
        self._slots[mine.account_id] = str(mine.slot_id)
        return Opened(store, mine), recovery_key

    def _come_in(self, store: Store, slot_id: str) -> AccountRow:
        opening.stand_at_door(store, "")
        account = store.read(queries.account_of_slot, slot_id)
        store.actor = None
        if account is None or not account.active:
            raise KnownError("account-inactive")
        store.sign_in(_actor(account))
        self._slots[account.account_id] = slot_id
        return account


def restorer(slot_id: str) -> Callable[[Callable[..., Any]], Actor]:
    """Finds in a backup whose slot opened it, for nobody is signed in where it is restored.

    What it gives raises KnownError "account-inactive", and NotAllowed for a role that may not
    put another file in the place of the block's own (SEC-01).
    """

    def admit(ask: Callable[..., Any]) -> Actor:
        account = ask(queries.account_of_slot, slot_id)
        if account is None or not account.active:
            raise KnownError("account-inactive")
        if not may(account.role, "storage.restore"):
            raise NotAllowed("storage.restore", account.role)
        return _actor(account)

    return admit


def _actor(account: AccountRow) -> Actor:
    return Actor(account.account_id, account.name, account.role, account.language)

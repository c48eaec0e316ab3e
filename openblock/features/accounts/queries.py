"""What can be read of accounts, settings and drafts; frozen data, never a stored row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.accounts.rights import Role, may
from openblock.features.accounts.rules.settings import DEFAULTS, SETTINGS, SettingValue
from openblock.features.accounts.tables import Account, Draft, SettingRow
from openblock.i18n import sort_key
from openblock.storage import log
from openblock.storage.acts import ASKER, Actor
from openblock.storage.log import LogFilter, LogRow


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account; ``slot_id`` is None for a person who signs in no more."""

    account_id: int
    slot_id: str | None
    name: str
    role: str
    language: str
    theme: str
    text_size: int
    active: bool
    must_change_password: bool
    added_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class StoredSetting:
    """A setting as it stands; version 0 means nobody has changed it from its default."""

    key: str
    value: SettingValue
    version: int


@dataclass(frozen=True, slots=True)
class LogChoices:
    """The people (account number, name) and the operations to choose from."""

    people: tuple[tuple[int, str], ...]
    operations: tuple[str, ...]


def accounts(session: Session) -> tuple[AccountRow, ...]:
    """Every account, those who may sign in first, each group in Latvian order."""
    rows = [_row(account) for account in session.scalars(select(Account))]
    return tuple(sorted(rows, key=lambda row: (not row.active, sort_key(row.name))))


def own_account(session: Session, account_id: int) -> AccountRow | None:
    """The account of the signed-in person; another's only for who may read all of them."""
    if not _is_own(session, account_id) and not may(_asker(session).role, "accounts.accounts"):
        return None
    account = session.get(Account, account_id)
    return _row(account) if account else None


def account_of_slot(session: Session, slot_id: str) -> AccountRow | None:
    """Whose key slot this is: asked at the door, before anyone is signed in."""
    account = session.scalars(select(Account).where(Account.slot_id == slot_id)).one_or_none()
    return _row(account) if account else None


def administrators(session: Session) -> tuple[AccountRow, ...]:
    """Who can be given a new password with the recovery key: asked at the door."""
    return tuple(row for row in accounts(session) if row.active and row.role == Role.ADMINISTRATOR)


def settings(session: Session) -> Mapping[str, SettingValue]:
    """Every setting's value by its key, defaults included."""
    stored = {row.key: row.value for row in session.scalars(select(SettingRow))}
    return {key: stored.get(key, default) for key, default in DEFAULTS.items()}


def setting_rows(session: Session) -> tuple[StoredSetting, ...]:
    """Every setting with the version of its row, in the order they are shown."""
    stored = {row.key: row for row in session.scalars(select(SettingRow))}
    return tuple(
        StoredSetting(key, stored[key].value, stored[key].version)
        if key in stored
        else StoredSetting(key, setting.default, 0)
        for key, setting in SETTINGS.items()
    )


def own_draft(session: Session, account_id: int, form: str) -> Mapping[str, Any] | None:
    """What this person had typed into ``form``; None when nothing is kept, or it is another's."""
    if not _is_own(session, account_id):
        return None
    own = select(Draft.content).where(Draft.account_id == account_id, Draft.form == form)
    content: dict[str, Any] | None = session.scalars(own).one_or_none()
    return content


def log_rows(session: Session, wanted: LogFilter) -> tuple[LogRow, ...]:
    """Rows of the log of who did and saw what, the newest first (SEC-02)."""
    return log.log_rows(session, wanted)


def log_choices(session: Session) -> LogChoices:
    """What the log can be filtered by."""
    people = tuple((row.account_id, row.name) for row in accounts(session))
    return LogChoices(people, log.operations(session))


def _asker(session: Session) -> Actor:
    actor: Actor = session.info[ASKER]
    return actor


def _is_own(session: Session, account_id: int) -> bool:
    return _asker(session).account_id == account_id


def _row(account: Account) -> AccountRow:
    return AccountRow(
        account_id=account.id,
        slot_id=account.slot_id,
        name=account.name,
        role=account.role,
        language=account.language,
        theme=account.theme,
        text_size=account.text_size,
        active=account.active,
        must_change_password=account.must_change_password,
        added_at=account.added_at,
        version=account.version,
    )

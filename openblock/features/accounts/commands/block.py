"""What may be done to the block as a whole: its first set-up, its settings, its recovery key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import func, select

from openblock.errors import Problem, RuleBroken
from openblock.features.accounts.commands.stored import known, new_account
from openblock.features.accounts.rights import Role
from openblock.features.accounts.rules import settings
from openblock.features.accounts.tables import Account, SettingRow
from openblock.i18n import LANGUAGES
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class SetUp:
    """The first administrator of a new file, and what the first-start wizard asked."""

    slot_id: str
    name: str
    language: str
    settings: Mapping[str, settings.SettingValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoteRecoveryKeyRenewed:
    """A new recovery key was made and the former one opens nothing any more."""


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """A setting's new value; ``version`` is the one the form showed, 0 where none was stored."""

    key: str
    value: settings.SettingValue
    version: int | None = None


def set_up(work: Work, request: SetUp) -> Done:
    """Make the first administrator and the block's settings; RuleBroken when there is one."""
    if work.session.scalar(select(func.count()).select_from(Account)):
        raise RuleBroken(Problem("already-set-up"))
    for key, value in request.settings.items():
        _put_setting(work, key, value)
    account = new_account(work, request.slot_id, request.name, Role.ADMINISTRATOR)
    account.language = known(
        request.language, LANGUAGES, Problem("language-unknown", field="language")
    )
    work.session.flush()
    work.about("account", account.id)
    return Done(account.id)


def note_recovery_key_renewed(work: Work, _request: NoteRecoveryKeyRenewed) -> Done:
    """Record that there is a new recovery key; the key itself is written nowhere."""
    work.about("recovery_key", "")
    return Done()


def change_setting(work: Work, request: ChangeSetting) -> Done:
    """Set one of the block's settings; RuleBroken for a value out of its range."""
    work.about("setting", request.key)
    before = _put_setting(work, request.key, request.value, request.version)
    return Done(undo=Step(change_setting, ChangeSetting(request.key, before)))


def _put_setting(
    work: Work, key: str, value: settings.SettingValue, version: int | None = None
) -> settings.SettingValue:
    tidy = settings.tidy_value(key, value)
    problems = settings.setting_problems(key, tidy)
    if problems:
        raise RuleBroken(*problems)
    row = work.session.get(SettingRow, key)
    if row is not None and version is not None:
        work.expect(row, version)
    if row is None:
        work.session.add(SettingRow(key=key, value=tidy))
        return settings.DEFAULTS[key]
    before: settings.SettingValue = row.value
    row.value = tidy
    return before

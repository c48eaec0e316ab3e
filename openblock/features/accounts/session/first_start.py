"""The first start of a block: everything is made aside, and moved into place once confirmed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts import commands, rules
from openblock.features.accounts.rules import settings
from openblock.features.accounts.session import opening
from openblock.features.accounts.session.entrance import Entrance, Opened
from openblock.storage import keys
from openblock.storage.engine import create_file
from openblock.storage.place import sync_folder
from openblock.storage.slots import key_file_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the wizard asked: the first administrator, the language, and the block's settings."""

    name: str
    password: str
    again: str
    language: str
    settings: Mapping[str, settings.SettingValue] = field(default_factory=dict)


class FirstStart:
    """Until :meth:`finish` nothing stands at the block's own path, so that stopping costs nothing.

    A crash between the two moves at the end is mended by the next :meth:`mend`.
    """

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance
        path = entrance.path
        self._aside = path.with_name(path.name + ".setup")
        self._made = self._aside / path.name
        self._opening: tuple[str, str] | None = None

    def mend(self) -> None:
        """Finish a move that a crash cut in two; drop what an abandoned wizard left."""
        path = self._entrance.path
        if path.exists() and not key_file_of(path).exists() and key_file_of(self._made).exists():
            key_file_of(self._made).replace(key_file_of(path))
        self.abandon()

    def prepare(self, wanted: Wanted) -> str:
        """Make the block aside and give the recovery key to print and type back.

        Raises RuleBroken with everything wrong in ``wanted``, KnownError "block-file-exists",
        StorageTrouble when the file cannot be made there.
        """
        self._demand_good(wanted)
        self.abandon()
        self._aside.mkdir(parents=True, mode=0o700)
        name = rules.tidy_name(wanted.name)
        made = keys.create_keys(self._made, name, wanted.password)
        create_file(self._made, made.dek)
        store = self._entrance.opener.open(self._made, made.dek)
        try:
            opening.stand_at_door(store, name)
            first = commands.SetUp(made.slot.slot_id, name, wanted.language, wanted.settings)
            store.run(commands.set_up, first)
        finally:
            store.close()
        if wanted.settings.get("list_names") is False:
            keys.show_names(self._made, made.dek, shown=False)
        self._opening = (made.slot.slot_id, wanted.password)
        return made.recovery_key

    def finish(self) -> Opened:
        """Move the block into its place and sign the first administrator in."""
        if self._opening is None:
            raise KnownError("signed-out")
        path = self._entrance.path
        self._demand_free()
        last = key_file_of(self._made)
        for part in sorted(self._aside.iterdir(), key=lambda each: each == last):
            part.replace(path.with_name(part.name))
        sync_folder(path.parent)
        self.abandon()
        slot_id, password = self._opening
        self._opening = None
        return self._entrance.sign_in(slot_id, password)

    def abandon(self) -> None:
        """Drop what was made aside; it holds nobody's data yet."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def _demand_good(self, wanted: Wanted) -> None:
        self._demand_free()
        name = rules.tidy_name(wanted.name)
        problems = [
            *(
                problem
                for key, value in wanted.settings.items()
                for problem in settings.setting_problems(key, settings.tidy_value(key, value))
            ),
            *rules.name_problems(name),
            *rules.password_problems(wanted.password, wanted.again, name),
        ]
        if problems:
            raise RuleBroken(*problems)

    def _demand_free(self) -> None:
        path: Path = self._entrance.path
        taken = next((each for each in (path, key_file_of(path)) if each.exists()), None)
        if taken is not None:
            raise KnownError("block-file-exists", path=str(taken))

"""Signing in without a window: which officer, and the password, asked or taken along."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path

from openblock.cli.arguments import Arguments
from openblock.entry import default_file, entrance
from openblock.errors import KnownError
from openblock.features.accounts.session import Entrance
from openblock.i18n import _, set_language
from openblock.storage.keys import Slot
from openblock.storage.store import Store

PASSWORD = "OPENBLOCK_PASSWORD"  # noqa: S105  the variable's name, not a password


def file_of(arguments: Arguments) -> Path:
    """The block's file the command line means."""
    return arguments.database or default_file()


def signed_in(arguments: Arguments) -> Store:
    """The block's store with the officer signed in; speaks the officer's language from here on.

    Raises KnownError "no-such-officer", "wrong-password", "wait", and StorageTrouble.
    """
    door = entrance(file_of(arguments))
    trouble = door.trouble()
    if trouble is not None:
        raise trouble
    slot = who(door, arguments.officer)
    opened = door.sign_in(slot.slot_id, password_of(slot.name))
    if not arguments.language:
        set_language(opened.account.language)
    return opened.store


def who(door: Entrance, name: str) -> Slot:
    """The officer's key slot: named, or asked for where several may sign in."""
    people = door.people()
    if not name and len(people) == 1:
        return people[0]
    slot = door.named(name or _asked(_("Officer: ")))
    if slot is None:
        raise KnownError("no-such-officer")
    return slot


def password_of(name: str) -> str:
    """The password from the environment, or typed without being shown."""
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    return getpass(_("Password of {name}: ").format(name=name))


def _asked(question: str) -> str:
    print(question, end="", file=sys.stderr, flush=True)
    return input()

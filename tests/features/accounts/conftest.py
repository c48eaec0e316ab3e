"""A block with its first administrator, and the door before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from openblock.features.accounts import commands
from openblock.features.accounts.rights import may
from openblock.features.accounts.session import Entrance
from openblock.features.accounts.session.opening import stand_at_door
from openblock.migrations.upgrade import newest, upgrade
from openblock.storage.store import Store, open_store
from tests.conftest import BlankFile

ANNA = "Anna Bērziņa"


@dataclass(frozen=True, slots=True)
class Block:
    """A file whose administrator Anna signs in with ``PASSWORD`` at ``slot_id``."""

    entrance: Entrance
    slot_id: str
    recovery_key: str


def door(path) -> Entrance:
    return Entrance(
        path, upgrade=lambda file, dek: upgrade(file, dek, backups=None), newest=newest()
    )


@pytest.fixture
def block(blank_file: BlankFile) -> Block:
    keys = blank_file.keys
    store = open_store(blank_file.path, keys.dek, may=may, newest=newest())
    stand_at_door(store, ANNA)
    request = commands.SetUp(keys.slot.slot_id, ANNA, "en", {"block_name": "Model block"})
    store.run(commands.set_up, request)
    store.close()
    return Block(door(blank_file.path), keys.slot.slot_id, keys.recovery_key)


SignIn = Callable[..., Store]


@pytest.fixture
def sign_in(block: Block) -> Iterator[SignIn]:
    """Signs somebody in at the door; everything opened is closed at the end."""
    from tests.conftest import PASSWORD

    opened: list[Store] = []

    def go(slot_id: str = "", password: str = PASSWORD) -> Store:
        store = block.entrance.sign_in(slot_id or block.slot_id, password).store
        opened.append(store)
        return store

    yield go
    for store in opened:
        store.close()


@pytest.fixture
def anna(sign_in: SignIn) -> Store:
    """The block's store, Anna the administrator signed in."""
    return sign_in()

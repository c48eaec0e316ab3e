"""A block with its first administrator, and the door before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from openblock.features.accounts import commands
from openblock.features.accounts.rights import may
from openblock.features.accounts.session import Entrance
from openblock.features.accounts.session.opening import stand_at_door
from openblock.features.accounts.ui.door import key_sheet
from openblock.features.accounts.ui.door_frame import DoorFacts
from openblock.features.accounts.ui.sign_in import SignInPage
from openblock.migrations.upgrade import newest, upgrade
from openblock.storage.store import Store, open_store
from openblock.ui.block import Block as ShownBlock
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from openblock.ui.window.house import Doorway
from tests.conftest import BlankFile
from tests.features.accounts.acting import add

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


class Window:
    """Takes what the door hands over, as the window would."""

    def __init__(self):
        self.stores = []
        self.spoken = []
        self.painted = []
        self.closed = 0

    def doorway(self, **change):
        return Doorway(
            signed_in=self.stores.append,
            speak=self.spoken.append,
            paint=self.painted.append,
            close=self._close,
            **change,
        )

    def _close(self):
        self.closed += 1


@pytest.fixture
def window(qapp):
    apply(qapp, "light", 100)
    made = Window()
    yield made
    for store in made.stores:
        store.close()
    apply(qapp, "light", 100)


@pytest.fixture
def show_page(block, window, qtbot):
    def go(facts=None, **change):
        page = SignInPage(
            block.entrance,
            window.doorway(**change),
            facts or DoorFacts(ShownBlock("Model block"), "1.0"),
            lambda key: key_sheet("Model block", key),
        )
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        return page

    return go


@pytest.fixture
def colleagues(anna: Store) -> Store:
    """Three duty officers beside Anna, who have had their password for long."""
    for name in ("Bērziņš Andris", "Šķēle Ģirts", "O'Brien <b>"):
        add(anna, name)
    return anna


@pytest.fixture
def desk(anna: Store, qapp: QApplication) -> Iterator[Desk]:
    """Anna's desk."""
    apply(qapp, "light", 100)
    made = Desk(anna, may=may)
    yield made
    made.worker.close()
    made.close()


@pytest.fixture
def andris(anna: Store) -> int:
    """The account of a duty officer."""
    return add(anna).account_id


@pytest.fixture
def show_dialog(desk: Desk, qtbot):
    """Shows a dialog of accounts at Anna's desk."""

    def go(kind):
        dialog = kind(desk)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return go

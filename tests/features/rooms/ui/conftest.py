"""A small house with people in it, and the rooms tab opened on it as any role."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.accounts.rights import may
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.features.rooms.queries import BedNow, occupancy
from openblock.features.rooms.ui.tab import RoomsTab
from openblock.storage.store import Store
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.conftest import BlankFile, StoreAs
from tests.factories import with_house, with_placement, with_resident
from tests.features.opened import open_tab_on
from tests.features.rooms.conftest import BuiltBlock, built

NOON = datetime(2026, 11, 22, 10, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Block:
    """101 A Bērziņš, 102 A Žukovs and B Vanags (to be kept apart); Zālītis has no bed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.house = with_house(store, {"101": ("A", "B"), "102": ("A", "B")})
        self.beds = dict(self.house.beds)
        self.berzins = with_resident(store, "Bērziņš", "Andrejs")
        self.zukovs = with_resident(store, "Žukovs", "Deniss")
        self.vanags = with_resident(store, "Vanags", "Pēteris")
        self.zalitis = with_resident(store, "Zālītis", "Kaspars")
        with_placement(store, self.berzins, self.beds["101 A"])
        with_placement(store, self.zukovs, self.beds["102 A"])
        with_placement(store, self.vanags, self.beds["102 B"])

    def keep_apart(self) -> None:
        """Žukovs and Vanags must be kept apart from now on, and share room 102."""
        request = OpenKeepApart(self.zukovs, self.vanags, "room", "they threaten each other")
        self.store.run(open_keep_apart, request)

    def bed(self, name: str, at: datetime = NOON) -> BedNow:
        """What a bed is at an instant."""
        beds = self.store.read(occupancy, at).beds
        return next(bed for bed in beds if bed.bed_id == self.beds[name])

    def occupant(self, name: str, at: datetime = NOON) -> int | None:
        """Who is in a bed at an instant."""
        assignment = self.bed(name, at).assignment
        return assignment.content.resident_id if assignment else None


@pytest.fixture
def standing(qapp: QApplication) -> Iterator[None]:
    """Noon of 22 November 2026, in the light theme."""
    apply(qapp)
    with clock.standing_at(NOON):
        yield
    apply(qapp)


def _made(store: Store) -> Block:
    with clock.standing_at(NOON):
        return Block(store)


@pytest.fixture(scope="session")
def shown_block(template_file: BlankFile, tmp_path_factory: pytest.TempPathFactory) -> BuiltBlock:
    return built(template_file, tmp_path_factory.mktemp("shown"), _made)


@pytest.fixture
def block_file(shown_block: BuiltBlock) -> BuiltBlock:
    return shown_block


@pytest.fixture
def block(standing: None, block_file: BuiltBlock, store: Store) -> Block:
    made = copy(block_file.block)
    made.store = store
    return made


@pytest.fixture
def desk(standing: None, store: Store) -> Iterator[Desk]:
    """The administrator's desk."""
    made = Desk(store, may=may)
    yield made
    made.close()


@pytest.fixture
def parent(qtbot: QtBot, standing: None) -> QWidget:
    """What dialogs are opened over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


OpenTab = Callable[..., RoomsTab]


@pytest.fixture
def open_tab(standing: None, qtbot: QtBot, store_as: StoreAs) -> OpenTab:
    """Opens the tab as a role, listening as the window's pages do."""

    def opened(role: str = "administrator", store: Store | None = None) -> RoomsTab:
        return open_tab_on(store or store_as(role), RoomsTab, qtbot, height=648)

    return opened


@pytest.fixture
def tab(block: Block, open_tab: OpenTab) -> RoomsTab:
    """The tab as the administrator who made the block sees it."""
    return open_tab(store=block.store)

"""A roster tab on a small block: three officers of two teams, standing on 22 November 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from openblock import clock
from openblock.features.roster.ui.tab import RosterTab
from openblock.storage.store import Store
from openblock.ui.theme import apply
from tests.conftest import StoreAs
from tests.factories import with_officer, with_templates
from tests.features.opened import open_tab_on

NOON = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def standing(qapp: QApplication) -> Iterator[None]:
    apply(qapp)
    with clock.standing_at(NOON):
        yield


class Block:
    """The store with its people, and tabs opened on it as any role."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.codes = with_templates(store)
        self.berzins = with_officer(store, "1", "Bērziņš", team=1)
        self.kalns = with_officer(store, "2", "Kalns", team=1)
        self.ozols = with_officer(store, "3", "Ozols", team=2)


@pytest.fixture
def block(store: Store) -> Block:
    return Block(store)


OpenTab = Callable[..., RosterTab]


@pytest.fixture
def open_tab(qtbot: QtBot, store_as: StoreAs) -> OpenTab:
    """Opens the tab as a role, listening as the window's pages do."""

    def opened(role: str = "senior_officer", store: Store | None = None) -> RosterTab:
        return open_tab_on(store or store_as(role), RosterTab, qtbot, height=660)

    return opened


@pytest.fixture
def tab(block: Block, open_tab: OpenTab) -> RosterTab:
    """The tab as the administrator who made the block sees it."""
    return open_tab(store=block.store)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """What forms are opened over; they are gone as soon as they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    return made

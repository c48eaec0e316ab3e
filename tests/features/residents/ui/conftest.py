"""The desk of an administrator, a moment that stands, and the residents tab on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from openblock import clock
from openblock.features.accounts.commands import SetUp, set_up
from openblock.features.accounts.rights import may
from openblock.features.residents.ui import tab_spec
from openblock.features.residents.ui.tab import ResidentsTab
from openblock.storage.store import Store
from openblock.ui import theme
from openblock.ui.desk import Desk
from tests.features.residents.ui.screen import NOW, a_block
from tests.rig import settle

ShowTab = Callable[..., ResidentsTab]


@pytest.fixture(autouse=True)
def night() -> Iterator[None]:
    """Sunday, 22.11.2026, 04:52: the clock stands through each of these tests."""
    with clock.standing_at(NOW):
        yield


@pytest.fixture
def desk(qapp: QApplication, store: Store) -> Iterator[Desk]:
    theme.apply(qapp, "light", 100)
    # What is half typed is kept with the account of whoever typed it.
    store.run(set_up, SetUp("slot", "Anna Bērziņa", "en"))
    made = Desk(store, may=may)
    yield made
    made.worker.close()
    made.close()


@pytest.fixture
def show_tab(qtbot, desk: Desk) -> ShowTab:
    """Shows a tab, on the administrator's desk or another, with what is given from outside."""

    def show(on: Desk = desk, **given) -> ResidentsTab:
        tab = tab_spec(**given).make(on)
        qtbot.addWidget(tab)
        # As the window does for the tab on show.
        on.changed.connect(lambda tables: tables & tab.tables and tab.refresh())
        tab.resize(1366, 664)
        with qtbot.waitExposed(tab):
            tab.show()
        settle()
        return tab

    return show


@pytest.fixture
def ids(store: Store) -> dict[str, int]:
    """The people of a small block by surname."""
    return a_block(store)

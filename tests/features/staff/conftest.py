"""The desk of an administrator, four officers and the tab, for the staff screens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from openblock.features.accounts.commands import SetUp, set_up
from openblock.features.accounts.rights import may
from openblock.features.staff.ui import tab_spec
from openblock.features.staff.ui.tab import StaffTab
from openblock.storage.store import Store
from openblock.ui import theme
from openblock.ui.desk import Desk
from tests.features.staff.officers import add


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
def people(store):
    """Four officers in two teams, one of whom has left and one with a certificate that ended."""
    add(store, "A-1", surname="Žagzars", rank="kaprālis")
    add(store, "A-2", surname="Ābelzars", rank="majors", team=None)
    add(store, "A-3", surname="Čiekurzars", team=2, last_day=date(2026, 2, 1))
    add(
        store,
        *("A-4",),
        surname="Cukurzars",
        team=2,
        is_mentor=True,
        mentor_certified_until=date(2026, 3, 1),
    )


@pytest.fixture
def show_tab(qtbot, desk):
    def show() -> StaffTab:
        tab = tab_spec().make(desk)
        qtbot.addWidget(tab)
        tab.resize(1366, 660)
        with qtbot.waitExposed(tab):
            tab.show()
        return tab

    return show

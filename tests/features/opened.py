"""A tab shown as a page of the window shows it."""

from __future__ import annotations

from typing import TypeVar

from pytestqt.qtbot import QtBot

from openblock.features.accounts.rights import may
from openblock.storage.store import Store
from openblock.ui.desk import Desk
from openblock.ui.tab import Tab

_Tab = TypeVar("_Tab", bound=Tab)


def open_tab_on(store: Store, kind: type[_Tab], qtbot: QtBot, height: int) -> _Tab:
    """A tab of ``kind`` that reads again when its tables change, with the keyboard in it."""
    desk = Desk(store, may=may)
    tab = kind(desk)
    desk.setParent(tab)

    def hear(tables: frozenset[str]) -> None:
        if "*" in tables or tables & tab.tables:
            tab.refresh()

    desk.changed.connect(hear)
    qtbot.addWidget(tab)
    tab.resize(1366, height)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.refresh()
    tab.focus_first()
    return tab

"""The menus of the grounds' tab: what a role may not do is not offered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.tab_menu import entries, more_actions
from tests.features.grounds.outside import GroundsBlock
from tests.features.grounds.ui.showings import open_grounds, stored

BOOKER = (
    ["Open", "Change…", "Cancel…"],
    ["Open"],
    ["Book…", "Find a free time…", "Close the area…"],
    ["Fair use…", "Export the area as a calendar…", "Set up areas…"],
)
READER = (
    ["Open"],
    ["Open"],
    ["Find a free time…"],
    ["Fair use…", "Export the area as a calendar…"],
)


@pytest.mark.parametrize(("role", "offered"), [("administrator", BOOKER), ("auditor", READER)])
def test_each_role_is_offered_what_it_may_do(
    qtbot: QtBot,
    qapp: QApplication,
    block: GroundsBlock,
    role: str,
    offered: tuple[list[str], ...],
) -> None:
    tab = open_grounds(qtbot, qapp, block, role)

    def words(row: object) -> list[str]:
        return [said for _icon, said, _act in entries(tab, row)]

    assert words(stored(block, block.football)) == offered[0]
    assert words(stored(block, block.gone)) == offered[1]
    assert words(None) == offered[2]
    assert [action.text() for action in more_actions(tab)] == offered[3]

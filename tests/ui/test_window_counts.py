"""The unit's figures in the status bar follow every change, and lead to where they come from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt

from openblock.errors import KnownError
from openblock.ui.status import StatusBar
from openblock.ui.window.counts import Counts, CountsLine
from tests.ui.conftest import name_of, rename


@pytest.fixture
def line(desk, qtbot):
    status = StatusBar()
    qtbot.addWidget(status)
    counts = Counts(
        "accounts.settings",
        frozenset({"settings"}),
        "rooms",
        lambda asking: (str(name_of(asking.store)), "the name of the block"),
    )
    made = CountsLine(desk, counts, status, QObject(status))
    qtbot.waitUntil(lambda: status.counts_button.text() != "")
    return made, status


def test_the_figures_follow_a_change_of_their_tables_and_of_another_programme(line, desk):
    _line, status = line
    assert status.counts_button.text() == "Paraugkorpuss"
    assert status.counts_button.toolTip() == "the name of the block"
    rename(desk, "Korpuss A")
    assert status.counts_button.text() == "Korpuss A"
    status.show_counts("old", "")
    desk.changed.emit(frozenset({"officers"}))
    assert status.counts_button.text() == "old"
    desk.changed.emit(frozenset({"*"}))
    assert status.counts_button.text() == "Korpuss A"


def test_a_click_opens_the_tab_the_figures_come_from(line, desk, qtbot):
    _line, status = line
    status.show()
    with qtbot.waitSignal(desk.tab_wanted) as wanted:
        qtbot.mouseClick(status.counts_button, Qt.MouseButton.LeftButton)
    assert wanted.args[0] == "rooms"


def test_figures_that_cannot_be_read_are_told_and_not_guessed(desk, qtbot):
    def refuse(_desk):
        raise KnownError("file-busy")

    status = StatusBar()
    qtbot.addWidget(status)
    with qtbot.waitSignal(desk.refused):
        CountsLine(desk, Counts("x", frozenset(), "rooms", refuse), status, QObject(status))
    assert status.counts_button.isHidden()

"""Keys that work anywhere on the grounds' tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from openblock.clock import standing_at
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.modes import AREA, DAY, TABLE
from openblock.features.grounds.ui.tab import GroundsTab
from tests.features.grounds.outside import TODAY, GroundsBlock, on
from tests.features.grounds.ui.showings import open_grounds, stored

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, block: GroundsBlock) -> GroundsTab:
    return open_grounds(qtbot, qapp, block)


def test_alt_and_a_letter_show_the_week_the_day_and_the_table(
    qtbot: QtBot, tab: GroundsTab
) -> None:
    for key, mode in ((Key.Key_D, DAY), (Key.Key_L, TABLE), (Key.Key_A, AREA)):
        qtbot.keyClick(QApplication.focusWidget(), key, ALT)
        assert tab.shown.mode == mode


def test_the_weeks_go_back_and_forth_and_home(qtbot: QtBot, tab: GroundsTab) -> None:
    qtbot.keyClick(tab.canvas, Key.Key_PageDown, ALT)
    assert not tab.shown.holds(TODAY)
    qtbot.keyClick(tab.canvas, Key.Key_Home, ALT)
    assert tab.shown.holds(TODAY)


@pytest.mark.parametrize(
    ("key", "modifier"), [(Key.Key_N, CTRL), (Key.Key_F, ALT), (Key.Key_S, ALT)]
)
def test_book_find_and_close_have_their_keys(
    qtbot: QtBot, tab: GroundsTab, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(tab.canvas, key, modifier)
    (dialog,) = [each for each in tab.findChildren(QDialog) if each.isVisible()]
    dialog.reject()


def test_f2_changes_the_chosen_booking_and_f9_puts_the_side_away(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    qtbot.keyClick(tab.canvas, Key.Key_F2)
    (dialog,) = [each for each in tab.findChildren(QDialog) if each.isVisible()]
    dialog.reject()
    tab.canvas.setFocus()
    qtbot.keyClick(tab.canvas, Key.Key_F9)
    assert not tab.page.beside_shown
    qtbot.keyClick(tab.canvas, Key.Key_F9)
    assert tab.page.beside_shown


def test_the_search_opens_the_table(qtbot: QtBot, tab: GroundsTab) -> None:
    qtbot.keyClick(tab.canvas, Key.Key_F, CTRL)
    assert tab.shown.mode == TABLE
    assert tab.table.search.hasFocus()


def test_f8_goes_to_what_lost_its_supervisor(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.step(1)
    block.duty("agnese", 16, None)
    tab.canvas.setFocus()
    qtbot.keyClick(tab.canvas, Key.Key_F8)
    assert tab.chosen().booking_id == block.football


def test_a_key_of_the_panel_works_on_the_booking_the_keyboard_stands_on(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    with standing_at(on(16, 15)):
        tab.refresh()
        tab.canvas.choose_booking(block.gone)
        tab.open_wanted()
        tab.canvas.choose_booking(block.football)
        qtbot.keyClick(tab.canvas, Key.Key_F6)
    assert stored(block, block.football).state == State.IN_USE

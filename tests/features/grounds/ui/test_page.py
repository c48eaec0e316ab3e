"""The layout of the grounds' tab: what gives way to the calendar where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.tab import GroundsTab
from openblock.ui.theme import apply
from tests.features.grounds.outside import GroundsBlock
from tests.features.grounds.ui.showings import open_grounds


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, block: GroundsBlock) -> GroundsTab:
    return open_grounds(qtbot, qapp, block)


def test_plan_calendar_and_booking_stand_side_by_side(tab: GroundsTab) -> None:
    left, middle, right = tab.page.split.sizes()
    assert left > 200 < right
    assert middle > left + right
    assert tab.canvas.sheet.size.width() <= tab.canvas.viewport().width()


def test_at_twice_the_text_size_the_calendar_has_it_all_until_a_booking_is_opened(
    qapp: QApplication, tab: GroundsTab, block: GroundsBlock
) -> None:
    apply(qapp, "light", 200)
    tab.resize(1366, 560)
    assert tab.page.split.sizes()[0] == 0
    assert not tab.page.beside_shown
    tab.canvas.choose_booking(block.football)
    tab.open_booking(tab.chosen())
    assert tab.page.beside_shown
    tab.close_panel()
    assert tab.canvas.hasFocus()


def test_what_is_in_hand_is_said_in_the_legends_place(tab: GroundsTab) -> None:
    tab.page.say("10:00–11:30")
    assert tab.page.legend.isHidden()
    assert tab.page.said.words == "10:00–11:30"
    tab.page.say("")
    assert tab.page.said.isHidden()
    assert not tab.page.legend.isHidden()

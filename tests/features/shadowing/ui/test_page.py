"""How the practice tab is laid out, and what gives way where there is little room."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.ui.tab import PracticeTab
from openblock.ui.theme import apply
from tests.features.shadowing.practising import TODAY, PracticeBlock
from tests.features.shadowing.ui.grids import open_practice


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, block: PracticeBlock) -> PracticeTab:
    return open_practice(qtbot, qapp, block)


def test_the_side_is_hidden_and_shown_and_that_is_remembered(
    qtbot: QtBot, tab: PracticeTab
) -> None:
    assert tab.side.isVisible()
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_F9)
    assert not tab.side.isVisible()
    assert tab.desk.prefer("shadowing/panel") is False


def test_a_hidden_side_comes_for_the_popover_and_goes_with_it(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.page.show_panel(False)
    tab.plan(block.elina, TODAY)
    assert tab.side.isVisible()
    tab.page.popover.leave()
    assert not tab.side.isVisible()


def test_two_weeks_stand_beside_the_side_without_scrolling(
    tab: PracticeTab, qapp: QApplication
) -> None:
    qapp.processEvents()
    assert tab.grid.cells.horizontalScrollBar().maximum() == 0


def test_with_large_text_the_lines_are_the_grids(tab: PracticeTab, qapp: QApplication) -> None:
    assert tab.page.legend.isVisible()
    apply(qapp, "light", 200)
    qapp.processEvents()
    assert not tab.page.legend.isVisible()
    assert not tab.side.isVisible()
    apply(qapp)
    qapp.processEvents()
    assert tab.page.legend.isVisible()


def test_with_large_text_who_plans_has_the_lines_of_the_controls_too(
    tab: PracticeTab, block: PracticeBlock, qapp: QApplication
) -> None:
    apply(qapp, "light", 200)
    tab.plan(block.elina, TODAY)
    qapp.processEvents()
    assert tab.toolbar.isHidden()
    tab.page.popover.leave()
    qapp.processEvents()
    assert tab.toolbar.isVisible()
    apply(qapp)
    tab.plan(block.elina, TODAY)
    assert tab.toolbar.isVisible()


def test_with_large_text_the_cell_that_is_planned_stays_in_sight_beside_the_mentors(
    tab: PracticeTab, block: PracticeBlock, qapp: QApplication
) -> None:
    apply(qapp, "light", 180)
    qapp.processEvents()
    day = TODAY + timedelta(days=4)
    tab.go_to({"trainee_id": block.elina, "day": str(day)})
    qapp.processEvents()
    tab.plan(block.elina, day)
    qapp.processEvents()
    cells = tab.grid.cells
    assert cells.viewport().rect().contains(cells.visualRect(cells.currentIndex()).center())
    apply(qapp)


def test_what_is_not_on_show_is_made_only_when_it_is_wanted(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    late = {"popover", "waiting", "matrix", "card"}
    assert not late & set(vars(tab.page))
    tab.plan(block.elina, TODAY)
    tab.open_card(block.elina)
    assert late & set(vars(tab.page)) == {"popover", "card"}


def test_the_side_gives_back_its_width_when_the_text_is_small_again(
    tab: PracticeTab, qapp: QApplication
) -> None:
    before = tab.side.width()
    apply(qapp, "light", 130)
    apply(qapp, "light", 100)
    assert tab.side.width() <= before + 5

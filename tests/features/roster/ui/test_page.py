"""At the side stand problems and facts, or what an officer's working time is made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openblock.features.roster.ui.tab import RosterTab
from tests.factories import with_officer
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab

Key = Qt.Key


@pytest.fixture
def explained(qtbot: QtBot, tab: RosterTab) -> RosterTab:
    qtbot.keyClick(tab.grid.cells, Key.Key_F4)
    return tab


def heading(tab: RosterTab) -> str:
    assert tab.page.explained is not None
    return tab.page.explained.heading.text()


def test_f4_explains_the_officer_of_the_row_and_follows_the_keyboard(
    qtbot: QtBot, explained: RosterTab, block: Block
) -> None:
    assert heading(explained) == "Bērziņš Jānis"
    assert not explained.problems.isVisible()
    qtbot.keyClick(explained.grid.cells, Key.Key_Down)
    assert heading(explained) == "Kalns Jānis"


@pytest.mark.parametrize("key", [Key.Key_F4, Key.Key_Escape])
def test_the_same_key_and_esc_bring_problems_and_facts_back(
    qtbot: QtBot, explained: RosterTab, key: Key
) -> None:
    qtbot.keyClick(explained.grid.cells, key)
    assert not explained.page.is_explaining
    assert explained.problems.isVisible()
    assert explained.facts.isVisible()


def test_what_is_explained_is_read_again_after_a_change(qtbot: QtBot, explained: RosterTab) -> None:
    panel = explained.page.explained
    assert panel is not None
    before = panel.list.lines.rowCount()
    qtbot.keyClicks(explained.grid.cells, "d")
    assert panel.list.lines.rowCount() > before


def test_a_chosen_shift_leads_the_keyboard_to_its_day(explained: RosterTab, block: Block) -> None:
    panel = explained.page.explained
    assert panel is not None
    panel.day_wanted.emit(block.kalns, TODAY.replace(month=10, day=3))
    assert explained.cell == (block.kalns, TODAY.replace(month=10, day=3))


def test_a_hidden_side_opens_for_the_explanation_and_hides_again_after_it(
    qtbot: QtBot, tab: RosterTab
) -> None:
    tab.page.show_panel(False)
    qtbot.keyClick(tab.grid.cells, Key.Key_F4)
    assert tab.page.side.isVisible()
    qtbot.keyClick(tab.grid.cells, Key.Key_F4)
    assert not tab.page.side.isVisible()


def test_a_trainee_has_no_accounts_to_look_at(
    qtbot: QtBot, block: Block, open_tab: OpenTab
) -> None:
    theirs = open_tab("trainee")
    qtbot.keyClick(theirs.grid.cells, Key.Key_F4)
    assert not theirs.page.is_explaining


def test_a_name_that_looks_like_a_tag_stands_over_the_facts_as_it_is(
    block: Block, tab: RosterTab
) -> None:
    odd = with_officer(block.store, "9", "O'Brien <b>&", team=2)
    tab.refresh()
    tab.grid.go_to(odd, TODAY)
    assert tab.facts.heading.text().startswith("O'Brien <b>& Jānis")
    assert tab.facts.heading.textFormat() == Qt.TextFormat.PlainText

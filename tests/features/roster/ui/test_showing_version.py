"""A version of the past stands in the roster's place as it was, until Esc leads back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries.rows import VersionRow
from openblock.features.roster.ui.showing_version import version_words
from openblock.features.roster.ui.tab import RosterTab
from openblock.ui.desk import Notice
from tests.factories.living import with_published
from tests.features.roster.ui.conftest import TODAY, Block

MONTH = TODAY.replace(day=1)
NOON = datetime(2026, 11, 12, 10, tzinfo=UTC)


@pytest.fixture
def changed(block: Block) -> Block:
    """Bērziņš was posted with a whole day's duty, and has a night now."""
    first = CellEdit(block.berzins, TODAY, "24")
    block.store.run(change_cells, ChangeCells((first,)))
    with_published(block.store, MONTH)
    then = CellEdit(block.berzins, TODAY, "N")
    block.store.run(change_cells, ChangeCells((then,), "swapped with Kalns"))
    return block


def code_at(tab: RosterTab, officer_id: int, day: date = TODAY) -> str:
    cell = tab.grid.model.picture.cells.get((officer_id, day))
    return cell.code if cell else ""


def test_it_is_shown_as_it_was_and_esc_leads_back(
    qtbot: QtBot, changed: Block, tab: RosterTab
) -> None:
    tab.show_version(MONTH, 1)
    assert code_at(tab, changed.berzins) == "24"
    assert tab.page.banner.isVisible()
    assert tab.page.banner.words.words.startswith("published ")
    assert "No problems" not in tab.problems.nothing.text()
    facts = tab.facts.lines.text()
    assert "24" in facts
    # Who had entered it stands in no version.
    assert "Changed" not in facts
    assert "Origin" not in facts
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_Escape)
    assert code_at(tab, changed.berzins) == "N"
    assert not tab.page.banner.isVisible()
    assert "Changed" in tab.facts.lines.text()


def test_nothing_of_it_can_be_changed_and_the_message_leads_back(
    qtbot: QtBot, changed: Block, tab: RosterTab
) -> None:
    tab.show_version(MONTH, 1)
    said: list[Notice] = []
    tab.desk.noticed.connect(said.append)
    qtbot.keyClicks(tab.grid.cells, "d")
    assert said[-1].sentence == "This is version 1 as it was."
    assert not tab.toolbar.brushes.isEnabled()
    (back,) = said[-1].actions
    back.do()
    assert tab.number == 0
    assert tab.toolbar.brushes.isEnabled()


def test_going_there_and_back_is_no_change_of_the_roster(changed: Block, tab: RosterTab) -> None:
    said: list[Notice] = []
    tab.desk.noticed.connect(said.append)
    tab.show_version(MONTH, 1)
    tab.leave()
    assert said == []


def test_another_month_shows_the_roster_again(changed: Block, tab: RosterTab) -> None:
    tab.show_version(MONTH, 1)
    tab.step(1)
    assert tab.number == 0
    assert tab.toolbar.title.text() == "December 2026"


def test_a_version_that_is_not_there_leaves_everything_as_it_stands(
    changed: Block, tab: RosterTab
) -> None:
    tab.show_version(MONTH, 99)
    assert code_at(tab, changed.berzins) == "N"
    assert tab.number == 0


def test_a_place_keeps_the_version_over_a_lock(changed: Block, tab: RosterTab) -> None:
    tab.show_version(MONTH, 1)
    place = dict(tab.place())
    tab.leave()
    tab.go_to(place)
    assert tab.number == 1
    assert code_at(tab, changed.berzins) == "24"


def test_the_words_say_what_made_a_version_and_why() -> None:
    row = VersionRow(4, "changed", "swapped with Kalns", "Ozola Anna", NOON, 2)
    said = version_words(row)
    assert said.startswith("v4 · changed ")
    assert said.endswith("Ozola Anna · 2 cells: swapped with Kalns")

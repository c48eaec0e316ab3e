"""A cell's menu offers what can be done about what is wrong in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import join, joined
from openblock.features.roster.ui.cell_menu import cell_actions
from openblock.features.roster.ui.tab import RosterTab
from tests.features.roster.practising import Practice, Shadow
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab


@pytest.fixture
def practice(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    """A short rest of Bērziņš tomorrow, and practice that hangs on no duty of his."""
    monkeypatch.setattr(joined, "_joined", {})
    tomorrow = TODAY + timedelta(days=1)
    edits = tuple(CellEdit(block.berzins, day, "24") for day in (TODAY, tomorrow))
    block.store.run(change_cells, ChangeCells(edits))
    join(Practice(Shadow(block.berzins, tomorrow, 480, 540, "Zariņa & Elīna")).join)


def titles(tab: RosterTab) -> list[str]:
    """What can be done about what is wrong in the cell: those lines have no key."""
    return [each.text() for each in about(tab)]


def about(tab: RosterTab) -> list[QAction]:
    return [each for each in tab.grid.menu_actions() if not each.menu() and "\t" not in each.text()]


def test_a_warning_is_kept_and_practice_is_planned_anew_from_the_cells_menu(
    qtbot: QtBot, block: Block, practice: None, tab: RosterTab
) -> None:
    assert titles(tab) == []
    tab.grid.go_to(block.berzins, TODAY + timedelta(days=1))
    assert titles(tab) == ["Keep with a reason…", "Plan anew: Zariņa && Elīna"]
    (_keep, anew) = about(tab)
    with qtbot.waitSignal(tab.desk.tab_wanted) as wanted:
        anew.trigger()
    assert wanted.args == ["shadowing", {"trainee_id": 3, "day": "2026-11-23"}]


def test_who_reads_the_roster_only_is_led_to_the_practice_and_keeps_nothing(
    block: Block, practice: None, open_tab: OpenTab
) -> None:
    theirs = open_tab("practice_coordinator")
    theirs.grid.go_to(block.berzins, TODAY + timedelta(days=1))
    assert titles(theirs) == ["Plan anew: Zariņa && Elīna"]


def test_keeping_asks_for_the_reason_of_that_very_problem(
    block: Block, practice: None, tab: RosterTab
) -> None:
    asked: list[object] = []
    assert tab.shown is not None
    cell = (block.berzins, TODAY + timedelta(days=1))
    keep, _anew = cell_actions(tab.desk, tab.shown, cell, asked.append, tab)
    keep.trigger()
    assert [each.problem.code for each in asked] == ["rest-too-short"]

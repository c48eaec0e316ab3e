"""Absences in the grid: typed, painted, cut out again; what each role sees of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.ui.tab import RosterTab
from openblock.ui.grid import GridCell
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab

Key = Qt.Key
TOMORROW = TODAY + timedelta(days=1)


def plan(block: Block, *cells: tuple[int, date, str | None], reason: str = "") -> None:
    edits = tuple(CellEdit(officer_id, day, code) for officer_id, day, code in cells)
    block.store.run(change_cells, ChangeCells(edits, reason))


def cell_of(tab: RosterTab, officer_id: int, day: date = TODAY) -> GridCell:
    return tab.grid.model.picture.cells.get((officer_id, day), GridCell(""))


@pytest.fixture
def sick(block: Block) -> Block:
    """Bērziņš is ill today and tomorrow, Kalns on leave tomorrow."""
    plan(block, (block.berzins, TODAY, "S"), (block.berzins, TOMORROW, "S"))
    plan(block, (block.kalns, TOMORROW, "A"))
    return block


def test_a_letter_is_typed_like_a_code_and_stands_on_its_own_chip(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    qtbot.keyClicks(tab.grid.cells, "s")
    shown = cell_of(tab, block.berzins)
    assert (shown.code, shown.tint) == ("S", "S")
    assert "sickness" in shown.spoken
    qtbot.keyClick(tab.grid.cells, Key.Key_Delete)
    assert cell_of(tab, block.berzins).code == ""


def test_a_letter_is_painted_with_the_brush_over_several_days_as_one_spell(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    tab.toolbar.brushes.chips["A"].click()
    view, model = tab.grid.cells, tab.grid.model

    def at(day: date) -> object:
        return view.visualRect(model.index(*model.place_of(block.kalns, day))).center()

    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), left, pos=at(TODAY))
    qtbot.mouseMove(view.viewport(), at(TODAY + timedelta(days=3)))
    qtbot.mouseRelease(view.viewport(), left, pos=at(TODAY + timedelta(days=3)))
    assert tab.shown is not None
    spells = {each.absence_id for each in tab.shown.absences.values()}
    assert len(spells) == 1
    assert len(tab.shown.absences) == 4
    tab.desk.undo()
    assert not tab.shown.absences


def test_the_facts_say_why_and_until_when_somebody_is_away(sick: Block, tab: RosterTab) -> None:
    tab.grid.go_to(sick.berzins, TOMORROW)
    assert "sickness" in tab.facts.lines.text()
    assert "22 Nov – 23 Nov" in tab.facts.lines.text()


def test_the_legend_explains_only_the_letters_that_are_in_the_grid(
    sick: Block, tab: RosterTab
) -> None:
    said = tab.page.legend.findChild(type(tab.facts.lines)).text()
    assert "<b>S</b>" in said
    assert "<b>M</b>" not in said


@pytest.mark.parametrize("role", ["duty_officer", "trainee", "practice_coordinator"])
def test_who_may_not_read_the_card_sees_that_a_sick_officer_is_away_and_never_why(
    sick: Block, open_tab: OpenTab, role: str
) -> None:
    theirs = open_tab(role)
    shown = cell_of(theirs, sick.berzins)
    assert shown.code == "X"
    assert "sick" not in f"{shown.spoken} {shown.hint}"
    # Leave is posted on the wall, so everybody is told of it.
    assert cell_of(theirs, sick.kalns, TOMORROW).code == "A"
    theirs.grid.go_to(sick.berzins, TODAY)
    assert "away" in theirs.facts.lines.text()
    assert "sick" not in theirs.facts.lines.text()


def test_an_auditor_reads_the_kind_and_changes_nothing(
    qtbot: QtBot, sick: Block, open_tab: OpenTab
) -> None:
    theirs = open_tab("auditor")
    assert cell_of(theirs, sick.berzins).code == "S"
    with qtbot.waitSignal(theirs.desk.noticed) as told:
        qtbot.keyClicks(theirs.grid.cells, "d")
    assert told.args is not None
    assert "your role reads it" in told.args[0].sentence


def test_a_trainee_is_told_no_accounts_of_working_time(block: Block, open_tab: OpenTab) -> None:
    heads = {
        role: len(open_tab(role).grid.model.picture.totals) for role in ("trainee", "duty_officer")
    }
    assert heads == {"trainee": 3, "duty_officer": 5}


def test_a_duty_that_an_absence_of_the_same_day_cuts_keeps_its_cell_and_loses_a_corner(
    block: Block, tab: RosterTab
) -> None:
    plan(block, (block.berzins, TODAY, "24"))
    plan(block, (block.berzins, TOMORROW, "S"))
    assert tab.shown is not None
    duty = tab.shown.duties[block.berzins, TODAY]
    assert duty.minutes < 24 * 60
    assert cell_of(tab, block.berzins).code == "24"
    assert cell_of(tab, block.berzins, TOMORROW).code == "S"

"""The roster tab: planning by keyboard, periods, problems, roles."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from openblock.errors import KnownError
from openblock.features.roster.commands import (
    AcceptProblem,
    CellEdit,
    ChangeCells,
    SaveMinimum,
    accept_problem,
    change_cells,
    save_minimum,
)
from openblock.features.roster.queries import roster
from openblock.features.roster.rules import Minimum
from openblock.features.roster.ui.tab import RosterTab
from openblock.i18n import set_language
from openblock.ui.messages import words
from openblock.ui.theme import apply
from tests.features.roster.ui.conftest import TODAY, Block, OpenTab

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def code_at(tab: RosterTab, officer_id: int, day: date) -> str:
    cell = tab.grid.model.picture.cells.get((officer_id, day))
    return cell.code if cell else ""


def stored(tab: RosterTab, officer_id: int, day: date) -> str:
    duty = tab.desk.read(roster, day, day).duties.get((officer_id, day))
    return duty.code if duty else ""


def plan(block: Block, *cells: tuple[int, date, str]) -> None:
    edits = tuple(CellEdit(officer_id, day, code) for officer_id, day, code in cells)
    block.store.run(change_cells, ChangeCells(edits))


def test_it_opens_on_todays_month_with_the_keyboard_on_today(tab: RosterTab, block: Block) -> None:
    assert tab.toolbar.title.text() == "November 2026"
    assert tab.grid.current() == (block.berzins, TODAY)
    assert len(tab.grid.model.picture.columns) == 30


def test_one_keystroke_plans_a_duty_and_says_so(qtbot: QtBot, tab: RosterTab, block: Block) -> None:
    with qtbot.waitSignal(tab.desk.said) as said:
        qtbot.keyClicks(tab.grid.cells, "2")
    assert stored(tab, block.berzins, TODAY) == "24"
    assert code_at(tab, block.berzins, TODAY) == "24"
    assert said.args == ["Bērziņš J., 22 Nov: 24"]
    assert tab.grid.current() == (block.berzins, TODAY)


def test_undo_and_redo_go_back_and_forth(qtbot: QtBot, tab: RosterTab, block: Block) -> None:
    qtbot.keyClicks(tab.grid.cells, "d")
    tab.desk.undo()
    assert code_at(tab, block.berzins, TODAY) == ""
    tab.desk.redo()
    assert code_at(tab, block.berzins, TODAY) == "D"


def test_a_pasted_block_is_one_step_of_undo(qtbot: QtBot, tab: RosterTab, block: Block) -> None:
    QGuiApplication.clipboard().setText("D\tN\nN\t\n")
    qtbot.keyClick(tab.grid.cells, Key.Key_V, CTRL)
    tomorrow = TODAY + timedelta(days=1)
    assert code_at(tab, block.berzins, tomorrow) == "N"
    assert code_at(tab, block.kalns, TODAY) == "N"
    tab.desk.undo()
    assert not tab.grid.model.picture.cells


def test_a_refused_code_is_said_and_the_grid_shows_what_is_stored(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    qtbot.keyClicks(tab.grid.cells, "x")
    with qtbot.waitSignal(tab.desk.refused) as refused:
        qtbot.keyClick(tab.grid.cells, Key.Key_Return)
    assert refused.args is not None
    assert "“X”" in words(refused.args[0])
    assert code_at(tab, block.berzins, TODAY) == ""


def test_an_edit_over_somebody_elses_is_refused_and_theirs_is_shown(
    qtbot: QtBot, block: Block, open_tab: OpenTab
) -> None:
    mine = open_tab("senior_officer")
    plan(block, (block.berzins, TODAY, "N"))
    refusals: list[KnownError] = []
    mine.desk.refused.connect(refusals.append)
    qtbot.keyClicks(mine.grid.cells, "d")
    assert refusals[0].code == "cell-changed-meanwhile"
    assert "Anna Bērziņa" in words(refusals[0])
    assert code_at(mine, block.berzins, TODAY) == "N"


def test_kept_free_days_show_their_letter(qtbot: QtBot, tab: RosterTab, block: Block) -> None:
    qtbot.keyClicks(tab.grid.cells, "b")
    assert code_at(tab, block.berzins, TODAY) == "B"
    assert "free" in tab.facts.lines.text()
    qtbot.keyClick(tab.grid.cells, Key.Key_Delete)
    assert code_at(tab, block.berzins, TODAY) == ""


def test_months_and_weeks_are_a_key_away(qtbot: QtBot, tab: RosterTab) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(tab.grid.cells, Key.Key_PageDown, alt)
    assert tab.toolbar.title.text() == "December 2026"
    qtbot.keyClick(tab.grid.cells, Key.Key_PageUp, alt)
    qtbot.keyClick(tab.grid.cells, Key.Key_PageUp, alt)
    assert tab.toolbar.title.text() == "October 2026"
    qtbot.keyClick(tab.grid.cells, Key.Key_Home, alt)
    assert tab.grid.current() is not None
    assert tab.toolbar.title.text() == "November 2026"
    qtbot.keyClick(tab.grid.cells, Key.Key_W, alt)
    assert tab.grid.model.picture.columns[0].head == "16"
    assert len(tab.grid.model.picture.columns) == 7
    tab.toolbar.month.click()
    assert len(tab.grid.model.picture.columns) == 30


def test_a_week_shows_times_beside_codes(tab: RosterTab, block: Block) -> None:
    plan(block, (block.berzins, TODAY, "D"))
    tab.show_by_week(True)
    assert tab.grid.model.picture.cells[block.berzins, TODAY].detail == "09–21"


def test_problems_are_marked_listed_and_jumped_to(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    monday, tuesday = date(2026, 11, 2), date(2026, 11, 3)
    plan(block, (block.kalns, monday, "24"), (block.kalns, tuesday, "24"))
    cell = tab.grid.model.picture.cells[block.kalns, tuesday]
    assert cell.problem == "warning"
    assert "needed 24 h" in cell.hint
    assert tab.problems.count.text() == "1"
    qtbot.keyClick(tab.grid.cells, Key.Key_F8)
    assert tab.grid.current() == (block.kalns, tuesday)
    assert "Kalns" in tab.facts.heading.text()


def test_a_reason_takes_the_mark_away_and_stays_readable(tab: RosterTab, block: Block) -> None:
    days = (date(2026, 11, 2), date(2026, 11, 3))
    plan(block, *((block.kalns, day, "24") for day in days))
    request = AcceptProblem(block.kalns, days[1], "rest-too-short", "Asked for it himself")
    block.store.run(accept_problem, request)
    assert tab.grid.model.picture.cells[block.kalns, days[1]].problem == ""
    assert tab.problems.model.open_count == 0
    assert "Asked for it himself" in tab.problems.model.index(0).data()


def test_gaps_of_staffing_stand_under_the_grid(tab: RosterTab, block: Block) -> None:
    block.store.run(save_minimum, SaveMinimum(Minimum("Day", 540, 1260, 2)))
    strip = tab.grid.model.picture.strips[0]
    assert strip.title == "Day 09–21, needed 2"
    assert {text.text for text in strip.cells} == {"−2"}
    assert strip.summary.text == "▼ short on 30 days"


@pytest.mark.parametrize("role", ["duty_officer", "trainee", "auditor"])
def test_roles_that_do_not_plan_read_only(
    qtbot: QtBot, block: Block, open_tab: OpenTab, role: str
) -> None:
    tab = open_tab(role)
    with qtbot.waitSignal(tab.desk.noticed):
        qtbot.keyClicks(tab.grid.cells, "2")
    qtbot.keyClick(tab.grid.cells, Key.Key_L, CTRL)
    assert stored(tab, block.berzins, TODAY) == ""
    assert not tab.toolbar.cycle.isVisible()
    assert not tab.problems.keep.isVisible()


def test_without_officers_the_first_step_is_offered(qtbot: QtBot, open_tab: OpenTab) -> None:
    tab = open_tab("administrator")
    assert tab.page.nobody.isVisible()
    with qtbot.waitSignal(tab.desk.tab_wanted) as wanted:
        tab.page.nobody.button.click()
    assert wanted.args == ["staff", {"import": True}]


def test_without_officers_the_keyboard_is_at_the_first_step_and_nothing_is_listed(
    open_tab: OpenTab,
) -> None:
    tab = open_tab("administrator")
    tab.focus_first()
    assert tab.page.nobody.button.hasFocus()
    assert tab.problems.model.open_count == 0


def test_a_successor_starts_where_this_tab_was(
    tab: RosterTab, block: Block, open_tab: OpenTab
) -> None:
    tab.grid.go_to(block.ozols, date(2026, 11, 5))
    other = open_tab("senior_officer")
    other.go_to(tab.place())
    assert other.grid.current() == (block.ozols, date(2026, 11, 5))
    other.go_to({"day": "nonsense"})
    assert other.grid.current() == (block.ozols, date(2026, 11, 5))


def test_the_month_is_offered_on_a4_and_a3(tab: RosterTab, block: Block) -> None:
    offer = tab.sheets()[0]
    assert offer.papers == ("A4", "A3")
    assert offer.file_name == "roster-2026-11"
    assert f"officer:{block.ozols}" in offer.subjects


def test_a_brush_of_the_toolbar_paints_and_escape_puts_it_away(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    chips = tab.toolbar.brushes.chips
    chips["N"].click()
    index = tab.grid.model.index(2, tab.grid.model.first)
    at = tab.grid.cells.visualRect(index).center()
    qtbot.mouseClick(tab.grid.cells.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert code_at(tab, block.ozols, date(2026, 11, 1)) == "N"
    qtbot.keyClick(tab.grid.cells, Key.Key_Escape)
    assert not chips["N"].isChecked()


def test_the_panel_is_hidden_and_shown_and_that_is_remembered(qtbot: QtBot, tab: RosterTab) -> None:
    assert tab.page.side.isVisible()
    qtbot.keyClick(tab.grid.cells, Key.Key_F9)
    assert not tab.page.side.isVisible()
    assert tab.desk.prefer("roster/panel") is False


def test_everything_is_said_in_latvian_after_a_change_of_language(
    tab: RosterTab, qapp: QApplication
) -> None:
    set_language("lv")
    tab.refresh()
    qapp.processEvents()
    heads = [column.subhead for column in tab.grid.model.picture.columns[:7]]
    assert heads == ["Sv", "P", "O", "T", "C", "Pk", "S"]
    assert tab.toolbar.title.text() == "2026. gada novembris"


def test_each_officer_chooses_where_to_go_after_a_code(
    qtbot: QtBot, tab: RosterTab, block: Block
) -> None:
    habits = next(action.menu() for action in tab.grid.menu_actions() if action.menu())
    assert isinstance(habits, QMenu)
    chosen = {action.data(): action for action in habits.actions()}
    assert chosen["stay"].isChecked()
    chosen["down"].trigger()
    qtbot.keyClicks(tab.grid.cells, "2")
    assert tab.grid.current() == (block.kalns, TODAY)
    assert tab.desk.prefer("roster/advance") == "down"


def test_the_side_panel_gives_back_its_width_when_the_text_is_small_again(
    qapp: QApplication, tab: RosterTab, block: Block
) -> None:
    tab.resize(1366, 660)
    before = tab.page.side.width()
    apply(qapp, "light", 130)
    assert tab.page.side.width() > before
    apply(qapp, "light", 100)
    assert tab.page.side.width() <= before + 5

"""A mentor taken in hand from the duties below, by key and by mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.queries import practice_grid
from openblock.features.shadowing.ui.mentors import row_key
from openblock.features.shadowing.ui.tab import PracticeTab
from tests.features.shadowing.practising import NOW, PracticeBlock
from tests.features.shadowing.ui.grids import open_practice

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
#: Agnese and Kristīne are on duty.
DAY = date(2026, 4, 1)


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, block: PracticeBlock) -> PracticeTab:
    made = open_practice(qtbot, qapp, block)
    made.go_to({"trainee_id": block.elina, "day": str(DAY)})
    made.grid.cells.setFocus()
    return made


def mentor_of(tab: PracticeTab, trainee_id: int) -> int | None:
    grid = tab.desk.read(practice_grid, DAY, DAY, NOW)
    own = (row.officer_id for row in grid.shadowings if row.trainee_id == trainee_id)
    return next(own, None)


def test_control_and_down_lead_to_a_mentor_on_duty_that_day_and_up_leads_back(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    qtbot.keyClick(tab.grid.cells, Key.Key_Down, CTRL)
    assert tab.grid.current() == (row_key(block.agnese), DAY)
    assert "Liepa Agnese" in tab.side.cell.lines[0]
    qtbot.keyClick(tab.grid.cells, Key.Key_Up, CTRL)
    assert tab.grid.current() == (block.elina, DAY)


def test_space_takes_the_mentor_back_to_the_trainee_and_plans_there(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    qtbot.keyClick(tab.grid.cells, Key.Key_Down, CTRL)
    with qtbot.waitSignal(tab.desk.said) as said:
        qtbot.keyClick(tab.grid.cells, Key.Key_Space)
    assert said.args is not None
    assert "AL is in hand" in said.args[0]
    assert tab.grid.current() == (block.elina, DAY)
    qtbot.keyClick(tab.grid.cells, Key.Key_Space)
    assert mentor_of(tab, block.elina) == block.agnese


def test_escape_puts_the_mentor_back(qtbot: QtBot, tab: PracticeTab, block: PracticeBlock) -> None:
    qtbot.keyClick(tab.grid.cells, Key.Key_Down, CTRL)
    qtbot.keyClick(tab.grid.cells, Key.Key_Space)
    qtbot.keyClick(tab.grid.cells, Key.Key_Escape)
    qtbot.keyClick(tab.grid.cells, Key.Key_Space)
    assert mentor_of(tab, block.elina) is None


def centre(tab: PracticeTab, key: object) -> QPoint:
    place = tab.grid.model.place_of(key, DAY)
    assert place is not None
    return tab.grid.cells.visualRect(tab.grid.model.index(*place)).center()


def test_a_duty_is_dragged_onto_a_trainees_row(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    port = tab.grid.cells.viewport()
    start = centre(tab, row_key(block.agnese))
    qtbot.mousePress(port, LEFT, pos=start + QPoint(8, 0))
    qtbot.mouseMove(port, centre(tab, block.arturs) + QPoint(60, 0))
    qtbot.mouseMove(port, centre(tab, block.elina) + QPoint(90, 0))
    qtbot.mouseRelease(port, LEFT, pos=centre(tab, block.elina) + QPoint(90, 0))
    assert mentor_of(tab, block.elina) == block.agnese


def test_a_mentors_row_offers_no_codes_in_its_menu(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    assert [each.code for each in tab.hands.codes(tab.shown)] != []
    qtbot.keyClick(tab.grid.cells, Key.Key_Down, CTRL)
    assert tab.hands.codes(tab.shown) == ()
    assert tab.grid.menu_actions() == ()

"""A change of the roster that takes a booking's officer away is said at once, and where to go."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from openblock.features.roster.ui.tab import RosterTab
from tests.features.grounds.outside import TODAY
from tests.rig import settle


@pytest.fixture
def tab(qtbot, desk, block):
    made = RosterTab(desk)
    qtbot.addWidget(made)
    desk.changed.connect(lambda tables: tables & made.tables and made.refresh())
    made.refresh()
    made.grid.go_to(block.agnese, TODAY)
    settle()
    return made


def test_gr_06_the_bar_the_list_the_cell_and_its_menu_tell_of_the_booking_and_lead_there(
    qtbot, tab, block
):
    said = []
    tab.desk.noticed.connect(said.append)
    assert "Sporta laukums 15:00–16:30, 4" in tab.facts.lines.text()
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_Delete)
    (notice,) = said
    assert notice.sentence == (
        "Agneseska J., 16 Sep: 24, now no duty. Sporta laukums, 16 Sep 15:00–16:30, 4 residents: "
        "Agneseska Jana is not on duty all that time. Name another officer, or move the booking."
    )
    (act,) = notice.actions
    assert act.words == "Name an officer"
    with qtbot.waitSignal(tab.desk.tab_wanted) as wanted:
        act.do()
    place = {"booking_id": block.football, "area_id": block.field, "day": "2026-09-16"}
    assert wanted.args == ["grounds", place]
    assert tab.problems.count.text() == "1"
    assert not tab.problems.keep.isEnabled()
    assert tab.grid.model.picture.cells[block.agnese, TODAY].problem == "warning"
    titles = [each.text() for each in tab.grid.menu_actions() if not each.menu()]
    assert "Name an officer: Sporta laukums" in titles


def test_the_notice_goes_once_the_duty_is_back(qtbot, tab):
    gone = []
    tab.desk.withdrawn.connect(gone.append)
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_Delete)
    tab.desk.undo()
    assert gone == ["roster.upset"]
    assert tab.problems.model.problems == ()


def test_a_change_that_leaves_the_booking_its_officer_says_nothing(qtbot, tab, block):
    said = []
    tab.desk.noticed.connect(said.append)
    qtbot.keyClicks(tab.grid.cells, "d")
    tab.grid.go_to(block.kristine, date(2026, 9, 16))
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_Delete)
    assert said == []

"""The finder as a field: the best bed is chosen, another one stays chosen, errors are no value."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock.features.rooms.ui.finder import FinderPanel
from openblock.ui.desk import Desk
from tests.features.rooms.ui.board.invented import NOW, moment


@pytest.fixture
def panel(house, qtbot):
    desk = Desk(house.store)
    made = FinderPanel(desk)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.resize(420, 420)
    made.show()
    return made


def test_before_a_person_is_known_the_field_says_what_it_waits_for(panel):
    assert panel.value() is None
    assert panel.nothing.text() == "Choose the person and the time first."
    assert panel.unread() == ""


def test_the_best_bed_is_chosen_and_told(panel, house, qtbot):
    with qtbot.waitSignal(panel.edited):
        panel.set_resident(house.people["Žukovs"], NOW)
    assert panel.value() is not None
    assert panel.line().standing == "the best"
    assert panel.unread() == ""


def test_a_room_with_whom_the_person_is_kept_apart_is_ruled_out(panel, house):
    panel.set_resident(house.people["Žukovs"], NOW)
    possible = {row.bed: row for row in panel.model.rows}
    assert not {bed for bed in possible if bed.startswith("102")}
    # Before the other one comes there, the bed can be had.
    assert "only until 22/11/2026 17:00" in possible["101 D"].suits


def test_a_bed_chosen_stays_chosen_at_another_time(panel, house):
    panel.set_resident(house.people["Žukovs"], NOW)
    panel.view.setCurrentIndex(panel.model.index(3))
    chosen = panel.value()
    panel.set_resident(house.people["Žukovs"], moment(11, 23))
    assert panel.value() == chosen


def test_a_bed_that_is_ruled_out_can_be_looked_at_but_not_sent(panel, house):
    panel.set_resident(house.people["Žukovs"], NOW)
    panel.set_value(house.beds["102 D"])
    assert panel.value() == house.beds["102 D"]
    assert panel.filter.checkedId() == 1
    assert "kept apart" in panel.unread()


def test_arrow_keys_choose_and_tell(panel, house, qtbot):
    panel.set_resident(house.people["Žukovs"], NOW)
    first = panel.value()
    panel.view.setFocus()
    with qtbot.waitSignal(panel.edited):
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert panel.value() != first


def test_all_beds_are_shown_on_demand_the_ruled_out_last(panel, house):
    panel.set_resident(house.people["Žukovs"], NOW)
    panel.filter.button(1).click()
    stops = [row.stops for row in panel.model.rows]
    assert stops == sorted(stops)
    assert len(stops) == 27
    assert panel.filter.button(1).text() == "All 27"
    panel.filter.button(0).click()
    assert not any(row.stops for row in panel.model.rows)


def test_leaving_the_ruled_out_beds_takes_the_best_again(panel, house, qtbot):
    panel.set_resident(house.people["Žukovs"], NOW)
    best = panel.value()
    panel.set_value(house.beds["102 D"])
    with qtbot.waitSignal(panel.edited):
        panel.filter.button(0).click()
    assert panel.value() == best


def test_without_a_person_again_nothing_is_chosen(panel, house):
    panel.set_resident(house.people["Žukovs"], NOW)
    panel.set_resident(None, NOW)
    assert panel.value() is None
    assert panel.model.rowCount() == 0

"""Who slept where on a night."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock import clock
from openblock.features.rooms.ui.history.night_page import NightPage
from openblock.ui.desk import Desk
from tests.features.rooms.ui.board.invented import moment


@pytest.fixture
def page(house, qtbot):
    desk = Desk(house.store)
    made = NightPage(desk)
    desk.setParent(made)
    qtbot.addWidget(made)
    made.show()
    return made


def by_bed(page):
    return {row.bed: row.name for row in page.model.rows}


def test_before_ten_in_the_evening_last_night_is_yesterdays(page):
    assert page.day.value() == date(2026, 11, 21)
    assert by_bed(page)["102 D"] == "Vanags Jānis"
    assert page.said.text().endswith("8 people in beds.")


def test_after_ten_the_night_that_has_begun_is_shown(house, qtbot):
    with clock.standing_at(moment(11, 22, 22)):
        made = NightPage(Desk(house.store))
        qtbot.addWidget(made)
        assert made.day.value() == date(2026, 11, 22)


def test_another_night_is_shown_as_it_was(page):
    page.day.setText("16.11.")
    assert by_bed(page)["101 D"] == "Lūsis Jānis"
    assert "102 D" not in by_bed(page)


def test_a_night_to_come_is_said_to_be_a_plan(page):
    page.day.setText("25.11.2026")
    assert by_bed(page)["106 C"] == "Ķēniņš Jānis"
    assert page.said.text().endswith("as it is planned now.")


def test_what_is_no_date_is_said_and_the_night_shown_stays(page):
    before = page.model.rows
    page.day.setText("31.02.")
    assert page.problem.isVisible()
    assert page.model.rows == before
    page.day.setText("21.11.")
    page.time.setText("")
    assert page.model.rows == before


def test_enter_on_somebody_asks_for_their_own_past(page, house, qtbot):
    page.table.setFocus()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.person_wanted) as wanted:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [house.people["Bērziņš"]]

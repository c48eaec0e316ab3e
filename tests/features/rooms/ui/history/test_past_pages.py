"""The past of a room and of a person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock.features.accounts.queries import LogFilter, log_rows
from openblock.features.rooms.ui.history.past_pages import PersonPage, RoomPage
from openblock.ui.desk import Desk


@pytest.fixture
def desk(house):
    made = Desk(house.store)
    yield made
    made.close()


def test_a_rooms_past_names_everybody_the_newest_first(desk, house, qtbot):
    page = RoomPage(desk, house.rooms["101"])
    qtbot.addWidget(page)
    assert page.model.rows[0].name == "Vanags Jānis"
    assert {row.name for row in page.model.rows} == {
        "Vanags Jānis",
        "Kļaviņš Jānis",
        "Lūsis Jānis",
        "Bērziņš Jānis",
    }
    assert page.said.text() == "4 entries"


def test_another_room_is_chosen_from_the_list(desk, house, qtbot):
    page = RoomPage(desk, None)
    qtbot.addWidget(page)
    assert page.editor.value() == house.rooms["101"]
    page.editor.setCurrentIndex(4)
    assert [row.name for row in page.model.rows] == ["Rudzītis Jānis"]


def test_a_plan_is_said_to_be_one_and_its_reason_stands_beside(desk, house, qtbot):
    page = RoomPage(desk, house.rooms["101"])
    qtbot.addWidget(page)
    why = next(column for column in page.model.columns if column.title == "Why")
    assert why.show(page.model.rows[0]).startswith("planned: To be kept apart, as planned")


def test_a_person_is_asked_for_and_the_look_is_logged(desk, house, qtbot):
    page = PersonPage(desk, None)
    qtbot.addWidget(page)
    assert page.said.text() == "Type a few letters of the name."
    page.show_person(house.people["Ķēniņš"])
    assert [row.bed for row in page.model.rows] == ["106 C", "102 C"]
    rows = desk.read(log_rows, LogFilter())
    seen = {subject for row in rows for subject in row.subjects}
    assert ("resident", str(house.people["Ķēniņš"])) in seen


def test_enter_on_an_entry_of_a_room_asks_for_the_person(desk, house, qtbot):
    page = RoomPage(desk, house.rooms["105"])
    qtbot.addWidget(page)
    page.show()
    page.table.setFocus()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.person_wanted) as wanted:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert wanted.args == [house.people["Rudzītis"]]


def test_a_house_without_rooms_has_an_empty_list(store, qtbot):
    page = RoomPage(Desk(store), None)
    qtbot.addWidget(page)
    assert page.editor.value() is None
    assert page.model.rowCount() == 0

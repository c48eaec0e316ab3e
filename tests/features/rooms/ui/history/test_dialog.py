"""The window onto the past opens where it was asked for, and from a name leads to the person."""

from __future__ import annotations

import pytest

from openblock.features.rooms.ui.history import open_history
from openblock.features.rooms.ui.history.dialog import HOUSE, NIGHT, PERSON, ROOM, HistoryDialog
from openblock.ui.desk import Desk
from tests.rig import meet


@pytest.fixture
def desk(house):
    made = Desk(house.store)
    yield made
    made.close()


@pytest.fixture
def opened(desk, qtbot):
    def make(**asked):
        dialog = HistoryDialog(desk, None, **asked)
        qtbot.addWidget(dialog)
        return dialog

    return make


def test_it_opens_with_last_night_unless_a_room_or_a_person_is_asked_for(opened, house):
    assert opened().tabs.currentIndex() == NIGHT
    assert opened(room_id=house.rooms["102"]).tabs.currentIndex() == ROOM
    assert opened(resident_id=house.people["Vanags"]).tabs.currentIndex() == PERSON


def test_a_name_of_the_night_leads_to_the_persons_own_past(opened, house):
    dialog = opened()
    dialog.page(NIGHT).person_wanted.emit(house.people["Vanags"])
    assert dialog.tabs.currentIndex() == PERSON
    assert [row.bed for row in dialog.page(PERSON).model.rows] == ["101 D", "102 D"]


def test_a_page_is_made_when_it_is_first_shown(opened):
    dialog = opened()
    before = dialog.page(NIGHT)
    dialog.tabs.setCurrentIndex(HOUSE)
    dialog.tabs.setCurrentIndex(NIGHT)
    assert dialog.page(NIGHT) is before


def test_the_deed_of_opening_shows_the_dialog(desk, house, qtbot):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    seen = []
    meet(
        lambda: open_history(desk, parent, room_id=house.rooms["101"]),
        lambda dialog: seen.append(dialog.windowTitle()),
    )
    assert seen == ["Who slept where"]

"""The row of controls says what was pressed, carries its keys, and keeps nothing to itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from openblock.features.rooms.ui.toolbar import BOARD, PLAN, TABLE, RoomsToolbar
from openblock.ui.theme import apply
from tests.features.rooms.ui.conftest import HOUR, NOON


@pytest.fixture
def bar(qtbot: QtBot, standing: None) -> RoomsToolbar:
    made = RoomsToolbar(may_place=True, may_build=True)
    qtbot.addWidget(made)
    made.resize(1366, 44)
    made.show()
    return made


def test_each_view_has_its_button_and_its_keys(qtbot: QtBot, bar: RoomsToolbar) -> None:
    for name, keys in ((BOARD, "Alt+B"), (TABLE, "Alt+T"), (PLAN, "Alt+P")):
        with qtbot.waitSignal(bar.view_wanted) as wanted:
            bar.views[name].click()
        assert wanted.args == [name]
        assert keys in bar.views[name].toolTip()


def test_every_button_can_be_read_out(bar: RoomsToolbar) -> None:
    bar.show_floors([(1, "1. stāvs"), (2, "O'Brien & <b>")], 1)
    for button in bar.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()
        assert button.toolTip()


def test_typing_another_day_is_told_after_a_breath(qtbot: QtBot, bar: RoomsToolbar) -> None:
    with qtbot.waitSignal(bar.moment_changed):
        bar.moment.time.setText("18:00")
    assert bar.moment.value() == NOON + 6 * HOUR
    with qtbot.waitSignal(bar.moment_changed):
        bar.now.click()
    assert bar.moment.stands_at_now
    bar.show_moment(NOON - HOUR)
    assert bar.moment.value() == NOON - HOUR


def test_floors_are_buttons_with_the_shown_one_pressed(qtbot: QtBot, bar: RoomsToolbar) -> None:
    bar.show_floors([(7, "1. stāvs"), (8, "2. stāvs")], 8)
    buttons = bar.floors.findChildren(QAbstractButton)
    assert [button.isChecked() for button in buttons] == [False, True]
    with qtbot.waitSignal(bar.floor_wanted) as wanted:
        buttons[0].click()
    assert wanted.args == [7]


def test_the_board_has_its_own_days_and_the_table_all_floors(bar: RoomsToolbar) -> None:
    bar.show_view(BOARD)
    assert not bar.when.isVisible()
    assert bar.floors.isVisible()
    bar.show_view(TABLE)
    assert bar.when.isVisible()
    assert not bar.floors.isVisible()


def test_a_whole_date_can_be_read_at_twice_the_text(qapp, bar: RoomsToolbar) -> None:
    apply(qapp, "light", 200)
    day = bar.moment.day
    room = day.width() - day.height()
    assert day.fontMetrics().horizontalAdvance(day.text()) < room


def test_who_may_not_build_sees_no_building(qtbot: QtBot, standing: None) -> None:
    made = RoomsToolbar(may_place=False, may_build=False)
    qtbot.addWidget(made)
    made.show()
    assert not made.place.isVisible()
    assert not made.swap.isVisible()
    assert not made.set_up_action.isVisible()
    assert not made.import_action.isVisible()
    assert made.history_action.isVisible()

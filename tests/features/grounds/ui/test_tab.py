"""The grounds' tab as a page of the window: its place, its roles, its first step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.modes import AREA, DAY, TABLE
from openblock.features.grounds.ui.tab import GroundsTab
from openblock.storage.store import Store
from tests.features.grounds.outside import TODAY, GroundsBlock, on
from tests.features.grounds.ui.showings import open_grounds, stored
from tests.features.opened import open_tab_on

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
OpenTab = Callable[..., GroundsTab]


@pytest.fixture
def open_tab(qtbot: QtBot, qapp: QApplication, block: GroundsBlock) -> OpenTab:
    def opened(role: str = "administrator") -> GroundsTab:
        return open_grounds(qtbot, qapp, block, role)

    return opened


@pytest.fixture
def tab(open_tab: OpenTab) -> GroundsTab:
    return open_tab()


def dialogs(tab: GroundsTab) -> list[QDialog]:
    return [each for each in tab.findChildren(QDialog) if each.isVisible()]


def stand(tab: GroundsTab, column: int, hour: float) -> None:
    tab.canvas.stand(cursors.at(tab.canvas.sheet.picture, column, round(hour * 60)))
    tab.canvas.setFocus()


def test_the_place_is_kept_over_a_lock_in_every_mode(
    open_tab: OpenTab, block: GroundsBlock
) -> None:
    tab = open_tab()
    for mode in (DAY, TABLE, AREA):
        tab.show_mode(mode)
        tab.show_area(block.field)
        tab.show_days(tab.shown.around(TODAY))
        assert tab.choose_booking(block.football)
        place = tab.place()
        again = open_tab_again(tab)
        again.go_to(place)
        assert again.place() == place
        assert again.chosen().booking_id == block.football
        again.deleteLater()


def open_tab_again(tab: GroundsTab) -> GroundsTab:
    return GroundsTab(tab.desk, tab)


@pytest.mark.parametrize(
    "place",
    [
        {"booking_id": "x", "area_id": None, "day": "never"},
        {"booking_id": 99_999, "area_id": 99_999, "day": "2026-02-31"},
        {"mode": "upside down", "day": "9999-12-31"},
        {},
    ],
)
def test_a_place_that_is_no_place_leaves_it_where_it_was(
    tab: GroundsTab, block: GroundsBlock, place: dict[str, object]
) -> None:
    tab.go_to(place)
    assert tab.area_id == block.field
    assert tab.shown.mode == AREA
    assert tab.canvas.sheet.picture.columns


def test_from_elsewhere_an_area_opens_on_its_week(tab: GroundsTab, block: GroundsBlock) -> None:
    tab.show_mode(DAY)
    tab.go_to({"area_id": block.hall})
    assert (tab.shown.mode, tab.area_id) == (AREA, block.hall)
    tab.go_to({"booking_id": block.gym, "area_id": block.hall, "day": "2026-09-17"})
    assert tab.chosen().booking_id == block.gym
    assert tab.panel.booking_id == block.gym


def test_who_only_reads_draws_and_moves_nothing(
    qtbot: QtBot, open_tab: OpenTab, block: GroundsBlock
) -> None:
    tab = open_tab("auditor")
    tab.canvas.choose_booking(block.football)
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_Space):
        qtbot.keyClick(tab.canvas, key)
    qtbot.keyClick(tab.canvas, Key.Key_Up, ALT)
    stand(tab, 3, 10)
    qtbot.keyClick(tab.canvas, Key.Key_Return)
    assert dialogs(tab) == []
    assert tab.canvas.draft is None
    assert stored(block, block.football).state == State.APPROVED


@pytest.mark.parametrize("day", ["2026-10-25", "2026-03-29", "2026-06-21"])
def test_the_weeks_of_both_clock_changes_and_the_longest_day_are_shown_in_every_mode(
    tab: GroundsTab, block: GroundsBlock, day: str
) -> None:
    for mode in (AREA, DAY, TABLE):
        tab.go_to({"mode": mode, "day": day, "area_id": block.field})
        assert tab.place()["day"] == day
        tab.grab()


def test_ctrl_p_has_sheets_to_offer_the_week_first(tab: GroundsTab) -> None:
    offers = [offer.key for offer in tab.sheets()]
    assert offers[0] == "grounds-week"
    assert {"grounds-day", "grounds-area", "grounds-fair-use"} <= set(offers)


def test_what_is_in_hand_is_given_up_when_the_days_are_read_again(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    qtbot.keyClick(tab.canvas, Key.Key_Down, ALT)
    assert not tab.page.said.isHidden()
    tab.refresh()
    assert (tab.canvas.draft, tab.page.said.isHidden()) == (None, True)
    assert stored(block, block.football).span.start == on(16, 15)


def test_a_block_without_areas_offers_the_first_step_and_takes_every_key(
    qtbot: QtBot, qapp: QApplication, store: Store
) -> None:
    tab = open_tab_on(store, GroundsTab, qtbot, 640)
    assert tab.page.stack.currentWidget() is tab.page.nothing
    assert tab.side.isHidden()
    assert tab.page.beside.isHidden()
    for mode in (DAY, TABLE, AREA):
        tab.show_mode(mode)
        assert tab.page.stack.currentWidget() is tab.page.nothing
    for deed in (tab.step, tab.press_column):
        deed(1)
    tab.go_to_today()
    assert tab.place()["area_id"] is None
    tab.page.nothing.set_up.click()
    (dialog,) = dialogs(tab)
    dialog.reject()

"""What the grounds' tab shows: days, area, mode, and the card once the keyboard rests on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.clock import standing_at
from openblock.features.grounds.ui.modes import AREA, DAY, TABLE
from openblock.features.grounds.ui.tab import GroundsTab
from tests.factories import with_booking
from tests.features.grounds.outside import TODAY, GroundsBlock, on
from tests.features.grounds.ui.showings import open_grounds


@pytest.fixture
def tab(qtbot: QtBot, qapp: QApplication, block: GroundsBlock) -> GroundsTab:
    return open_grounds(qtbot, qapp, block)


def test_it_opens_on_the_first_areas_week_with_the_keyboard_at_this_moment(
    tab: GroundsTab, block: GroundsBlock
) -> None:
    picture = tab.canvas.sheet.picture
    assert (tab.area_id, tab.shown.mode, len(picture.columns)) == (block.field, AREA, 7)
    assert picture.columns[tab.canvas.here.column].day == TODAY
    assert tab.canvas.here.minute == 12 * 60
    assert tab.toolbar.title.text() == "14 Sep – 20 Sep 2026, week 38"
    assert tab.toolbar.facts.toolTip().startswith("12 places")


def test_a_card_is_read_and_logged_only_where_the_keyboard_rests(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    tab.canvas.choose_booking(block.gone)
    assert tab.panel.booking_id is None
    qtbot.waitUntil(lambda: tab.panel.booking_id is not None)
    assert tab.panel.booking_id == block.gone
    assert tab.page.beside.currentWidget() is tab.panel
    tab.canvas.go_home()
    assert tab.panel.booking_id is None


def test_a_side_that_was_closed_reads_nothing_until_a_booking_is_opened(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.close_panel()
    tab.canvas.choose_booking(block.football)
    qtbot.wait(300)
    assert tab.panel.booking_id is None
    tab.open_booking(tab.chosen())
    assert tab.page.beside_shown
    assert tab.panel.booking_id == block.football


def test_the_mode_keeps_day_and_booking(tab: GroundsTab, block: GroundsBlock) -> None:
    tab.canvas.choose_booking(block.football)
    for mode in (DAY, TABLE, AREA):
        tab.show_mode(mode)
        assert tab.chosen().booking_id == block.football
        assert tab.shown.holds(TODAY)


def test_a_days_title_opens_the_day_and_an_areas_title_its_week(
    tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.press_column(4)
    assert (tab.shown.mode, tab.shown.day) == (DAY, TODAY + timedelta(days=2))
    columns = tab.canvas.sheet.picture.columns
    hall = next(n for n, c in enumerate(columns) if c.area_id == block.hall)
    tab.press_column(hall)
    assert (tab.shown.mode, tab.area_id) == (AREA, block.hall)
    assert tab.shown.holds(TODAY + timedelta(days=2))
    tab.press_column(99)


def test_steps_go_by_what_is_shown_and_today_comes_back(tab: GroundsTab) -> None:
    tab.step(2)
    assert tab.shown.first == TODAY + timedelta(days=12)
    tab.show_mode(DAY)
    tab.step(-1)
    tab.go_to_today()
    assert (tab.shown.first, tab.shown.last) == (TODAY, TODAY)


def test_a_change_from_elsewhere_is_seen_and_the_selection_stays(
    tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    before = len(tab.canvas.sheet.picture.blocks)
    watched = block.officers["normunds"]
    times = on(18, 10), on(18, 11)
    with_booking(block.store, block.field, block.people("e"), *times, officer_id=watched)
    assert len(tab.canvas.sheet.picture.blocks) == before + 1
    assert tab.chosen().booking_id == block.football


def test_a_lost_supervisor_is_told_above_the_calendar_and_gone_to(
    tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.show_days(tab.shown.step(3))
    block.duty("agnese", 16, None)
    assert [row.booking_id for row in tab.page.mend.rows] == [block.football]
    tab.page.mend.step(1)
    assert tab.chosen().booking_id == block.football
    assert tab.chosen().lost is not None
    assert tab.shown.holds(TODAY)


def test_a_minute_passes_without_disturbing_a_selection(tab: GroundsTab) -> None:
    with standing_at(on(16, 13)):
        tab.pass_a_minute()
        assert tab.canvas.sheet.picture.now == 13 * 60

"""Where the practice tab leads: another day, the card, the matrix, the next shift to plan anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.commands import PlanShadowing
from openblock.features.shadowing.ui.tab import PracticeTab
from tests.features.shadowing.practising import PracticeBlock, on
from tests.features.shadowing.ui.grids import open_practice

Key = Qt.Key
APRIL = 4
OpenTab = Callable[[], PracticeTab]


@pytest.fixture
def open_tab(qtbot: QtBot, qapp: QApplication, block: PracticeBlock) -> OpenTab:
    return lambda: open_practice(qtbot, qapp, block)


@pytest.fixture
def tab(open_tab: OpenTab) -> PracticeTab:
    return open_tab()


def stand_on(tab: PracticeTab, trainee_id: int, day: date) -> None:
    tab.go_to({"trainee_id": trainee_id, "day": str(day)})
    tab.grid.cells.setFocus()


def test_planning_on_another_day_leads_the_keyboard_there(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.plan(block.elina, date(2026, 4, 1))
    request = PlanShadowing(block.elina, block.agnese, on(13, 9, APRIL), on(13, 21, APRIL))
    tab.page.popover.planned.emit(request)
    assert tab.grid.current() == (block.elina, date(2026, 4, 13))


def test_f8_leads_through_all_that_needs_planning_anew(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    block.duty(block.normunds, 26, "D")
    block.duty(block.agnese, 28, None)
    assert tab.page.bar.isVisible()
    places = set()
    for _n in range(len(tab.replans)):
        qtbot.keyClick(tab.grid.cells, Key.Key_F8)
        places.add(tab.grid.current())
        assert tab.page.bar.row is not None
        assert tab.grid.current() == (tab.page.bar.row.trainee_id, tab.page.bar.row.day)
    assert len(places) == len(tab.replans) > 0
    assert (block.gatis, date(2026, 3, 28)) in places, "a shift of another course is led to as well"


def test_another_mentor_is_looked_for_beside_the_grid(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    block.duty(block.ilze, 31, None)
    assert not tab.page.bar.shorten_button.isVisible()
    tab.page.bar.find_button.click()
    assert tab.grid.current() == (block.elina, date(2026, 3, 31))
    assert tab.page.popover.isVisible()
    assert "Zariņa Elīna" in tab.page.popover.title.text()


def test_the_card_opens_over_the_grid_and_leads_back_to_the_row(
    qtbot: QtBot, tab: PracticeTab, block: PracticeBlock
) -> None:
    stand_on(tab, block.arturs, date(2026, 3, 31))
    tab.open_card()
    assert tab.page.card_shown
    assert tab.page.card.shown_id == block.arturs
    tab.page.card.left.emit()
    assert not tab.page.card_shown
    assert tab.grid.current() == (block.arturs, date(2026, 3, 31))


def test_a_trainee_found_by_the_search_opens_the_card(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.go_to({"trainee_id": block.gatis})
    assert tab.page.card_shown
    assert tab.page.card.shown_id == block.gatis


def test_a_trainee_and_a_day_lead_to_the_cell_of_whatever_course(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.go_to({"trainee_id": block.gatis, "day": "2026-05-07"})
    assert tab.grid.current() == (block.gatis, date(2026, 5, 7))
    assert not tab.page.card_shown


def test_a_successor_starts_where_this_tab_was(
    tab: PracticeTab, block: PracticeBlock, open_tab: OpenTab
) -> None:
    tab.show_span("month")
    stand_on(tab, block.elina, date(2026, 4, 7))
    other = open_tab()
    other.go_to(tab.place())
    assert other.period == tab.period
    assert other.grid.current() == (block.elina, date(2026, 4, 7))
    other.go_to({"day": "nonsense"})
    assert other.grid.current() == (block.elina, date(2026, 4, 7))


def test_the_card_comes_back_after_a_lock(
    tab: PracticeTab, block: PracticeBlock, open_tab: OpenTab
) -> None:
    tab.open_card(block.elina)
    other = open_tab()
    other.go_to(tab.place())
    assert other.page.card.shown_id == block.elina


def test_the_matrix_stands_in_the_grids_place_and_opens_the_card(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    tab.toolbar.matrix.click()
    assert tab.page.matrix.isVisible()
    assert tab.page.matrix.course_id == block.second
    tab.page.matrix.opened.emit(block.elina)
    assert tab.page.card.shown_id == block.elina


def test_the_sheets_are_of_the_week_and_month_of_the_selected_day(
    tab: PracticeTab, block: PracticeBlock
) -> None:
    assert tab.sheets()
    tab.open_card(block.elina)
    of_card = tab.sheets()
    assert any(f"trainee:{block.elina}" in offer.subjects for offer in of_card)

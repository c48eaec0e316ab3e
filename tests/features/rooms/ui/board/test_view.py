"""The board as a view: its days, its floor, what it logs, and what it says where nothing is."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from openblock import clock
from openblock.features.accounts.queries import LogFilter, log_rows
from openblock.features.rooms.ui.board import BoardView
from openblock.features.rooms.ui.board.view import DAYS
from openblock.ui.desk import Desk
from tests.features.rooms.ui.board.conftest import SpokenDeeds
from tests.features.rooms.ui.board.invented import NOW, moment


def test_a_month_around_today_is_shown_at_first(shown):
    assert (shown.view.first, shown.view.days) == (date(2026, 11, 14), 30)
    assert shown.view.controls.title.text() == "14 Nov – 13 Dec 2026"
    assert shown.canvas.corner.text() == "1. stāvs\n28 beds"


def test_half_of_the_days_stay_in_sight_when_stepping(shown):
    shown.view.controls.later.click()
    assert shown.view.first == date(2026, 11, 29)
    shown.view.controls.earlier.click()
    shown.view.controls.earlier.click()
    assert shown.view.first == date(2026, 10, 30)
    shown.view.controls.today.click()
    assert shown.view.first == date(2026, 11, 14)


def test_another_span_is_kept_for_this_officer(shown):
    shown.view.controls.spans.button(90).click()
    assert shown.view.days == 90
    assert shown.desk.prefer(DAYS) == 90
    assert shown.view.first <= date(2026, 11, 22) < shown.view.first + timedelta(days=90)


def test_the_days_have_an_end_on_both_sides(shown):
    shown.view.first = date(1990, 1, 3)
    shown.view.step(-1)
    shown.view.step(-1)
    assert shown.view.first == date(1990, 1, 1)


def test_the_clock_change_is_two_days_like_any_other(shown):
    shown.view.first = date(2026, 10, 20)
    shown.view.refresh()
    axis = shown.canvas.sheet.axis
    wide = {axis.x_of_day(day + 1) - axis.x_of_day(day) for day in range(axis.days)}
    assert max(wide) - min(wide) <= 1


def test_reading_names_is_logged_once(shown):
    shown.view.refresh()
    shown.view.refresh()
    rows = shown.desk.read(log_rows, LogFilter())
    consulted = [row for row in rows if ("resident-list", "rooms-board") in row.subjects]
    assert len(consulted) == 1


def test_a_house_without_beds_says_what_belongs_here(store, qtbot):
    desk = Desk(store)
    view = BoardView(desk, SpokenDeeds())
    desk.setParent(view)
    qtbot.addWidget(view)
    view.show()
    view.refresh()
    assert view.nothing.isVisible()
    assert view.nothing.text().startswith("No beds here yet")
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.piece is None


def test_an_upcoming_move_is_gone_to_on_the_board(shown):
    view = shown.view.coming.moves_view
    view.setCurrentIndex(shown.view.coming.moves.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert shown.canvas.piece.name == "Zālītis Kaspars"
    assert shown.canvas.piece.start == moment(11, 23, 5)


def test_a_plan_whose_time_has_come_is_one_no_more(shown):
    with clock.standing_at(NOW + timedelta(hours=13)):
        shown.view.tick()
        kinds = [
            piece.kind
            for line in shown.canvas.sheet.picture.pieces
            for piece in line
            if piece.name == "Vanags Jānis"
        ]
    assert sorted(kinds) == ["past", "present"]


def test_enter_opens_the_menu_of_the_chosen_bar(shown, qtbot):
    shown.choose("Bērziņš")
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert shown.deeds.asked == [("place", shown.house.people["Bērziņš"], None, None, None)]


def test_the_controls_can_stand_in_the_bar_of_the_tab(shown):
    assert shown.view.lend_controls() is shown.view.controls
    assert not shown.view.bar.isVisible()


def test_free_beds_of_the_floor_are_counted(shown):
    assert "<b>15</b>&nbsp;today" in shown.view.coming.free.text()

"""What is chosen on the calendar is kept, told and read out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.calendar import CalendarCanvas, picture_of
from openblock.features.grounds.ui.calendar import cursor as cursors
from tests.features.grounds.ui.calendar.conftest import Open
from tests.features.grounds.ui.calendar.invented import MONDAY, booking, bookings, week

Key = Qt.Key


def test_what_was_chosen_stays_chosen_when_it_is_read_again_elsewhere(
    canvas: CalendarCanvas,
) -> None:
    canvas.choose_booking(2)
    moved = (booking(2, MONDAY, 700, 760), *bookings()[3:])
    canvas.show_picture(picture_of(week(moved), by_area=False))
    assert canvas.chosen.row.booking_id == 2
    assert (canvas.here.column, canvas.here.minute) == (0, 690)


def test_a_booking_that_is_gone_leaves_the_keyboard_where_it_stood(canvas: CalendarCanvas) -> None:
    canvas.choose_booking(7)
    canvas.show_picture(picture_of(week(()), by_area=False))
    assert canvas.chosen is None
    assert (canvas.here.column, canvas.here.minute) == (6, 870)


def test_a_booking_made_where_the_keyboard_stands_is_chosen(canvas: CalendarCanvas) -> None:
    canvas.stand(cursors.at(canvas.sheet.picture, 3, 660))
    canvas.show_picture(
        picture_of(week((booking(9, MONDAY.replace(day=19), 660, 720),)), by_area=False)
    )
    assert canvas.chosen.row.booking_id == 9


def test_reading_again_gives_up_what_is_in_hand(qtbot: QtBot, canvas: CalendarCanvas) -> None:
    canvas.choose_booking(7)
    qtbot.keyClick(canvas, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    canvas.show_picture(canvas.sheet.picture)
    assert canvas.draft is None


def test_a_screen_reader_hears_booking_and_slot(canvas: CalendarCanvas) -> None:
    canvas.choose_booking(7)
    said = canvas.accessibleDescription()
    assert said.startswith("Free time, Sports field, Sunday, 22 November 2026 14:30–15:45")
    assert "5 people of 12" in said
    canvas.stand(cursors.at(canvas.sheet.picture, 3, 660))
    assert (
        canvas.accessibleDescription() == "Thursday, 19 November 2026, 11:00–11:15, 12 places left"
    )
    canvas.stand(cursors.at(canvas.sheet.picture, 4, 720))
    assert canvas.accessibleDescription().endswith("the area is closed then")


def test_a_name_that_is_no_name_stands_on_the_block_letter_for_letter(open_canvas: Open) -> None:
    row = replace(booking(1, MONDAY, 600, 720), purpose="O'Brien <b>&" + "x" * 90, officer="<i>A")
    canvas = open_canvas(picture_of(week((row,)), by_area=False))
    canvas.choose_booking(1)
    assert "O'Brien <b>&" in canvas.accessibleDescription()
    canvas.grab()

"""The calendar as a control: Tab, double clicks, titles, and nothing at all to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.calendar import CalendarCanvas, picture_of
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.ui.theme import apply
from tests.features.grounds.ui.calendar.conftest import Open
from tests.features.grounds.ui.calendar.invented import week

Key = Qt.Key


def test_tab_walks_the_bookings_and_leaves_past_the_last(
    qtbot: QtBot, picture: CalendarPicture
) -> None:
    whole = QWidget()
    column = QVBoxLayout(whole)
    canvas, after = CalendarCanvas(picture), QLineEdit()
    column.addWidget(canvas)
    column.addWidget(after)
    qtbot.addWidget(whole)
    with qtbot.waitExposed(whole):
        whole.show()
    canvas.show_picture(picture)
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    canvas.choose_booking(6)
    qtbot.keyClick(canvas, Key.Key_Tab)
    assert canvas.chosen.row.booking_id == 7
    qtbot.keyClick(canvas, Key.Key_Tab)
    assert after.hasFocus()


def test_a_double_click_on_a_closure_opens_it(qtbot: QtBot, canvas: CalendarCanvas) -> None:
    middle = canvas.sheet.rect_of_shut(canvas.sheet.picture.shuts[0]).center() - canvas.offset()
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    with qtbot.waitSignal(canvas.shut_opened) as told:
        qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert told.args[0].closure_id == 1


def test_a_title_that_is_pressed_tells_which(qtbot: QtBot, canvas: CalendarCanvas) -> None:
    place = canvas.sheet.column_rect(4).center()
    place.setY(10)
    with qtbot.waitSignal(canvas.column_pressed) as told:
        qtbot.mouseClick(canvas.head, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [4]


def test_without_an_area_it_takes_every_key_and_click_and_does_nothing(
    qtbot: QtBot, open_canvas: Open
) -> None:
    canvas = open_canvas(picture_of(week((), area_id=None, areas=()), by_area=False))
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Delete, Key.Key_Tab):
        qtbot.keyClick(canvas, key)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton)
    canvas.go_home()
    assert (canvas.chosen, canvas.draft, canvas.accessibleDescription()) == (None, None, "")


def test_it_is_drawn_at_twice_the_text_size_and_scrolls_to_what_is_chosen(
    qapp: object, canvas: CalendarCanvas
) -> None:
    apply(qapp, "night", 200)
    canvas.show_picture(canvas.sheet.picture)
    canvas.choose_booking(7)
    rect = canvas.sheet.rect_of_block(canvas.chosen)
    shown = canvas.viewport().rect().translated(canvas.offset())
    assert shown.contains(rect)
    assert canvas.sheet.size.width() > canvas.viewport().width()

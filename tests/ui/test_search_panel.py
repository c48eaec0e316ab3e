"""The search as it is used: opened from anywhere, answered while typing, gone without a trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from openblock.ui import theme
from openblock.ui.search.model import LINE_ROLE
from openblock.ui.theme import token
from openblock.ui.window.workplace import Workplace
from tests.rig import press
from tests.ui.conftest import spec
from tests.ui.searching import PEOPLE, ROOMS, consulted, source

SOURCES = (source("residents", PEOPLE, consults=True), source("rooms", ROOMS, tab="today"))


@pytest.fixture
def show_place(desk, qtbot):
    def show(sources=SOURCES) -> Workplace:
        place = Workplace(desk, (spec("today"), spec("roster")), sources)
        qtbot.addWidget(place)
        place.resize(1366, 768)
        place.open_tab("today")
        with qtbot.waitActive(place):
            place.show()
            place.activateWindow()
        place.pages.page.typed.setFocus()
        return place

    return show


@pytest.fixture
def place(show_place) -> Workplace:
    return show_place()


def seek(place, typed: str) -> None:
    press(place, "k", ctrl=True)
    press(place, typed)
    place.search.look()


def titles(place) -> list[str]:
    return [line.title for line in place.search.model.lines]


def chosen(place) -> str:
    line = place.search.view.currentIndex().data(LINE_ROLE)
    return line.title if line else ""


def test_two_steps_and_three_letters_lead_to_the_person(place):
    press(place, "k", ctrl=True)
    press(place, "kal")
    press(place, Qt.Key.Key_Return)
    assert place.pages.key == "roster"
    assert place.pages.page.period == "Kalniņš Bērtulis"
    assert not place.search.isVisible()


def test_hits_come_while_typing_grouped_by_kind(place, qtbot):
    press(place, "k", ctrl=True)
    press(place, "ber")
    qtbot.waitUntil(lambda: bool(titles(place)), timeout=1000)
    assert titles(place) == [
        *("Residents", "Bērziņš Jānis", "Bērziņa Anna", "Kalniņš Bērtulis"),
        *("Rooms", "101 Bērzu telpa"),
    ]
    assert place.search.view.isVisible()
    assert place.search.view.accessibleName()


def test_arrows_go_from_hit_to_hit_and_the_box_says_which(place):
    seek(place, "ber")
    assert chosen(place) == "Bērziņš Jānis"
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(place, key)
        seen.append(chosen(place))
    assert seen == ["Bērziņa Anna", "Kalniņš Bērtulis", "101 Bērzu telpa", "101 Bērzu telpa"]
    assert place.search.line.accessibleDescription() == "101 Bērzu telpa, rooms 0"
    press(place, Qt.Key.Key_PageUp)
    assert chosen(place) == "Bērziņš Jānis"
    press(place, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Enter)
    assert place.pages.page.period == "Bērziņa Anna"


def test_esc_gives_the_keyboard_back_and_leaves_nothing_typed(place):
    before = QApplication.focusWidget()
    seek(place, "ber")
    assert place.search.line.hasFocus()
    press(place, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    assert not place.search.isVisible()
    assert place.search.line.text() == ""
    assert titles(place) == []


def test_the_keys_of_the_tab_behind_it_rest_while_it_is_open(place):
    fired = []
    for key in ("Esc", "Return", "Down"):
        shortcut = QShortcut(QKeySequence(key), place.pages.page)
        shortcut.activated.connect(lambda key=key: fired.append(key))
    seek(place, "ber")
    press(place, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert place.pages.page.period == "Bērziņa Anna"
    seek(place, "ber")
    press(place, Qt.Key.Key_Escape)
    assert fired == []


def test_nothing_found_is_said_and_enter_stays(place):
    seek(place, "qqqq")
    assert titles(place) == ["Nothing found"]
    assert place.search.line.accessibleDescription() == "Nothing found"
    press(place, Qt.Key.Key_Return, Qt.Key.Key_Down)
    assert place.search.isVisible()
    assert place.pages.key == "today"


def test_the_keys_pressed_again_select_what_was_typed(place):
    seek(place, "ber")
    press(place, "k", ctrl=True)
    assert place.search.line.selectedText() == "ber"
    press(place, "10")
    place.search.look()
    assert titles(place) == ["Rooms", "101 Bērzu telpa", "102"]


def test_the_field_opens_it_and_a_click_on_a_hit_goes_there(place, qtbot):
    qtbot.mouseClick(place.header.search_field, Qt.MouseButton.LeftButton)
    press(place, "berz")
    place.search.look()
    view = place.search.view
    for row in (0, 2):
        spot = view.visualRect(place.search.model.index(row)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert place.pages.page.period == "Bērziņa Anna"


def test_going_elsewhere_by_mouse_or_tab_number_empties_it(place):
    seek(place, "ber")
    place.pages.page.typed.setFocus()
    assert not place.search.isVisible()
    assert place.search.line.text() == ""
    assert place.pages.page.typed.hasFocus()
    seek(place, "ber")
    press(place, "2", alt=True)
    assert place.pages.key == "roster"
    assert titles(place) == []


def test_what_is_hidden_at_the_lock_holds_no_name_any_more(place):
    seek(place, "ber")
    place.hide()
    assert place.search.line.text() == ""
    assert place.search.line.accessibleDescription() == ""
    assert titles(place) == []


def test_an_opening_is_logged_once_however_much_is_typed(place, store):
    for typed in ("b", "e", "r"):
        seek(place, typed)
    assert consulted(store) == [(("search", "residents"),)]


def test_a_log_that_cannot_be_written_shows_no_name(place, desk, store, qtbot):
    store.sign_out()
    with qtbot.waitSignal(desk.refused):
        seek(place, "ber")
    assert titles(place) == []


def test_a_role_that_may_see_no_kind_has_no_search(show_place):
    place = show_place((source("people", PEOPLE, operation="nobody.may"),))
    assert not place.header.search_field.isVisible()
    press(place, "k", ctrl=True)
    assert not place.search.isVisible()


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (200, 1366), (200, 700)])
def test_it_stays_inside_the_window_at_every_text_size(show_place, dressed, size, width):
    place = show_place((source("rooms", tuple(f"10{n} A" for n in range(8))), *SOURCES))
    theme.apply(dressed, "light", size)
    seek(place, "a")
    place.resize(width, 500)
    assert place.rect().contains(place.search.geometry())
    shown = place.search.view.geometry()
    assert place.search.rect().contains(shown)
    assert shown.height() > theme.px(60)
    for _each in range(20):
        press(place, Qt.Key.Key_Down)
    row = place.search.view.visualRect(place.search.view.currentIndex())
    assert place.search.view.viewport().rect().intersects(row)
    press(place, *[Qt.Key.Key_Up] * 20)
    assert place.search.view.verticalScrollBar().value() == 0


def test_the_chosen_hit_has_a_bar_beside_its_colour(place):
    seek(place, "ber")
    view = place.search.view

    def left_edge(row: int) -> str:
        spot = view.visualRect(view.model().index(row, 0))
        return view.viewport().grab().toImage().pixelColor(1, spot.center().y()).name()

    assert left_edge(1) == token("accent").name()
    assert left_edge(2) != token("accent").name()
    press(place, Qt.Key.Key_Down)
    assert left_edge(2) == token("accent").name()

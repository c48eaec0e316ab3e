"""Signing in at the page, by keyboard."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from openblock import clock
from openblock.features.accounts import commands
from openblock.features.accounts.session import change_block_setting
from openblock.features.accounts.ui.people_list import Person
from openblock.ui.window.house import Left
from tests.conftest import PASSWORD
from tests.features.accounts.acting import press, typed


def test_the_only_person_types_the_password_and_presses_enter(show_page, window, qtbot):
    page = show_page()
    assert page.focusWidget() is page.pane.password
    typed(qtbot, page, PASSWORD)
    press(qtbot, page, Qt.Key.Key_Return)
    assert [store.actor.name for store in window.stores] == ["Anna Bērziņa"]
    assert page.pane.password.text() == ""


def test_a_surname_typed_without_diacritics_finds_the_person(colleagues, show_page, window, qtbot):
    page = show_page()
    assert page.focusWidget() is page.search
    typed(qtbot, page, "skele")
    assert page.search.text() == "skele"
    assert page.pane.person.name == "Šķēle Ģirts"
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.pane.password


def test_a_name_nobody_has_is_told_as_such(colleagues, show_page, qtbot):
    page = show_page()
    page.search.setText("zzz")
    assert page.unknown.isVisible()
    assert page.pane.person is None
    page.search.setFocus()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.filter.rowCount() == 4


def test_the_arrow_goes_from_the_search_to_the_list(colleagues, show_page, qtbot):
    page = show_page()
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.focusWidget() is page.list
    press(qtbot, page, Qt.Key.Key_Down)
    assert page.pane.person.name == "Bērziņš Andris"
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.pane.password


def test_letters_typed_on_the_list_go_into_the_search(colleagues, show_page, qtbot):
    page = show_page()
    page.list.setFocus()
    typed(qtbot, page, "s")
    assert page.search.text() == "s"
    assert page.focusWidget() is page.search


def test_a_wrong_password_stays_selected_beside_its_refusal(show_page, window, qtbot):
    page = show_page()
    typed(qtbot, page, "not this one")
    press(qtbot, page, Qt.Key.Key_Return)
    assert window.stores == []
    assert "not right" in page.pane.field.problem()
    assert page.pane.password.selectedText() or page.pane.password.hasSelectedText()
    assert page.pane.password.text() == "not this one"


def test_an_empty_password_is_asked_for_and_does_not_count_as_wrong(show_page, block, qtbot):
    page = show_page()
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.pane.field.problem() == "Type the password."
    for _time in range(9):
        press(qtbot, page, Qt.Key.Key_Return)
    assert block.entrance.seconds_left(block.slot_id) == 0


def test_the_wait_is_counted_down_in_words_and_ends_by_itself(show_page, window, qtbot):
    now = clock.now()
    page = show_page()
    with clock.standing_at(now):
        for _time in range(5):
            page.pane.password.setText("not this one")
            page.pane.confirm()
        assert "Try again in 1 second" in page.pane.field.problem()
        page.pane.password.setText(PASSWORD)
        page.pane.confirm()
        assert window.stores == []
    with clock.standing_at(now + timedelta(seconds=9)):
        qtbot.waitUntil(page.pane.enter.isEnabled, timeout=3000)
        assert page.pane.field.problem() == "You may try again now."
        page.pane.confirm()
    assert len(window.stores) == 1


def test_caps_lock_is_noticed_from_what_the_keys_produce(show_page, qtbot):
    page = show_page()
    qtbot.keyClick(page.pane.password, "A", Qt.KeyboardModifier.NoModifier)
    assert page.pane.caps_row.isVisible()
    qtbot.keyClick(page.pane.password, "a", Qt.KeyboardModifier.NoModifier)
    assert not page.pane.caps_row.isVisible()
    qtbot.keyClick(page.pane.password, Qt.Key.Key_CapsLock)
    assert page.pane.caps_row.isVisible()


def test_the_eye_shows_the_password_and_hides_it_again(show_page):
    page = show_page()
    (eye,) = [each for each in page.pane.password.actions() if isinstance(each, QAction)]
    eye.trigger()
    assert page.pane.password.echoMode() == QLineEdit.EchoMode.Normal
    eye.trigger()
    assert page.pane.password.echoMode() == QLineEdit.EchoMode.Password


def test_who_locked_stands_first_with_the_work_kept(colleagues, show_page, block):
    block.entrance.sign_in(block.slot_id, PASSWORD).store.close()
    left = Left(1, clock.at(clock.today(), 4 * 60 + 41), "Roster, November 2026")
    page = show_page(left=left)
    assert page.model.people[0] == Person(block.slot_id, "Anna Bērziņa", "locked at 04:41", True)
    assert "Roster, November 2026" in page.pane.kept.text()
    assert page.pane.enter.text() == "Continue"
    assert page.focusWidget() is page.pane.password


def test_changing_the_officer_chooses_nobody(colleagues, show_page, block):
    block.entrance.sign_in(block.slot_id, PASSWORD).store.close()
    left = Left(1, clock.now(), "Roster")
    page = show_page(left=left, changing=True)
    assert page.pane.person is None
    assert not page.pane.enter.isVisible()


def test_another_person_finds_an_empty_password_field(colleagues, show_page):
    page = show_page()
    page.list.setCurrentIndex(page.filter.index(0, 0))
    page.pane.password.setText("half typed")
    page.list.setCurrentIndex(page.filter.index(1, 0))
    assert page.pane.password.text() == ""


def test_a_click_on_a_name_puts_the_keyboard_into_the_password(colleagues, show_page, qtbot):
    """Typed into the list, the password would be searched for among the names, and shown."""
    page = show_page()
    place = page.list.visualRect(page.filter.index(1, 0)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    typed(qtbot, page, "an old kettle")
    assert page.pane.password.text() == "an old kettle"
    assert page.search.text() == ""


def test_where_names_are_not_listed_the_whole_name_is_typed(anna, show_page, window, qtbot):
    change_block_setting(anna, commands.ChangeSetting("list_names", value=False))
    page = show_page()
    assert not page.list.isVisible()
    typed(qtbot, page, "anna")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.unknown.isVisible()
    typed(qtbot, page, " berzina")
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.pane.person is None
    page.search.setText("Anna Bērziņa")
    press(qtbot, page, Qt.Key.Key_Return)
    typed(qtbot, page, PASSWORD)
    press(qtbot, page, Qt.Key.Key_Return)
    assert len(window.stores) == 1


def test_tab_goes_through_the_door_in_reading_order(colleagues, show_page, qtbot):
    page = show_page()
    page.list.setCurrentIndex(page.filter.index(0, 0))
    page.list.setFocus()
    seen = []
    for _step in range(5):
        seen.append(page.focusWidget())
        press(qtbot, page, Qt.Key.Key_Tab)
    expected = [page.list, page.search, page.pane.password, page.pane.enter, page.pane.recovery]
    assert seen == expected

"""How many steps the daily things take, counted by keyboard in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock import clock
from openblock.features.residents.queries import residents
from openblock.features.rooms.queries import bed_of
from openblock.features.roster.queries import month_roster
from tests.rig import demonstration, meet, press, pressed, settle, wait_for


@pytest.fixture
def window(qapp):
    with demonstration() as window:
        window.activateWindow()
        settle(20)
        yield window


@pytest.fixture
def strokes(window):
    """Every key pressed since the window was open, with whatever is held down."""
    pressed.clear()
    return pressed


def test_this_months_roster_is_printed_in_two_steps(window, strokes, monkeypatch):
    sent = []

    def look_and_go_on(dialog):
        settle(20)
        assert dialog.preview.pages >= 1
        # Without a printer here Enter goes to saving; with one it goes to printing.
        dialog.print_button.clicked.connect(lambda: sent.append("printed"))
        monkeypatch.setattr(dialog, "ask_where_to_save", lambda: None)
        dialog.save_button.clicked.connect(lambda: sent.append("saved"))
        press(dialog, Qt.Key.Key_Return)

    meet(lambda: press(window, Qt.Key.Key_P, ctrl=True), look_and_go_on)
    assert sent
    assert len(strokes) == 2


def test_a_cell_of_a_draft_is_set_with_one_keystroke(window, strokes):
    press(window, Qt.Key.Key_PageDown, alt=True)
    strokes.clear()
    roster = window.workplace.pages.page
    place = roster.grid.current()
    assert place is not None, "the grid has the keyboard as soon as the window is open"
    press(roster.grid.cells, "D")
    stored = window.desk.store.read(month_roster, 2026, 12)
    assert stored.duties[place].code == "D"
    assert len(strokes) == 1


def test_a_cycle_is_laid_over_a_month_in_four_steps(window, strokes):
    press(window, Qt.Key.Key_PageDown, alt=True)
    press(window, Qt.Key.Key_PageDown, alt=True)
    shown = window.workplace.pages.page.period.first
    assert not window.desk.store.read(month_roster, shown.year, shown.month).duties
    meet(
        lambda: press(window, Qt.Key.Key_L, ctrl=True),
        lambda dialog: press(dialog, Qt.Key.Key_Return),
    )
    assert window.desk.store.read(month_roster, shown.year, shown.month).duties
    assert len(strokes) <= 4


def person_of(window, surname):
    rows = window.desk.store.read(residents, clock.now())
    return next(each.resident_id for each in rows if each.surname == surname)


def bed_of_person(window, surname):
    row = window.desk.store.read(bed_of, person_of(window, surname), clock.now())
    return row.bed if row is not None else ""


def find(window, letters):
    """Ctrl+K, the letters, Enter: as anywhere in the programme."""
    press(window, Qt.Key.Key_K, ctrl=True)
    for letter in letters:
        press(window.workplace.search.line, letter)
    wait_for(lambda: window.workplace.search.model.rowCount() > 1)
    press(window.workplace.search.line, Qt.Key.Key_Return)
    settle(30)


def test_a_resident_is_found_from_anywhere_in_two_steps_and_three_letters(window, strokes):
    assert window.workplace.pages.key == "roster"
    find(window, "diz")
    assert window.workplace.pages.key == "residents"
    shown = window.workplace.pages.page.place()
    assert shown["resident_id"] == person_of(window, "Dižozols")
    steps = [each for each in strokes if not (isinstance(each, str) and len(each) == 1)]
    assert len(steps) <= 2
    assert len(strokes) <= 2 + 3


def test_a_resident_is_moved_to_another_bed_in_at_most_four_steps(window, strokes):
    find(window, "diz")
    strokes.clear()

    def confirm(dialog):
        settle(50)
        press(dialog, Qt.Key.Key_Return)

    meet(lambda: press(window, Qt.Key.Key_M, ctrl=True), confirm)
    settle(30)
    # Only one bed of the men's sections is free; the keep-apart trouble is the reason filled in.
    assert bed_of_person(window, "Dižozols") == "201 B"
    assert len(strokes) <= 4


def test_two_residents_change_beds_in_at_most_four_steps(window, strokes):
    find(window, "diz")
    strokes.clear()

    def choose(dialog):
        settle(50)
        picker = dialog.focusWidget()
        press(picker, *"abe")
        wait_for(picker.popup.isVisible)
        # A list that pops up takes the keys; off-screen nobody hands them to it.
        QTest.keyClick(picker.popup, Qt.Key.Key_Return)
        strokes.append(Qt.Key.Key_Return)
        wait_for(lambda: picker.value() is not None)
        press(dialog, Qt.Key.Key_Return)

    meet(lambda: press(window, Qt.Key.Key_J, ctrl=True), choose)
    settle(30)
    assert bed_of_person(window, "Dižozols") == "101 A"
    assert bed_of_person(window, "Ābelkoks") == "103 A"
    steps = [each for each in strokes if not (isinstance(each, str) and len(each) == 1)]
    assert len(steps) <= 4

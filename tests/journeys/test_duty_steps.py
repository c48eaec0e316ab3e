"""How many steps the living roster's daily things take, counted by keyboard in the real window."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from openblock import clock
from openblock.features.roster.queries import roster
from openblock.features.roster.queries.exchanges import exchanges
from openblock.features.roster.queries.open_duty import open_duty
from openblock.features.roster.queries.substitutes import substitutes
from tests.rig import demonstration, meet, press, pressed, settle

Key = Qt.Key


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


def shown(window, day):
    return window.desk.store.read(roster, day, day)


def stand_on_a_duty_of_today(window):
    """The keyboard on the first officer with a duty today, as a telephone call would have it."""
    today = clock.today()
    tab = window.workplace.pages.page
    officer_id = next(
        each.officer_id
        for each in shown(window, today).officers
        if (each.officer_id, today) in shown(window, today).duties
    )
    tab.grid.go_to(officer_id, today)
    tab.grid.cells.setFocus()
    return officer_id, today


def answer(dialog):
    settle(50)
    press(dialog, Key.Key_Return)


def test_a_sudden_illness_is_recorded_and_the_best_substitute_put_in_in_at_most_five_steps(
    window, strokes
):
    officer_id, today = stand_on_a_duty_of_today(window)
    store = window.desk.store
    lost = shown(window, today).duties[officer_id, today]
    # The month hangs on the wall: what changes it is asked for, and the letter has answered.
    meet(lambda: press(window, "s"), answer)
    assert shown(window, today).absences[officer_id, today].code == "S"
    assert "Ctrl+U" in window.workplace.message_bar.notices[-1].actions[0].words
    best = store.read(substitutes, store.read(open_duty, officer_id, today))[0]
    meet(lambda: press(window, Key.Key_U, ctrl=True), answer)
    taken = shown(window, today).duties[best.officer_id, today]
    assert (taken.code, taken.ends_at) == (lost.code, lost.ends_at)
    assert len(strokes) <= 5


def test_two_officers_swap_duties_in_at_most_five_steps(window, strokes):
    officer_id, today = stand_on_a_duty_of_today(window)
    before = shown(window, today).duties[officer_id, today]
    store, near = window.desk.store, timedelta(days=60)
    known = {each.exchange_id for each in store.read(exchanges, today - near, today + near)}

    def choose(dialog):
        settle(50)
        press(dialog, Key.Key_Return)
        if dialog.isVisible():
            # A warning or a posted month asks why; the cursor stands in the field by now.
            press(dialog, *"swap", Key.Key_Return)

    meet(lambda: press(window, Key.Key_G, ctrl=True), choose)
    (made,) = [
        each
        for each in store.read(exchanges, today - near, today + near)
        if each.exchange_id not in known
    ]
    assert (made.kind, made.state, made.officer_id) == ("swap", "done", officer_id)
    given = shown(window, today).duties[made.other_id, today]
    assert (given.starts_at, given.ends_at) == (before.starts_at, before.ends_at)
    steps = [each for each in strokes if not (isinstance(each, str) and len(each) == 1)]
    assert len(steps) <= 5


def test_todays_shift_list_is_printed_in_two_steps(window, strokes, monkeypatch):
    sent = []

    def look_and_go_on(dialog):
        settle(20)
        assert dialog.preview.pages >= 1
        # Without a printer here Enter goes to saving; with one it goes to printing.
        dialog.print_button.clicked.connect(lambda: sent.append("printed"))
        monkeypatch.setattr(dialog, "ask_where_to_save", lambda: None)
        dialog.save_button.clicked.connect(lambda: sent.append("saved"))
        press(dialog, Key.Key_Return)

    def print_shift():
        strokes.append(Key.Key_P)
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(QApplication.focusWidget() or window, Key.Key_P, held)

    meet(print_shift, look_and_go_on)
    assert sent
    assert len(strokes) == 2

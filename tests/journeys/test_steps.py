"""How many steps the daily things take, counted by keyboard in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.roster.queries import month_roster
from tests.rig import demonstration, meet, press, pressed, settle


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


def test_a_cell_is_set_with_one_keystroke(window, strokes):
    roster = window.workplace.pages.page
    place = roster.grid.current()
    assert place is not None, "the grid has the keyboard as soon as the window is open"
    press(roster.grid.cells, "D")
    stored = window.desk.store.read(month_roster, 2026, 11)
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

"""How many steps a booking takes from the calendar, counted by keyboard in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from openblock.app.programme import Programme
from openblock.clock import standing_at
from openblock.features.grounds.queries import WeekAsked, week
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.booking_dialog import BookingDialog
from openblock.features.grounds.ui.calendar import cursor
from openblock.features.grounds.ui.tab import GroundsTab
from openblock.ui.preferences import WORKSTATION, Preferences
from openblock.ui.theme import apply
from openblock.ui.window.main import MainWindow
from tests.features.grounds.outside import NOW, ONE_DAY, TODAY, GroundsBlock, on
from tests.rig import SCREEN, close, press, pressed, settle

FRIDAY = TODAY + 2 * ONE_DAY


@pytest.fixture
def window(qapp: QApplication, block: GroundsBlock) -> Iterator[MainWindow]:
    """The whole window on the block, the field's week in it."""
    apply(qapp)
    programme = Programme(Path("none.openblock"), Preferences(None, WORKSTATION))
    made = MainWindow(programme.house())
    made.resize(SCREEN)
    made.sign_in(block.store)
    made.idle.stop()
    made.show()
    made.activateWindow()
    settle(30)
    made.workplace.open_tab("grounds", {"area_id": block.field, "day": TODAY.isoformat()})
    settle(30)
    yield made
    close(made, programme)


def stand(window: MainWindow, hour: int) -> GroundsTab:
    """The cursor on Friday at ``hour``."""
    tab = window.findChildren(GroundsTab)[-1]
    tab.canvas.stand(cursor.at(tab.canvas.sheet.picture, FRIDAY.weekday(), hour * 60))
    tab.canvas.setFocus()
    pressed.clear()
    return tab


def booked(window: MainWindow):
    return window.desk.read(week, WeekAsked(FRIDAY, FRIDAY, None), NOW).bookings


def test_a_group_booked_before_is_booked_from_the_cursor_in_at_most_four_steps(window, block):
    tab = stand(window, 15)
    press(window, Qt.Key.Key_Return)
    settle(50)
    assert [each for each in tab.findChildren(BookingDialog) if each.isVisible()]
    press(window, Qt.Key.Key_1, ctrl=True)
    press(window, Qt.Key.Key_Return)
    settle(50)
    (row,) = booked(window)
    assert row.residents == block.people("abcd")
    assert (row.purpose, row.span.start, row.span.minutes) == ("Futbols", on(18, 15), 90)
    assert row.officer_id is not None
    assert len(pressed) <= 4


def test_esc_leaves_everything_as_it_was(window):
    stand(window, 15)
    press(window, Qt.Key.Key_Return)
    settle(50)
    press(window, Qt.Key.Key_1, ctrl=True)
    press(window, Qt.Key.Key_Escape)
    settle(50)
    assert booked(window) == ()


def test_a_group_the_cursor_stands_on_is_ticked_out_in_one_step(window, block):
    with standing_at(on(16, 15)):
        tab = stand(window, 15)
        assert tab.choose_booking(block.football)
        tab.canvas.setFocus()
        pressed.clear()
        press(window, Qt.Key.Key_Space)
        settle(50)
        seen = window.desk.read(week, WeekAsked(TODAY, TODAY, block.field), on(16, 15))
    (row,) = (each for each in seen.bookings if each.booking_id == block.football)
    assert (row.state, row.started_at) == (State.IN_USE, on(16, 15))
    assert len(pressed) == 1

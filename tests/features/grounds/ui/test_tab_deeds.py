"""The deeds of the grounds' tab: booking, moving, ticking and closing from the calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from openblock.clock import standing_at
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.ui.calendar import Draft, Grip
from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.modes import DAY
from openblock.features.grounds.ui.tab import GroundsTab
from tests.features.grounds.outside import GroundsBlock, on
from tests.features.grounds.ui.showings import all_stored, open_grounds, stored
from tests.rig import press, settle

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
OpenTab = Callable[..., GroundsTab]


@pytest.fixture
def open_tab(qtbot: QtBot, qapp: QApplication, block: GroundsBlock) -> OpenTab:
    def opened(role: str = "administrator") -> GroundsTab:
        return open_grounds(qtbot, qapp, block, role)

    return opened


@pytest.fixture
def tab(open_tab: OpenTab) -> GroundsTab:
    return open_tab()


def dialogs(tab: GroundsTab) -> list[QDialog]:
    return [each for each in tab.findChildren(QDialog) if each.isVisible()]


def stand(tab: GroundsTab, column: int, hour: float) -> None:
    tab.canvas.stand(cursors.at(tab.canvas.sheet.picture, column, round(hour * 60)))
    tab.canvas.setFocus()


def test_alt_and_arrows_move_a_booking_to_another_hour_and_undo_brings_it_back(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    for _time in range(2):
        qtbot.keyClick(tab.canvas, Key.Key_Up, ALT)
    qtbot.keyClick(tab.canvas, Key.Key_Return)
    assert stored(block, block.football).span == Span(on(16, 14.5), on(16, 16))
    assert tab.canvas.chosen.row.booking_id == block.football
    tab.desk.undo()
    assert stored(block, block.football).span == Span(on(16, 15), on(16, 16.5))


def test_a_refused_move_says_why_and_the_calendar_shows_what_is_stored(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    block_at = tab.canvas.chosen
    with qtbot.waitSignal(tab.desk.refused):
        tab.propose(Draft(Grip.WHOLE, block_at.column, 19 * 60, 20 * 60 + 30, block_at))
    assert stored(block, block.football).span.start == on(16, 15)
    assert tab.canvas.sheet.picture.block_of(block.football).top == 15 * 60


def test_alt_shift_and_arrows_stretch_a_booking(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    qtbot.keyClick(tab.canvas, Key.Key_Up, ALT | SHIFT)
    qtbot.keyClick(tab.canvas, Key.Key_Return)
    assert stored(block, block.football).span == Span(on(16, 15), on(16, 16.25))


def test_a_group_that_was_booked_before_is_booked_in_three_keys(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    before = set(all_stored(block))
    stand(tab, 2, 17)
    qtbot.keyClick(tab.canvas, Key.Key_Return)
    (dialog,) = dialogs(tab)
    qtbot.waitExposed(dialog)
    settle(20)
    press(dialog, Key.Key_1, ctrl=True)
    press(dialog, Key.Key_Return)
    qtbot.waitUntil(lambda: not dialogs(tab))
    (made,) = set(all_stored(block)) - before
    row = stored(block, made)
    assert (row.area_id, row.span.start) == (block.field, on(16, 17))
    assert row.heads == 4
    assert tab.canvas.chosen.row.booking_id == made


def test_space_ticks_the_chosen_group_out_and_space_again_back(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    with standing_at(on(16, 15)):
        tab.refresh()
        tab.canvas.choose_booking(block.football)
        qtbot.keyClick(tab.canvas, Key.Key_Space)
        assert stored(block, block.football).state == State.IN_USE
    with standing_at(on(16, 16)):
        tab.refresh()
        qtbot.keyClick(tab.canvas, Key.Key_Space)
        assert stored(block, block.football).state == State.FINISHED
        qtbot.keyClick(tab.canvas, Key.Key_Space)
        assert stored(block, block.football).state == State.FINISHED


def test_delete_asks_why_before_anything_is_cancelled(
    qtbot: QtBot, tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.canvas.choose_booking(block.football)
    qtbot.keyClick(tab.canvas, Key.Key_Delete)
    (dialog,) = dialogs(tab)
    assert stored(block, block.football).state == State.APPROVED
    dialog.reject()


def test_a_booking_carried_to_another_area_is_looked_at_before_it_is_so(
    tab: GroundsTab, block: GroundsBlock
) -> None:
    tab.show_mode(DAY)
    picture = tab.canvas.sheet.picture
    hall = next(n for n, c in enumerate(picture.columns) if c.area_id == block.hall)
    tab.propose(Draft(Grip.WHOLE, hall, 15 * 60, 16 * 60, picture.block_of(block.football)))
    (dialog,) = dialogs(tab)
    assert stored(block, block.football).area_id == block.field
    dialog.reject()


@pytest.mark.parametrize("deed", ["book", "find_free", "close_area", "set_up"])
def test_every_deed_of_the_toolbar_opens_its_dialog_on_the_time_the_keyboard_is_at(
    tab: GroundsTab, deed: str
) -> None:
    stand(tab, 3, 10)
    assert tab.span_here() == Span(on(17, 10), on(17, 11))
    getattr(tab, deed)()
    (dialog,) = dialogs(tab)
    dialog.reject()

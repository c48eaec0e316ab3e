"""Mouse and keyboard on the calendar: drawing, carrying, stretching, selecting, giving up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.calendar import CalendarCanvas, Draft, Grip
from openblock.features.grounds.ui.calendar import cursor as cursors

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def proposed(canvas: CalendarCanvas) -> list[Draft]:
    found: list[Draft] = []
    canvas.proposed.connect(found.append)
    return found


def spot(canvas: CalendarCanvas, column: int, minute: float, aside: int = 30) -> QPoint:
    sheet = canvas.sheet
    place = QPoint(sheet.left_of(column) + aside, sheet.axis.y_of(minute) + 1)
    return place - canvas.offset()


def drag(qtbot: QtBot, canvas: CalendarCanvas, start: QPoint, end: QPoint) -> None:
    view = canvas.viewport()
    qtbot.mousePress(view, LEFT, pos=start)
    qtbot.mouseMove(view, (start + end) / 2)
    qtbot.mouseMove(view, end)


def let_go(qtbot: QtBot, canvas: CalendarCanvas, at: QPoint) -> None:
    qtbot.mouseRelease(canvas.viewport(), LEFT, pos=at)


def test_a_time_drawn_on_empty_ground_is_proposed_when_the_button_is_let_go(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    start, end = spot(canvas, 3, 660), spot(canvas, 3, 735)
    drag(qtbot, canvas, start, end)
    assert (canvas.draft.start, canvas.draft.end) == (660, 750)
    assert proposed == []
    let_go(qtbot, canvas, end)
    assert [(d.grip, d.column, d.start, d.end) for d in proposed] == [(Grip.NEW, 3, 660, 750)]
    assert canvas.draft is None


def test_a_block_is_carried_to_another_day(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    block = canvas.sheet.picture.block_of(7)
    start, end = spot(canvas, 6, 900), spot(canvas, 3, 840)
    drag(qtbot, canvas, start, end)
    let_go(qtbot, canvas, end)
    assert proposed == [Draft(Grip.WHOLE, 3, 810, 885, block)]


@pytest.mark.parametrize(
    ("edge", "to", "span"), [("bottom", 990, (870, 990)), ("top", 840, (840, 945))]
)
def test_an_edge_stretches(
    qtbot: QtBot,
    canvas: CalendarCanvas,
    proposed: list[Draft],
    edge: str,
    to: int,
    span: tuple[int, int],
) -> None:
    rect = canvas.sheet.rect_of_block(canvas.sheet.picture.block_of(7))
    y = rect.bottom() - 1 if edge == "bottom" else rect.top() + 1
    start = QPoint(rect.left() + 20, y) - canvas.offset()
    end = spot(canvas, 6, to)
    drag(qtbot, canvas, start, end)
    let_go(qtbot, canvas, end)
    assert [(d.start, d.end) for d in proposed] == [span]


def test_escape_gives_up_a_drag_and_letting_go_does_nothing_then(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    start, end = spot(canvas, 3, 660), spot(canvas, 3, 735)
    drag(qtbot, canvas, start, end)
    qtbot.keyClick(canvas, Key.Key_Escape)
    let_go(qtbot, canvas, end)
    assert (canvas.draft, proposed) == (None, [])


def test_a_click_that_trembles_proposes_nothing(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    start = spot(canvas, 6, 900)
    drag(qtbot, canvas, start, start + QPoint(1, 1))
    let_go(qtbot, canvas, start)
    assert (proposed, canvas.chosen.row.booking_id) == ([], 7)


def test_what_is_past_and_what_a_reader_sees_is_not_carried(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    drag(qtbot, canvas, spot(canvas, 0, 600), spot(canvas, 3, 600))
    let_go(qtbot, canvas, spot(canvas, 3, 600))
    canvas.editable = False
    drag(qtbot, canvas, spot(canvas, 3, 660), spot(canvas, 3, 735))
    let_go(qtbot, canvas, spot(canvas, 3, 735))
    canvas.choose_booking(7)
    qtbot.keyClick(canvas, Key.Key_Down, ALT)
    assert (proposed, canvas.draft) == ([], None)


def test_shift_and_arrows_select_a_time_and_enter_books_it(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    canvas.stand(cursors.at(canvas.sheet.picture, 3, 660))
    for _time in range(3):
        qtbot.keyClick(canvas, Key.Key_Down, SHIFT)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert [(d.column, d.start, d.end) for d in proposed] == [(3, 660, 720)]
    qtbot.keyClick(canvas, Key.Key_Escape)
    assert not canvas.here.selects


def test_enter_on_empty_ground_proposes_an_hour(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    canvas.stand(cursors.at(canvas.sheet.picture, 3, 660))
    qtbot.keyClick(canvas, Key.Key_Return)
    assert [(d.start, d.end) for d in proposed] == [(660, 720)]


def test_alt_and_arrows_carry_a_booking_until_enter_puts_it_down(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    canvas.choose_booking(7)
    for key in (Key.Key_Up, Key.Key_Up, Key.Key_Left):
        qtbot.keyClick(canvas, key, ALT)
    assert proposed == []
    qtbot.keyClick(canvas, Key.Key_Return)
    assert [(d.column, d.start, d.end) for d in proposed] == [(5, 840, 915)]


def test_alt_shift_and_arrows_stretch_a_group_that_is_out(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    canvas.choose_booking(5)
    qtbot.keyClick(canvas, Key.Key_Down, ALT)
    assert canvas.draft is None
    for _time in range(2):
        qtbot.keyClick(canvas, Key.Key_Down, ALT | SHIFT)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert [(d.start, d.end) for d in proposed] == [(570, 690)]


def test_what_is_put_down_where_it_was_is_not_proposed(
    qtbot: QtBot, canvas: CalendarCanvas, proposed: list[Draft]
) -> None:
    canvas.choose_booking(7)
    for key in (Key.Key_Up, Key.Key_Down):
        qtbot.keyClick(canvas, key, ALT)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert (proposed, canvas.draft) == ([], None)


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Key.Key_Return, "opened"), (Key.Key_Delete, "cancel_wanted"), (Key.Key_Space, "tick_wanted")],
)
def test_one_key_does_a_deed_of_the_chosen_booking(
    qtbot: QtBot, canvas: CalendarCanvas, key: Qt.Key, signal: str
) -> None:
    canvas.choose_booking(7)
    with qtbot.waitSignal(getattr(canvas, signal)) as told:
        qtbot.keyClick(canvas, key)
    assert told.args[0].booking_id == 7


def test_delete_on_empty_ground_says_what_is_to_be_done_first(
    qtbot: QtBot, canvas: CalendarCanvas
) -> None:
    canvas.stand(cursors.at(canvas.sheet.picture, 3, 660))
    with qtbot.waitSignal(canvas.pointed) as said:
        qtbot.keyClick(canvas, Key.Key_Delete)
    assert said.args[0].startswith("Choose a booking first")


def test_past_the_last_day_the_next_week_is_wanted(qtbot: QtBot, canvas: CalendarCanvas) -> None:
    canvas.stand(cursors.at(canvas.sheet.picture, 6, 660))
    with qtbot.waitSignal(canvas.beyond) as wanted:
        qtbot.keyClick(canvas, Key.Key_Right)
    assert wanted.args == [1]

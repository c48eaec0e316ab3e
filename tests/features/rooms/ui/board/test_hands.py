"""Walking with the arrows, and every drag with the mouse and again with the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from openblock.clock import FOREVER
from openblock.features.rooms.ui.board.pieces import Kind
from tests.features.rooms.ui.board.invented import NOW, moment

LEFT = Qt.MouseButton.LeftButton


def place_of(canvas, name, at, dy=0):
    """Where a bed's line lies at an instant, in the viewport."""
    line = next(n for n, each in enumerate(canvas.sheet.picture.lines) if each.name == name)
    x = canvas.sheet.axis.x_of(at)
    return QPoint(x, line * canvas.sheet.row + canvas.sheet.row // 2 + dy) - canvas.offset()


def drag(canvas, start, end):
    viewport = canvas.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(viewport, start + (end - start) * step / 4)
    seen = canvas.hands.draft
    QTest.mouseRelease(viewport, LEFT, pos=end)
    return seen


def keys(canvas, *pressed, shift=False):
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for key in pressed:
        QTest.keyClick(canvas, key, modifier)


def test_arrows_walk_from_bed_to_bed_at_the_same_instant(shown):
    canvas = shown.canvas
    shown.choose("Bērziņš")
    canvas.moment = NOW
    keys(canvas, Qt.Key.Key_Down)
    assert canvas.piece.name == "Kļaviņš Jānis"
    keys(canvas, Qt.Key.Key_Down)
    assert canvas.piece.kind == Kind.FREE
    keys(canvas, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert canvas.piece.name == "Bērziņš Jānis"


def test_arrows_walk_along_a_bed_with_the_gaps_between(shown):
    canvas = shown.canvas
    shown.choose("Lūsis")
    keys(canvas, Qt.Key.Key_Right)
    assert canvas.piece.kind == Kind.FREE
    keys(canvas, Qt.Key.Key_Right)
    assert canvas.piece.name == "Vanags Jānis"
    keys(canvas, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert canvas.piece.name == "Lūsis Jānis"


def test_past_the_last_bar_come_the_later_days(shown):
    first = shown.view.first
    shown.choose("Bērziņš")
    keys(shown.canvas, Qt.Key.Key_Right)
    assert (shown.view.first - first).days == 15
    keys(shown.canvas, Qt.Key.Key_Home)
    assert shown.view.first == first


def test_what_is_walked_to_is_said(shown):
    canvas = shown.canvas
    shown.choose("Žukovs")
    assert canvas.accessibleDescription() == canvas.piece.spoken
    assert shown.view.footer.line.text() == canvas.piece.spoken


def test_a_bar_dragged_to_a_free_bed_moves_the_person_from_now_on(shown):
    canvas = shown.canvas
    target = shown.house.beds["103 A"]
    start = place_of(canvas, "101 A", moment(11, 25))
    seen = drag(canvas, start, place_of(canvas, "103 A", moment(11, 25)))
    assert seen is not None
    assert shown.deeds.asked == [("place", shown.house.people["Bērziņš"], target, None, None)]
    assert canvas.hands.draft is None


def test_a_bar_dragged_onto_somebody_swaps_the_two(shown):
    canvas = shown.canvas
    drag(
        canvas,
        place_of(canvas, "101 A", moment(11, 25)),
        place_of(canvas, "102 A", moment(11, 25)),
    )
    people = shown.house.people
    assert shown.deeds.asked == [("swap", people["Bērziņš"], people["Ozols"], None)]


def test_an_end_dragged_changes_the_dates(shown):
    canvas = shown.canvas
    edge = place_of(canvas, "101 B", moment(11, 26, 9)) - QPoint(2, 0)
    drag(canvas, edge, place_of(canvas, "101 B", moment(11, 29, 3)))
    ((deed, _number, bed, start, end),) = shown.deeds.asked
    assert (deed, bed) == ("stretch", shown.house.beds["101 B"])
    assert (start, end) == (moment(9, 1), moment(11, 29, 12))


def test_days_drawn_over_a_free_bed_place_somebody(shown):
    canvas = shown.canvas
    drag(
        canvas,
        place_of(canvas, "103 A", moment(11, 25, 3)),
        place_of(canvas, "103 A", moment(11, 28, 3)),
    )
    bed = shown.house.beds["103 A"]
    span = (moment(11, 25, 12), moment(11, 28, 12))
    assert shown.deeds.asked == [("place", None, bed, *span)]


def test_a_click_without_a_drag_asks_for_nothing(shown):
    canvas = shown.canvas
    at = place_of(canvas, "101 A", moment(11, 25))
    QTest.mouseClick(canvas.viewport(), LEFT, pos=at)
    assert canvas.piece.name == "Bērziņš Jānis"
    drag(canvas, at, at + QPoint(2, 1))
    assert shown.deeds.asked == []


def test_escape_lets_a_dragged_bar_go(shown):
    canvas = shown.canvas
    start = place_of(canvas, "101 A", moment(11, 25))
    end = place_of(canvas, "103 A", moment(11, 25))
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    QTest.mouseMove(canvas.viewport(), end)
    assert canvas.hands.draft is not None
    keys(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas.viewport(), LEFT, pos=end)
    assert canvas.hands.draft is None
    assert shown.deeds.asked == []


def test_the_keys_move_a_bar_as_the_mouse_does(shown):
    canvas = shown.canvas
    shown.choose("Bērziņš")
    keys(canvas, Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert "to 101 C from now on" in shown.view.footer.line.text()
    keys(canvas, Qt.Key.Key_Return)
    assert shown.deeds.asked == [
        ("place", shown.house.people["Bērziņš"], shown.house.beds["101 C"], None, None)
    ]


def test_the_finder_chooses_where_m_is_pressed_twice(shown):
    shown.choose("Bērziņš")
    keys(shown.canvas, Qt.Key.Key_M, Qt.Key.Key_M)
    assert shown.deeds.asked == [("place", shown.house.people["Bērziņš"], None, None, None)]


def test_the_keys_change_either_end(shown):
    canvas = shown.canvas
    shown.choose("Vanags", "planned")
    keys(canvas, Qt.Key.Key_S, Qt.Key.Key_Tab, Qt.Key.Key_Right)
    keys(canvas, Qt.Key.Key_Right, shift=True)
    keys(canvas, Qt.Key.Key_Return)
    ((deed, _number, _bed, start, end),) = shown.deeds.asked
    assert (deed, start, end) == ("stretch", moment(11, 23, 17, 15), FOREVER)


def test_a_planned_bar_is_carried_to_another_bed_and_day_by_keys(shown):
    canvas = shown.canvas
    shown.choose("Vanags", "planned")
    keys(canvas, Qt.Key.Key_M, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Return)
    ((deed, _number, bed, start, end),) = shown.deeds.asked
    assert (deed, bed) == ("stretch", shown.house.beds["101 C"])
    assert (start, end) == (moment(11, 23, 17), FOREVER)


def test_escape_puts_a_bar_back_and_nothing_happens(shown):
    canvas = shown.canvas
    shown.choose("Bērziņš")
    keys(canvas, Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert shown.deeds.asked == []


def test_a_free_bed_is_not_taken_in_hand_and_that_is_said(shown):
    canvas = shown.canvas
    shown.choose("Lūsis")
    keys(canvas, Qt.Key.Key_Right, Qt.Key.Key_M)
    assert canvas.hands.draft is None
    assert shown.view.footer.line.text().startswith("Only a person's bar")


def test_delete_cancels_only_what_is_planned(shown):
    plan = shown.choose("Vanags", "planned")
    keys(shown.canvas, Qt.Key.Key_Delete)
    assert shown.deeds.asked == [("cancel", plan.assignment.assignment_id)]
    shown.choose("Bērziņš")
    keys(shown.canvas, Qt.Key.Key_Delete)
    assert len(shown.deeds.asked) == 1
    assert shown.view.footer.line.text().startswith("Only what is planned")


@pytest.mark.parametrize("role", ["auditor"])
def test_who_may_not_place_takes_nothing_in_hand(shown_as, role):
    shown = shown_as(role)
    canvas = shown.canvas
    assert not canvas.editable
    drag(
        canvas,
        place_of(canvas, "101 A", moment(11, 25)),
        place_of(canvas, "103 A", moment(11, 25)),
    )
    shown.choose("Bērziņš")
    keys(canvas, Qt.Key.Key_M, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert canvas.hands.draft is None
    assert shown.deeds.asked == []


def test_a_bar_held_at_the_edge_scrolls_on(shown, qtbot):
    canvas = shown.canvas
    shown.view.resize(1366, 320)
    start = place_of(canvas, "101 A", moment(11, 25))
    QTest.mousePress(canvas.viewport(), LEFT, pos=start)
    foot = QPoint(start.x(), canvas.viewport().height() - 3)
    QTest.mouseMove(canvas.viewport(), foot)
    qtbot.waitUntil(lambda: canvas.offset().y() > 0, timeout=3000)
    keys(canvas, Qt.Key.Key_Escape)

"""Every competence is marked by one key, and the keyboard goes on to the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.shadowing.rules.content import Mark
from openblock.features.shadowing.ui.marks_edit import MarksEdit


@pytest.fixture
def marks(qtbot) -> MarksEdit:
    made = MarksEdit(((3, "Watchfulness"), (5, "Dealing with residents"), (8, "O'Brien <b>&")))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.rows[3].setFocus()
    return made


def press(qtbot, marks: MarksEdit, *keys: Qt.Key) -> None:
    for key in keys:
        focused = next(each for each in marks.rows.values() if each.hasFocus())
        qtbot.keyClick(focused, key)


def test_nothing_is_seen_until_somebody_says_so(marks):
    assert marks.value() == {}
    assert marks.rows[3].accessibleName() == "Watchfulness: not seen"


def test_one_digit_marks_and_goes_on_to_the_next(qtbot, marks):
    press(qtbot, marks, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2)
    assert marks.value() == {3: Mark.ALONE, 5: Mark.WATCHED, 8: Mark.HELPED}


def test_arrows_change_a_mark_and_stop_at_the_ends(qtbot, marks):
    press(qtbot, marks, *[Qt.Key.Key_Right] * 5)
    assert marks.value() == {3: Mark.ALONE}
    press(qtbot, marks, *[Qt.Key.Key_Left] * 5)
    assert marks.value() == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_Delete])
def test_a_mark_is_taken_back_by_nought_and_delete(qtbot, marks, key):
    marks.set_value({3: Mark.HELPED})
    with qtbot.waitSignal(marks.edited):
        press(qtbot, marks, key)
    assert marks.value() == {}


def test_a_click_marks_and_the_name_says_the_mark(qtbot, marks):
    qtbot.mouseClick(marks.rows[5].buttons.button(2), Qt.MouseButton.LeftButton)
    assert marks.value() == {5: Mark.HELPED}
    assert marks.rows[5].accessibleName() == "Dealing with residents: helped"


def test_other_keys_are_left_to_the_dialog(qtbot, marks):
    press(qtbot, marks, Qt.Key.Key_7, Qt.Key.Key_A)
    assert marks.value() == {}

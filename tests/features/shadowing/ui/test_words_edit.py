"""A few sentences are typed in several lines; Enter alone is the dialog's."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openblock.features.shadowing.ui.words_edit import WordsEdit


def test_enter_writes_nothing_and_shift_enter_begins_a_line(qtbot):
    edit = WordsEdit(" Good. ")
    qtbot.addWidget(edit)
    assert edit.value() == "Good."
    edit.set_value("Good.")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.value() == "Good."
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "Calm.")
    assert edit.value() == "Good.\nCalm."


def test_three_lines_are_in_sight_and_tab_leaves(qtbot):
    edit = WordsEdit()
    qtbot.addWidget(edit)
    assert edit.sizeHint().height() >= 3 * edit.fontMetrics().lineSpacing()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.value() == ""

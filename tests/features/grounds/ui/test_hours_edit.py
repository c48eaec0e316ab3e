"""The hours of a week are typed line by line, or copied with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock.features.grounds.rules.content import ALWAYS
from openblock.features.grounds.ui.hours_edit import WeekHoursEdit


def test_one_key_gives_the_days_below_the_same_hours(qtbot):
    edit = WeekHoursEdit(ALWAYS)
    qtbot.addWidget(edit)
    edit.days[1].setText("9-12, 13-18")
    QTest.keyClick(
        edit.days[1],
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert edit.value() == (ALWAYS[0], *[((540, 720), (780, 1080))] * 6)
    edit.days[3].setText("nine")
    assert edit.value() is None
    assert edit.unread().startswith("Thursday")


def test_a_day_that_cannot_be_read_is_not_copied_and_said(qtbot):
    edit = WeekHoursEdit(ALWAYS)
    qtbot.addWidget(edit)
    edit.days[0].setText("7-")
    edit.copies[0].click()
    assert edit.days[1].value() == ALWAYS[1]
    assert edit.unread().startswith("Monday: ")
    edit.days[0].setText("")
    edit.copies[0].click()
    assert edit.value() == ((),) * 7

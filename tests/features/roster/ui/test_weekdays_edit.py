"""Days of the week are ticked by their numbers, and read in few signs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.roster.ui.weekdays_edit import WeekdaysEdit, weekdays_words
from openblock.i18n import set_language


@pytest.fixture
def days(qtbot, qapp) -> WeekdaysEdit:
    made = WeekdaysEdit()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_figure_ticks_its_day_whichever_box_the_keyboard_is_on(qtbot, days):
    days.set_value("12345")
    days.boxes[1].setFocus()
    qtbot.keyClick(days.boxes[1], Qt.Key.Key_6)
    assert (days.value(), days.boxes[6].hasFocus()) == ("123456", True)
    qtbot.keyClick(days.boxes[6], Qt.Key.Key_1)
    assert days.value() == "23456"


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_8, Qt.Key.Key_A])
def test_other_keys_tick_nothing(qtbot, days, key):
    days.set_value("67")
    qtbot.keyClick(days.boxes[1], key)
    assert days.value() == "67"


def test_no_day_at_all_is_said_to_be_none(days):
    days.set_value("")
    assert days.unread()
    days.set_value("3")
    assert not days.unread()


@pytest.mark.parametrize(
    ("weekdays", "said"),
    [
        ("12345", "P–Pk"),
        ("67", "S Sv"),
        ("135", "P T Pk"),
        ("567", "Pk–Sv"),
    ],
)
def test_days_read_in_few_signs(weekdays, said):
    set_language("lv")
    assert weekdays_words(weekdays) == said


def test_all_days_are_every_day():
    assert weekdays_words("1234567") == "every day"

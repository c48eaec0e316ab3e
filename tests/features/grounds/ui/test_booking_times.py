"""The time of a booking is typed as anywhere, and stepped by quarters of an hour."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from openblock import clock
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.ui.booking_times import QuartersEdit
from tests.features.grounds.outside import on

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.fixture
def times(qtbot) -> QuartersEdit:
    made = QuartersEdit()
    qtbot.addWidget(made)
    made.set_day(date(2026, 9, 16))
    made.set_value(Span(on(16, 14), on(16, 15.5)))
    made.show()
    return made


@pytest.mark.parametrize("typed", ["16", "1600", "16:00", "16.00"])
def test_an_hour_is_typed_as_anywhere_and_the_end_goes_along(times, typed):
    times.start.setText(typed)
    times.start.editingFinished.emit()
    assert times.value() == Span(on(16, 16), on(16, 17.5))


@pytest.mark.parametrize(
    ("minute", "key", "then"),
    [
        (14 * 60, Qt.Key.Key_Up, 14 * 60 + 15),
        (14 * 60, Qt.Key.Key_Down, 13 * 60 + 45),
        (14 * 60 + 7, Qt.Key.Key_Up, 14 * 60 + 15),
        (14 * 60 + 7, Qt.Key.Key_Down, 14 * 60),
        (24 * 60, Qt.Key.Key_Up, 24 * 60),
        (0, Qt.Key.Key_Down, 0),
    ],
)
def test_the_arrows_step_to_the_next_quarter(times, minute, key, then):
    times.end.set_value(minute)
    QTest.keyClick(times.end, key)
    assert times.end.value() == then


def test_the_end_of_a_day_is_that_midnight_and_no_slip(times):
    times.end.setText("24")
    assert times.value() == Span(on(16, 14), on(17, 0))
    times.end.setText("13")
    assert times.value() == Span(on(16, 14), on(16, 13))
    assert times.length.text() == ""


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_on_the_day_the_clock_changes_the_wall_clock_holds(times, day):
    times.set_day(day)
    times.start.setText("10")
    times.end.setText("11:30")
    span = times.value()
    assert span is not None
    assert [clock.local(each).hour for each in (span.start, span.end)] == [10, 11]
    assert span.minutes == 90

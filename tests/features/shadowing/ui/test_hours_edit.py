"""Two times of the wall clock are one stretch of time, also over midnight and a changed clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from openblock import clock
from openblock.errors import Problem, RuleBroken
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.ui.hours_edit import HOURS, HoursEdit, saying_at_hours

SATURDAY = date(2026, 11, 28)
AUTUMN = date(2026, 10, 25)


@pytest.fixture
def hours(qtbot) -> HoursEdit:
    made = HoursEdit()
    qtbot.addWidget(made)
    return made


def typed(hours: HoursEdit, start: str, end: str) -> Span | None:
    hours.start.setText(start)
    hours.end.setText(end)
    return hours.value()


def test_two_times_of_a_day_are_a_stretch_and_its_hours_are_said(hours):
    hours.set_day(SATURDAY)
    assert typed(hours, "9", "21") == Span(clock.at(SATURDAY, 540), clock.at(SATURDAY, 1260))
    assert hours.length.text() == "= 12 h"


def test_an_end_before_the_beginning_is_on_the_next_day(hours):
    hours.set_day(SATURDAY)
    span = typed(hours, "21:00", "06:30")
    assert span == Span(clock.at(SATURDAY, 1260), clock.at(date(2026, 11, 29), 390))
    assert hours.length.text() == "= 9.5 h"
    assert typed(hours, "9", "9").minutes == 24 * 60


def test_midnight_may_be_written_as_its_hour_or_as_twenty_four(hours):
    hours.set_day(SATURDAY)
    assert typed(hours, "12", "24:00") == typed(hours, "12", "0:00")


@pytest.mark.parametrize(("start", "end"), [("", "21"), ("9", ""), ("25", "9"), ("9", "x")])
def test_half_a_time_is_none_and_what_cannot_be_read_is_said(hours, start, end):
    hours.set_day(SATURDAY)
    assert typed(hours, start, end) is None
    assert hours.length.text() == ""
    assert bool(hours.unread()) == any(each in ("25", "x") for each in (start, end))


def test_without_a_day_the_beginning_is_the_nearest_to_what_was_filled_in(hours):
    planned = Span(clock.at(SATURDAY, 23 * 60), clock.at(date(2026, 11, 29), 7 * 60))
    hours.set_value(planned)
    hours.start.setText("00:30")
    assert hours.value().start == clock.at(date(2026, 11, 29), 30)
    hours.start.setText("22:00")
    assert hours.value().start == clock.at(SATURDAY, 22 * 60)
    assert hours.value().end == planned.end


def test_what_is_left_alone_stays_the_second_of_the_two_hours_in_october(hours):
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert clock.local(second).hour == 3
    given = Span(clock.at(AUTUMN, 0), second)
    hours.set_value(given)
    assert hours.value() == given
    hours.start.setText("01:00")
    assert hours.value().end < second


def test_the_long_night_has_an_hour_more_than_its_times_say(hours):
    hours.set_day(date(2026, 10, 24))
    assert typed(hours, "21", "9").minutes == 13 * 60


def test_another_day_moves_what_was_filled_in(hours):
    hours.set_value(Span(clock.at(SATURDAY, 540), clock.at(SATURDAY, 1260)))
    hours.set_day(date(2026, 12, 1))
    assert hours.value() == Span(
        clock.at(date(2026, 12, 1), 540), clock.at(date(2026, 12, 1), 1260)
    )


def test_filling_in_is_silent_and_typing_is_told(qtbot, hours):
    hours.set_day(SATURDAY)
    with qtbot.assertNotEmitted(hours.edited):
        hours.set_value(Span(clock.at(SATURDAY, 540), clock.at(SATURDAY, 1260)))
    with qtbot.waitSignal(hours.edited):
        hours.end.setText("20:00")


def test_what_is_refused_of_either_end_is_said_beside_the_hours():
    refused = RuleBroken(Problem("a", field="starts_at"), Problem("b", field="remark"))
    with pytest.raises(RuleBroken) as caught, saying_at_hours():
        raise refused
    assert [each.field for each in caught.value.problems] == [HOURS, "remark"]

"""Times by the wall clock, also where the clock changes."""

from __future__ import annotations

from datetime import date

import pytest

from openblock import clock
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.sheets.times import (
    minutes_on,
    real_span,
    situations_named,
    times,
)
from tests.features.shadowing.printed_practice import course, settled, shadowing, span_on

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "start", "end", "minutes"),
    [
        (DAY, 9, 19, (540, 1140)),
        (DAY, 21, 7, (1260, 1860)),
        (date(2026, 3, 28), 21, 7, (1260, 1860)),
        (date(2026, 10, 24), 21, 7, (1260, 1860)),
    ],
)
def test_minutes_are_those_of_the_wall_clock_also_in_changed_nights(day, start, end, minutes):
    assert minutes_on(day, span_on(day, start, end)) == minutes


def test_what_began_the_day_before_begins_below_nothing():
    assert minutes_on(date(2026, 11, 25), span_on(DAY, 21, 7)) == (-180, 420)


def test_an_end_on_the_next_day_is_plain_and_a_later_one_says_its_day():
    assert times(span_on(DAY, 21, 7)) == "21:00–07:00"
    assert times(Span(clock.at(DAY, 540), clock.at(DAY, 540 + 2880))) == "09:00–26 Nov 09:00"


def test_confirmed_hours_stand_for_the_planned_ones():
    planned = shadowing(1, 1, DAY)
    assert real_span(planned) == planned.span
    shorter = Span(planned.span.start, clock.at(DAY, 1000))
    assert real_span(settled(planned, span=shorter)) == shorter
    assert real_span(settled(planned, span=None)) == planned.span


def test_situations_are_named_in_the_course_s_order_and_unknown_numbers_passed_over():
    assert situations_named(course(), (13, 10, 99)) == ("Day shift", "Morning count")

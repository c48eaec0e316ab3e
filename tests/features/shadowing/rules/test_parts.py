"""Which part of a duty is usual: by day, as long as allowed, never too short, within the course."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import at
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.parts import usual_part
from openblock.features.shadowing.rules.planning import duty_problems
from openblock.features.shadowing.rules.strain import night_problems, strain_problems
from openblock.features.shadowing.rules.times import day_parts, minutes_of
from tests.features.shadowing.wishes import (
    COURSE,
    LIMITS,
    MINUTE,
    NIGHT_COURSE,
    YEAR,
    span,
    wish,
)


@pytest.mark.parametrize(
    ("start", "end", "by_day", "by_night"),
    [
        (9, 33, (9, 21), (9, 21)),
        (8, 20, (8, 20), (8, 20)),
        (20, 32, (20, 22), (20, 32)),
        (21, 33, (30, 33), (21, 33)),
        (9, 11, (9, 11), (9, 11)),
        (9, 10.9, None, None),
        (22, 30, None, (22, 30)),
        (15, 39, (15, 22), (15, 27)),
    ],
)
def test_the_usual_part_is_the_first_long_enough_and_no_longer_than_allowed(
    start, end, by_day, by_night
):
    for course, part in ((COURSE, by_day), (NIGHT_COURSE, by_night)):
        assert usual_part(span(start, end), LIMITS, course) == (part and span(*part))


def test_the_usual_part_never_leaves_the_course():
    last = COURSE.last_day
    assert usual_part(span(14, 38, last), LIMITS, NIGHT_COURSE) == span(14, 24, last)
    assert usual_part(span(23, 38, last), LIMITS, NIGHT_COURSE) is None
    before = COURSE.first_day - timedelta(days=1)
    assert usual_part(span(20, 32, before), LIMITS, NIGHT_COURSE) == span(24, 32, before)
    assert usual_part(span(9, 21, before), LIMITS, NIGHT_COURSE) is None


@pytest.mark.parametrize(("day", "end"), [(date(2026, 3, 28), 34), (date(2026, 10, 24), 32)])
def test_over_a_changed_night_the_usual_part_is_twelve_hours_that_pass(day, end):
    assert usual_part(span(21, 45, day), LIMITS, YEAR) == span(21, end, day)


@given(
    st.integers(0, 300 * 1440),
    st.integers(60, 1500),
    st.booleans(),
    st.integers(60, 400),
    st.integers(400, 1440),
)
def test_the_usual_part_is_the_longest_that_the_rules_let_pass_from_where_it_begins(
    start, length, night, shortest, longest
):
    limits = PracticeLimits(shortest=shortest, longest=longest)
    course = replace(YEAR, night_allowed=night)
    begins = at(date(2026, 2, 1)) + start * MINUTE
    duty = Span(begins, begins + length * MINUTE)
    part = usual_part(duty, limits, course)
    allowed = minutes_of((duty,) if night else day_parts(duty, limits))
    assert part is not None or allowed < 2 * shortest
    if part is not None:
        assert duty.holds(part)
        assert broken(part, course, duty, limits) == ()
        longer = Span(part.start, part.end + MINUTE)
        assert not duty.holds(longer) or broken(longer, course, duty, limits)


def broken(part, course, duty, limits):
    """What length and night say against a part of the duty."""
    asked = wish(span=part, course=course, on_duty=(duty, duty))
    problems = (*strain_problems(asked, limits), *night_problems(asked, limits))
    return (*problems, *(each for each in duty_problems(asked, limits) if "short" in each.code))

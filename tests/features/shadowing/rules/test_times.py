"""Days and nights of a time, the two changed nights of the year with them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import at
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.times import (
    day_parts,
    days_of,
    merged,
    minutes_of,
    night_parts,
    shared,
    time_problems,
    whole,
)
from tests.features.shadowing.wishes import DAY, LIMITS, MINUTE, span

SPANS = st.tuples(st.integers(0, 600 * 60), st.integers(1, 40 * 60)).map(
    lambda pair: Span(
        at(date(2026, 10, 12)) + pair[0] * MINUTE, at(date(2026, 10, 12)) + sum(pair) * MINUTE
    )
)


@pytest.mark.parametrize(
    ("start", "end", "problems"),
    [
        ((1950, 1, 1), (2100, 12, 31), []),
        ((1949, 12, 31), (2100, 12, 31), [("date-out-of-range", "starts_at")]),
        ((2026, 1, 1), (2101, 1, 1), [("date-out-of-range", "ends_at")]),
        ((2026, 1, 1), (2026, 1, 1), [("practice-time-backwards", "ends_at")]),
        (
            (9999, 12, 31),
            (1, 1, 1),
            [
                ("date-out-of-range", "starts_at"),
                ("date-out-of-range", "ends_at"),
                ("practice-time-backwards", "ends_at"),
            ],
        ),
    ],
)
def test_a_time_goes_forwards_in_years_that_can_be_meant(start, end, problems):
    asked = Span(datetime(*start, tzinfo=UTC), datetime(*end, tzinfo=UTC))
    assert [(each.code, each.field) for each in time_problems(asked)] == problems


@pytest.mark.parametrize(("end", "days"), [(24, 1), (24 + 1 / 60, 2), (48, 2), (48 + 1 / 60, 3)])
def test_a_midnight_that_ends_a_time_belongs_to_no_further_day(end, days):
    assert days_of(span(9, end)) == tuple(DAY + timedelta(days=n) for n in range(days))


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (DAY, 24)]
)
def test_a_whole_day_is_as_long_as_the_clock_makes_it(day, hours):
    assert whole(day).minutes == hours * 60


@pytest.mark.parametrize(
    ("day", "night"), [(date(2026, 3, 28), 7), (date(2026, 10, 24), 9), (DAY, 8)]
)
def test_a_night_is_as_long_as_the_clock_makes_it(day, night):
    duty = span(9, 33, day)
    assert minutes_of(night_parts(duty, LIMITS)) == night * 60
    assert day_parts(duty, LIMITS) == (span(9, 22, day), span(30, 33, day))


def test_the_night_before_reaches_into_the_morning():
    assert night_parts(span(5, 7), LIMITS) == (span(5, 6),)
    assert night_parts(span(6, 22), LIMITS) == ()
    assert day_parts(span(23, 29), LIMITS) == ()


def test_the_night_is_the_one_of_the_settings():
    early = PracticeLimits(night_from=20 * 60, night_to=5 * 60)
    assert night_parts(span(18, 30), early) == (span(20, 29),)


@given(SPANS)
def test_day_and_night_together_are_the_whole_time_and_share_nothing(asked):
    parts = sorted((*day_parts(asked, LIMITS), *night_parts(asked, LIMITS)))
    assert merged(parts) == (asked,)
    assert minutes_of(parts) == asked.minutes


@given(st.lists(SPANS, max_size=6))
def test_merged_times_neither_overlap_nor_touch_and_lose_no_minute(spans):
    found = merged(spans)
    assert all(one.end < other.start for one, other in pairwise(found))
    assert all(any(each.holds(one) for each in found) for one in spans)
    edges = {each.start for each in spans} | {each.end for each in spans}
    assert all(each.start in edges and each.end in edges for each in found)


def test_times_that_touch_share_nothing():
    assert shared(span(9, 12), span(12, 15)) is None
    assert shared(span(9, 12), span(11, 15)) == span(11, 12)

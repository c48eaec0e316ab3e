"""Night rest and the minutes before a count, at both sides of each boundary (GR-05)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.features.grounds.rules import (
    count_problems,
    counts_on,
    night_of,
    nights_near,
    rest_problems,
)
from openblock.features.grounds.rules.content import GroundsLimits
from tests.features.grounds.wishes import (
    DAY,
    FIELD,
    LIMITS,
    MARCH,
    OCTOBER,
    codes,
    found,
    moment,
    span,
    wish,
)

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize("day", [DAY, MARCH, OCTOBER])
@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("20:00", "22:00", ""),
        ("20:00", "22:01", "ends_at"),
        ("22:00", "23:00", "starts_at"),
        ("06:30", "07:00", ""),
        ("06:29", "07:00", "starts_at"),
        ("02:00", "02:30", "starts_at"),
        ("21:00", "31:00", "ends_at"),
    ],
)
def test_gr_05_nobody_is_out_in_night_rest_but_both_its_ends_may_be_touched(day, start, end, field):
    expected = [("in-night-rest", "error", field)] if field else []
    assert found(rest_problems(wish(start, end, day), LIMITS)) == expected


def test_gr_05_night_rest_may_begin_after_midnight_or_not_be_at_all():
    short = GroundsLimits(night_from=30, night_to=360)
    assert night_of(DAY, short) == span("00:30", "06:00")
    assert rest_problems(wish("23:00", "24:30"), short) == ()
    assert codes(rest_problems(wish("23:00", "24:45"), short)) == ["in-night-rest"]
    assert night_of(DAY, GroundsLimits(night_from=360, night_to=360)) is None
    assert rest_problems(wish("03:00", "04:00"), GroundsLimits(night_from=9, night_to=9)) == ()


def test_nights_near_a_day_are_the_one_it_begins_in_and_the_one_it_ends_in():
    days = span("00:00", "24:00")
    assert nights_near(days, LIMITS) == (
        span("22:00", "30:30", DAY - ONE_DAY),
        span("22:00", "30:30"),
    )


@pytest.mark.parametrize("day", [DAY, MARCH, OCTOBER])
@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("20:00", "21:20", ""),
        ("20:00", "21:21", "ends_at"),
        ("21:20", "22:00", "starts_at"),
        ("21:29", "22:00", "starts_at"),
        ("21:30", "22:00", ""),
        ("06:45", "07:30", ""),
        ("06:30", "07:30", "ends_at"),
    ],
)
def test_gr_05_a_group_is_back_ten_minutes_before_a_count_or_it_needs_a_reason(
    day, start, end, field
):
    expected = [("over-count", "warning", field)] if field else []
    assert found(count_problems(wish(start, end, day), LIMITS)) == expected


def test_gr_05_where_people_are_counted_on_the_spot_they_may_stay():
    counted = replace(FIELD, counted=True)
    assert count_problems(wish("20:00", "22:00", area=counted), LIMITS) == ()


def test_gr_05_a_count_just_after_midnight_is_guarded_the_evening_before():
    limits = GroundsLimits(counts=(5,))
    assert codes(count_problems(wish("23:00", "23:55"), limits)) == []
    (problem,) = count_problems(wish("23:00", "23:56"), limits)
    assert problem.facts == {"count": moment("24:05"), "guard": 10}


def test_gr_05_without_a_guard_only_being_out_at_the_count_itself_is_asked_about():
    limits = GroundsLimits(count_guard=0)
    assert count_problems(wish("20:00", "21:30"), limits) == ()
    assert count_problems(wish("21:30", "22:00"), limits) == ()
    assert codes(count_problems(wish("20:00", "21:31"), limits)) == ["over-count"]


def test_counts_stand_in_order_and_the_same_time_is_one_count():
    assert counts_on(DAY, GroundsLimits(counts=(1290, 405, 1290))) == (
        moment("06:45"),
        moment("21:30"),
    )

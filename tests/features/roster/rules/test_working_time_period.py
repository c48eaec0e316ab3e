"""RO-05 to RO-07: the reference period, its limits on both sides, the longest free time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.working_time import (
    average,
    is_average_over,
    is_overtime_over,
    limit_problems,
    longest_free,
    period_of,
    period_so_far,
)

HOUR = 60
LIMITS = Limits()


def test_ro_06_an_average_of_exactly_48_hours_is_within_the_limit_and_a_minute_more_is_not():
    weeks = 17
    exact = 48 * HOUR * weeks
    assert not is_average_over(exact, 7 * weeks, LIMITS)
    assert is_average_over(exact + 1, 7 * weeks, LIMITS)
    assert limit_problems(exact, 7 * weeks, 0, LIMITS) == ()
    (problem,) = limit_problems(exact + 1, 7 * weeks, 0, LIMITS)
    assert problem.code == "average-over"
    assert problem.facts == {"average": 48 * HOUR + 1, "limit": 48 * HOUR}


def test_ro_06_an_average_is_judged_without_rounding():
    """120 days: 48 hours a week come to 822 h 51 min and three sevenths of a minute."""
    assert not is_average_over(49_371, 120, LIMITS)
    assert is_average_over(49_372, 120, LIMITS)
    assert (average(49_371, 120), average(49_372, 120)) == (48 * HOUR, 48 * HOUR + 1)


def test_ro_06_who_was_away_all_the_time_has_no_average():
    assert average(0, 0) == 0
    assert average(HOUR, 1) == 7 * HOUR
    assert not is_average_over(0, 0, LIMITS)
    assert not is_average_over(24 * HOUR, 0, LIMITS)


def test_ro_07_overtime_of_exactly_144_hours_is_within_the_limit_and_a_minute_more_is_not():
    assert not is_overtime_over(144 * HOUR, LIMITS)
    assert is_overtime_over(144 * HOUR + 1, LIMITS)
    assert limit_problems(0, 120, 144 * HOUR, LIMITS) == ()
    (problem,) = limit_problems(0, 120, 144 * HOUR + 1, LIMITS)
    assert problem.code == "overtime-over"
    assert problem.facts == {"overtime": 144 * HOUR + 1, "limit": 144 * HOUR}


@pytest.mark.parametrize(
    ("asked", "anchor", "length", "expected"),
    [
        ((2026, 1), 1, 4, ((2026, 1), (2026, 4))),
        ((2026, 4), 1, 4, ((2026, 1), (2026, 4))),
        ((2026, 5), 1, 4, ((2026, 5), (2026, 8))),
        ((2026, 12), 1, 4, ((2026, 9), (2026, 12))),
        ((2026, 1), 3, 4, ((2025, 11), (2026, 2))),
        ((2026, 2), 12, 4, ((2025, 12), (2026, 3))),
        ((2026, 7), 1, 1, ((2026, 7), (2026, 7))),
        ((2026, 7), 1, 12, ((2026, 1), (2026, 12))),
        ((2026, 12), 1, 5, ((2026, 11), (2026, 12))),
        ((2027, 1), 1, 5, ((2027, 1), (2027, 5))),
    ],
)
def test_ro_07_the_reference_period_is_anchored_in_the_month_of_the_settings(
    asked, anchor, length, expected
):
    limits = replace(LIMITS, reference_anchor=anchor, reference_months=length)
    found = period_of(date(*asked, 1), limits)
    assert (found[0], found[-1]) == (date(*expected[0], 1), date(*expected[1], 1))
    assert date(*asked, 1) in found
    assert all(period_of(each, limits) == found for each in found)


def test_the_sums_of_a_period_run_through_the_month_asked_for():
    assert period_so_far(date(2026, 3, 1), LIMITS) == tuple(date(2026, n, 1) for n in (1, 2, 3))
    assert period_so_far(date(2026, 5, 1), LIMITS) == (date(2026, 5, 1),)


def hour(number):
    return at(date(2026, 1, 1)) + timedelta(hours=number)


@pytest.mark.parametrize(
    ("spans", "free"),
    [
        ([], (0, 10)),
        ([(4, 5)], (5, 10)),
        ([(0, 3), (8, 10)], (3, 8)),
        ([(7, 8), (2, 3)], (3, 7)),
        ([(-2, 1), (9, 12)], (1, 9)),
        ([(5, 5.5)], (0, 5)),
        ([(4, 6)], (0, 4)),
        ([(-1, 11)], (0, 0)),
        ([(1, 6), (2, 3)], (6, 10)),
        ([(12, 13)], (0, 10)),
        ([(-5, -3)], (0, 10)),
    ],
)
def test_ro_05_the_longest_free_time_lies_between_what_is_worked(spans, free):
    worked = [(hour(start), hour(end)) for start, end in spans]
    assert longest_free(worked, hour(0), hour(10)) == (hour(free[0]), hour(free[1]))

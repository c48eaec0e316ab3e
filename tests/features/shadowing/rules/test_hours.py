"""TR-11 and TR-14: what counts, what adds up, and when it is told that hours are lacking."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.errors import Severity
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.rules.hours import Tally, counted, hours_of, progress_problems
from openblock.features.shadowing.rules.limits import PracticeLimits
from tests.features.shadowing.wishes import COURSE, LIMITS

HOUR = 60
BREAKS = PracticeLimits(deduct_breaks=True)


def days_before_the_end(days):
    return COURSE.last_day - timedelta(days=days)


@pytest.mark.parametrize(
    ("minutes", "with_breaks"), [(360, 360), (361, 331), (720, 690), (120, 120)]
)
def test_tr_11_breaks_count_unless_the_block_deducts_half_an_hour_over_six(minutes, with_breaks):
    assert counted(minutes, LIMITS) == minutes
    assert counted(minutes, BREAKS) == with_breaks


def test_tr_11_each_standing_has_its_own_sum_and_replanning_counts_as_nothing():
    rows = [
        (Standing.CONFIRMED, 12 * HOUR),
        (Standing.CONFIRMED, 8 * HOUR),
        (Standing.PLANNED, 6 * HOUR),
        (Standing.DONE, 5 * HOUR),
        (Standing.MISSED, 4 * HOUR),
        (Standing.REPLAN, 12 * HOUR),
    ]
    tally = hours_of(rows, 120 * HOUR, LIMITS)
    assert tally == Tally(120 * HOUR, 20 * HOUR, 6 * HOUR, 5 * HOUR, 4 * HOUR)
    assert tally.short == (120 - 20 - 6 - 5) * HOUR


@given(
    st.lists(st.tuples(st.sampled_from(list(Standing)), st.integers(1, 1500))),
    st.integers(0, 9000),
    st.booleans(),
)
def test_tr_11_the_hours_add_up_and_nothing_is_short_below_nothing(rows, required, deduct):
    limits = PracticeLimits(deduct_breaks=deduct)
    tally = hours_of(rows, required, limits)
    alive = [counted(minutes, limits) for standing, minutes in rows if standing != "replan"]
    assert tally.confirmed + tally.planned + tally.done + tally.missed == sum(alive)
    reached = tally.confirmed + tally.planned + tally.done
    assert tally.short == (required - reached if required > reached else 0)


@pytest.mark.parametrize(("days", "warned"), [(15, 0), (14, 1), (1, 1), (0, 1), (-1, 1)])
def test_tr_14_lacking_hours_are_warned_of_from_fourteen_days_before_the_end(days, warned):
    problems = progress_problems(
        Tally(120 * HOUR, 60 * HOUR), COURSE, days_before_the_end(days), LIMITS
    )
    assert [each.code for each in problems] == ["practice-hours-short"] * warned
    assert all(each.severity is Severity.WARNING for each in problems)
    assert all(each.facts["days"] == days for each in problems)


@pytest.mark.parametrize(
    ("tally", "lacking"),
    [
        (Tally(120 * HOUR, 100 * HOUR, 20 * HOUR), None),
        (Tally(120 * HOUR, 100 * HOUR, 15 * HOUR, 5 * HOUR), None),
        (Tally(120 * HOUR, 100 * HOUR, 20 * HOUR - 1), 1),
        (Tally(120 * HOUR, 100 * HOUR, 0, 0, 40 * HOUR), 20 * HOUR),
        (Tally(0), None),
    ],
)
def test_tr_14_a_minute_without_a_plan_is_lacking_and_missed_hours_do_not_help(tally, lacking):
    problems = progress_problems(tally, COURSE, days_before_the_end(3), LIMITS)
    assert [each.facts["minutes"] for each in problems] == ([] if lacking is None else [lacking])

"""No plan passes the bound of what can still be had, and the bound is not far above a plan."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import at
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS
from openblock.features.shadowing.rules.reach import (
    Counted,
    free_places,
    kept_from,
    most_minutes,
    without,
)
from openblock.features.shadowing.rules.wish import Busy

DAY = date(2026, 5, 4)
SHORT = date(2026, 3, 29)
HOUR = 60


def span(start, end):
    """From hour to hour of the first day, 33 is 9:00 on the next."""
    return Span(at(DAY, start * HOUR), at(DAY, end * HOUR))


def busy(kind, start, end):
    return Busy(span(start, end), kind, 0, "")


def free(duties, with_mentors=(), in_block=()):
    return free_places(
        [Counted(span(*each), 1) for each in duties],
        [Counted(span(*each), 1) for each in with_mentors],
        [Counted(span(*each), 1) for each in (*with_mentors, *in_block)],
        DEFAULT_LIMITS,
    )


def most(*spans):
    return most_minutes([span(*each) for each in spans], DEFAULT_LIMITS)


def test_tr_06_a_place_is_free_while_a_mentor_on_duty_has_fewer_than_two():
    assert free([(9, 21)]) == (span(9, 21),)
    assert free([(9, 21)], [(9, 13)]) == (span(9, 21),)
    assert free([(9, 21)], [(9, 13), (11, 15)]) == (span(9, 11), span(13, 21))
    assert free([(9, 21), (9, 12)], [(9, 13), (11, 15)]) == (span(9, 12), span(13, 21))


def test_tr_06_and_while_the_block_has_fewer_than_four():
    elsewhere = [(10, 12)] * 4
    assert free([(9, 21)], in_block=elsewhere[:3]) == (span(9, 21),)
    assert free([(9, 21)], in_block=elsewhere) == (span(9, 10), span(12, 21))


def test_duties_that_touch_are_one_time_and_none_at_all_is_none():
    assert free([(9, 21), (21, 33)]) == (span(9, 33),)
    assert free([]) == ()


def test_times_are_cut_out_whatever_way_they_lie():
    whole = [span(0, 8), span(10, 20)]
    cuts = [span(-2, 1), span(3, 4), span(7, 11), span(12, 12 + 3), span(14, 16), span(30, 31)]
    assert [*without(whole, cuts)] == [span(1, 3), span(4, 7), span(11, 12), span(16, 20)]
    assert [*without(whole, [])] == whole
    assert [*without(whole, [span(-1, 30)])] == []


def test_tr_08_around_a_class_there_is_the_rest_and_being_away_takes_only_its_own_time():
    assert kept_from([busy("class", 9, 16)], DEFAULT_LIMITS) == (span(9, 16), span(-2, 27))
    assert kept_from([busy("unavailable", 9, 16)], DEFAULT_LIMITS) == (span(9, 16),)


@pytest.mark.parametrize(
    ("end", "left"),
    [(21, []), (13, [(1, 9), (13, 21)]), (17, [(5, 9), (17, 21)])],
)
def test_tr_08_a_short_shift_can_be_made_longer_by_one_that_touches_it(end, left):
    kept = kept_from([busy("shadowing", 9, end)], DEFAULT_LIMITS)
    rest = [span(9 - 11, end + 11)]
    assert [*without(rest, kept)] == [span(*each) for each in left]


@pytest.mark.parametrize(
    ("spans", "hours"),
    [
        ([], 0),
        ([(9, 10)], 0),
        ([(9, 11)], 2),
        ([(9, 21)], 12),
        ([(9, 24)], 12),
        ([(9, 21), (31, 43)], 23),
        ([(9, 21), (32, 44)], 24),
        ([(0, 44)], 24),
    ],
)
def test_tr_08_in_twenty_three_hours_there_are_twelve_at_most(spans, hours):
    assert most(*spans) == hours * HOUR


def test_tr_08_the_hours_are_elapsed_ones_also_when_the_clock_goes_forward():
    evening, afternoon = at(SHORT, -4 * HOUR), at(SHORT, 20 * HOUR)
    assert most_minutes([Span(evening, afternoon)], DEFAULT_LIMITS) == 12 * HOUR
    longer = Span(evening, afternoon + timedelta(hours=1))
    assert most_minutes([longer], DEFAULT_LIMITS) == 13 * HOUR


pieces = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 40)), min_size=0, max_size=8)


def laid(steps):
    """Free times one after the other: so many hours' gap, so many hours long, from the 1st on."""
    moment, found = at(date(2026, 5, 1)), []
    for gap, length in steps:
        start = moment + timedelta(hours=gap + 1)
        moment = start + timedelta(hours=length)
        found.append(Span(start, moment))
    return found


@given(pieces, st.lists(st.tuples(st.integers(0, 60), st.integers(2, 12)), max_size=30))
def test_no_plan_that_keeps_the_rules_has_more_than_the_bound(steps, tried):
    times = laid(steps)
    planned, after = 0, None
    for wait, hours in tried:
        after_rest = after or (times[0].start if times else None)
        if after_rest is None:
            break
        start = after_rest + timedelta(hours=wait)
        wished = Span(start, start + timedelta(hours=hours))
        if any(each.holds(wished) for each in times):
            planned += hours * HOUR
            after = wished.end + timedelta(minutes=DEFAULT_LIMITS.rest)
    assert planned <= most_minutes(times, DEFAULT_LIMITS)


@given(pieces)
def test_the_bound_is_no_more_than_what_is_free(steps):
    times = laid(steps)
    assert most_minutes(times, DEFAULT_LIMITS) <= sum(each.minutes for each in times)

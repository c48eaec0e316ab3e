"""TR-08 on both sides of each boundary, and over the nights of 23 and 25 hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.strain import (
    rest_before,
    strain_problems,
    stretch_of,
)
from tests.features.shadowing.wishes import (
    LIMITS,
    MARCH,
    MINUTE,
    NIGHT_COURSE,
    OCTOBER,
    YEAR,
    at_hours,
    busy,
    codes,
    found,
    span,
    wish,
)

MONDAY = date(2026, 11, 23)
ONE_MINUTE = 1 / 60


def strained(asked, limits=LIMITS):
    return found(strain_problems(asked, limits))


# Length


@pytest.mark.parametrize(
    ("end", "problems"), [(21, []), (21 + ONE_MINUTE, [("practice-too-long", "error")])]
)
def test_tr_08_twelve_hours_pass_and_a_minute_more_does_not(end, problems):
    assert strained(at_hours(9, end)) == problems


@pytest.mark.parametrize(
    ("day", "end", "elapsed", "problems"),
    [
        (MARCH, 34, 12, []),
        (MARCH, 34 + ONE_MINUTE, 12, ["practice-too-long"]),
        (OCTOBER, 32, 12, []),
        (OCTOBER, 32 + ONE_MINUTE, 12, ["practice-too-long"]),
        (OCTOBER, 33, 13, ["practice-too-long"]),
    ],
)
def test_tr_08_the_length_is_what_passes_and_not_what_the_wall_shows(day, end, elapsed, problems):
    asked = at_hours(21, end, day, course=YEAR)
    assert asked.span.minutes // 60 == elapsed
    assert codes(strain_problems(asked, LIMITS)) == problems


@pytest.mark.parametrize(("last", "problems"), [(21, []), (21.5, ["practice-too-long"])])
def test_tr_08_shifts_that_touch_are_one_stretch_without_rest_inside(last, problems):
    asked = at_hours(
        15,
        18,
        busy=(busy(9, 12, "shadowing"), busy(12, 15, "shadowing"), busy(18, last, "shadowing")),
    )
    assert stretch_of(asked) == span(9, last)
    assert codes(strain_problems(asked, LIMITS)) == problems


def test_tr_08_a_class_that_touches_is_no_part_of_the_stretch_and_asks_for_rest():
    asked = at_hours(16, 20, busy=(busy(9, 16, "class", words="Law"),))
    assert stretch_of(asked) == asked.span
    (problem,) = strain_problems(asked, LIMITS)
    assert (problem.code, problem.facts["rest"]) == ("practice-rest-short", 0)


# Rest


@pytest.mark.parametrize("kind", ["class", "shadowing"])
@pytest.mark.parametrize(
    ("ended", "problems"),
    [(-2, []), (-2 + ONE_MINUTE, [("practice-rest-short", "error")])],
)
def test_tr_08_eleven_hours_of_rest_before_pass_and_a_minute_less_does_not(kind, ended, problems):
    asked = at_hours(9, 15, busy=(busy(-8, ended, kind),))
    assert strained(asked) == problems


@pytest.mark.parametrize("kind", ["class", "shadowing"])
@pytest.mark.parametrize(
    ("starts", "problems"),
    [(26, []), (26 - ONE_MINUTE, [("practice-rest-short", "error")])],
)
def test_tr_08_eleven_hours_of_rest_after_pass_and_a_minute_less_does_not(kind, starts, problems):
    asked = at_hours(9, 15, busy=(busy(starts, 30, kind),))
    assert strained(asked) == problems


@pytest.mark.parametrize(
    ("day", "starts", "rest", "problems"),
    [
        (MARCH, 32, 10 * 60, ["practice-rest-short"]),
        (MARCH, 33 - ONE_MINUTE, 11 * 60 - 1, ["practice-rest-short"]),
        (MARCH, 33, 11 * 60, []),
        (OCTOBER, 31 - ONE_MINUTE, 11 * 60 - 1, ["practice-rest-short"]),
        (OCTOBER, 31, 11 * 60, []),
    ],
)
def test_tr_08_rest_over_the_changed_night_is_what_really_passes(day, starts, rest, problems):
    # 21:00 to 08:00 is eleven hours on the wall, ten in March and twelve in October.
    tomorrow = day + timedelta(days=1)
    asked = at_hours(starts - 24, 15, tomorrow, course=YEAR, busy=(busy(15, 21, day=day),))
    assert rest_before(asked.span, asked.busy) == rest
    assert codes(strain_problems(asked, LIMITS)) == problems


def test_tr_08_being_away_is_neither_work_nor_asks_for_rest():
    asked = at_hours(9, 15, busy=(busy(0, 9, "unavailable"), busy(15, 24, "unavailable")))
    assert strain_problems(asked, LIMITS) == ()
    assert rest_before(asked.span, asked.busy) is None


def test_tr_08_rest_counts_from_the_ends_of_the_whole_stretch():
    asked = at_hours(
        12,
        15,
        busy=(busy(-5, 0, words="Law"), busy(9, 12, "shadowing"), busy(22, 23, words="Ethics")),
    )
    before, after = strain_problems(asked, LIMITS)
    assert (before.facts["rest"], before.facts["words"]) == (9 * 60, "Law")
    assert (after.facts["rest"], after.facts["words"]) == (7 * 60, "Ethics")
    assert (after.facts["ended"], after.facts["starts"]) == (span(15, 22).start, span(15, 22).end)
    assert (after.facts["needed"], after.field) == (11 * 60, "starts_at")


def test_tr_08_the_nearest_of_several_commitments_decides():
    others = (busy(-20, -15), busy(-5, 0), busy(-12, -10), busy(40, 41), busy(24, 25), busy(30, 31))
    asked = at_hours(9, 15, busy=others)
    before, after = strain_problems(asked, LIMITS)
    assert (before.facts["rest"], after.facts["rest"]) == (9 * 60, 9 * 60)
    assert rest_before(asked.span, others) == 9 * 60


def test_tr_08_a_class_that_touches_leaves_no_rest_on_either_side():
    asked = at_hours(9, 15, busy=(busy(7, 9), busy(15, 16)))
    assert [each.facts["rest"] for each in strain_problems(asked, LIMITS)] == [0, 0]
    assert rest_before(asked.span, asked.busy) == 0


def test_tr_08_what_overlaps_is_told_as_overlap_and_not_as_rest():
    asked = at_hours(9, 15, busy=(busy(12, 18),))
    assert strain_problems(asked, LIMITS) == ()


@given(st.integers(0, 3000), st.integers(1, 700), st.integers(121, 720))
def test_tr_08_rest_is_short_exactly_where_fewer_minutes_lie_between(gap, before, length):
    start = span(9, 10).start
    other = Span(start - (gap + before) * MINUTE, start - gap * MINUTE)
    asked = wish(
        span=Span(start, start + length * MINUTE),
        busy=(replace(busy(0, 1, "class"), span=other),),
    )
    short = [each for each in strain_problems(asked, LIMITS) if each.code == "practice-rest-short"]
    assert bool(short) == (gap < LIMITS.rest)


# The week


def classes(*days: int, start: float = 9, end: float = 17) -> tuple:
    """Classes on these days of the week of Monday the 23rd."""
    return tuple(busy(start, end, day=MONDAY + timedelta(days=each)) for each in days)


SATURDAY = MONDAY + timedelta(days=5)


@pytest.mark.parametrize(
    ("end", "problems"),
    [(17, []), (17 + ONE_MINUTE, [("practice-week-long", "warning")])],
)
def test_tr_08_forty_eight_hours_of_practice_and_classes_a_week_are_not_too_many(end, problems):
    asked = at_hours(9, end, SATURDAY, busy=classes(0, 1, 2, 3, 4))
    assert strained(asked) == problems


def test_tr_08_the_week_runs_from_monday_to_sunday_and_a_night_counts_in_both():
    sunday = MONDAY + timedelta(days=6)
    night = at_hours(18, 30, sunday, course=NIGHT_COURSE, busy=classes(0, 1, 2, 3, 4, end=18))
    # Five days of nine hours, and six of the twelve until midnight.
    (problem,) = [
        each for each in strain_problems(night, LIMITS) if each.code == "practice-week-long"
    ]
    assert problem.facts["minutes"] == (5 * 9 + 6) * 60
    assert (problem.facts["first"], problem.facts["last"]) == (MONDAY, sunday)
    shorter = replace(night, busy=classes(0, 1, 2, 3, 4, end=17.4))
    assert "practice-week-long" not in codes(strain_problems(shorter, LIMITS))


def test_tr_08_the_week_before_and_after_do_not_count():
    others = tuple(busy(9, 19, day=MONDAY + timedelta(days=each)) for each in (-3, -2, -1, 7, 8, 9))
    asked = at_hours(9, 17, MONDAY + timedelta(days=3), busy=(*others, *classes(0, 1, 4)))
    assert strain_problems(asked, LIMITS) == ()


@pytest.mark.parametrize(
    ("end", "problems"),
    [(22, []), (22 + ONE_MINUTE, [("practice-weekly-rest", "warning")])],
)
def test_tr_08_thirty_five_free_hours_in_seven_days_are_enough(end, problems):
    # Work begins on Monday at 09:00: a rest of 35 h must begin by Saturday at 22:00.
    small = classes(0, 1, 2, 3, 4, end=11)
    asked = at_hours(14, end, SATURDAY, busy=(*small, *classes(7, end=11)))
    assert strained(asked) == problems


def test_tr_08_a_week_without_rest_that_was_there_before_is_not_blamed_on_the_wish():
    long_week = classes(0, 1, 2, 3, 4, 5, 6, 7, end=11)
    asked = at_hours(9, 11, MONDAY + timedelta(days=9), busy=long_week)
    assert strain_problems(asked, LIMITS) == ()
    blamed = at_hours(9, 11, SATURDAY, busy=classes(0, 1, 2, 3, 4, 6, 7, end=11))
    assert "practice-weekly-rest" in codes(strain_problems(blamed, LIMITS))


def test_tr_08_the_limits_are_those_of_the_settings():
    asked = at_hours(9, 15, busy=(busy(-8, 0),))
    assert strained(asked, PracticeLimits(rest=9 * 60)) == []
    assert strained(asked, PracticeLimits(longest=5 * 60, rest=0)) == [
        ("practice-too-long", "error")
    ]
    assert "practice-week-long" in codes(strain_problems(asked, PracticeLimits(week=60)))

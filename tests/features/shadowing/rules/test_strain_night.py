"""TR-09 at both ends of the night, over the nights of 23 and 25 hours, and TR-10 beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.errors import Severity
from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.strain import night_problems
from tests.features.shadowing.wishes import (
    DAY,
    LIMITS,
    MARCH,
    NIGHT_COURSE,
    OCTOBER,
    YEAR,
    at_hours,
    beside,
    codes,
    found,
    span,
)

ONE_MINUTE = 1 / 60


@pytest.mark.parametrize(
    ("start", "end", "problems"),
    [
        (10, 22, []),
        (10, 22 + ONE_MINUTE, ["practice-night"]),
        (6, 12, []),
        (6 - ONE_MINUTE, 12, ["practice-night"]),
    ],
)
def test_tr_09_the_night_from_22_to_6_only_where_the_course_allows_it(start, end, problems):
    asked = at_hours(start, end, on_duty=(span(0, 48), span(0, 48)))
    assert found(night_problems(asked, LIMITS)) == [(each, "error") for each in problems]
    assert night_problems(replace(asked, course=NIGHT_COURSE), LIMITS) == ()


@pytest.mark.parametrize(
    ("second", "problems"),
    [
        (span(22, 30), []),
        (span(22, 30 - ONE_MINUTE), [("practice-alone-at-night", "warning")]),
        (span(22 + ONE_MINUTE, 30), [("practice-alone-at-night", "warning")]),
    ],
)
def test_tr_09_two_officers_at_every_instant_of_the_night_or_a_warning(second, problems):
    asked = at_hours(20, 32, course=NIGHT_COURSE, on_duty=(span(9, 33), second))
    assert found(night_problems(asked, LIMITS)) == problems


def test_tr_09_officers_who_relieve_each_other_are_two_all_night():
    relay = (span(9, 33), span(9, 26), span(26, 40))
    asked = at_hours(20, 32, course=NIGHT_COURSE, on_duty=relay)
    assert night_problems(asked, LIMITS) == ()


def test_tr_09_the_first_lonely_hours_are_told():
    asked = at_hours(20, 32, course=NIGHT_COURSE, on_duty=(span(9, 33), span(9, 27)))
    (problem,) = night_problems(asked, LIMITS)
    assert problem.severity is Severity.WARNING
    assert (problem.facts["start"], problem.facts["end"]) == (span(27, 30).start, span(27, 30).end)
    assert (problem.facts["present"], problem.facts["needed"]) == (1, 2)


def test_tr_09_by_day_one_officer_is_enough():
    assert night_problems(at_hours(9, 21, on_duty=(span(9, 33),)), LIMITS) == ()


@pytest.mark.parametrize(("day", "hours"), [(MARCH, 7), (OCTOBER, 9), (DAY, 8)])
def test_tr_09_the_changed_night_is_guarded_for_as_long_as_it_lasts(day, hours):
    whole = span(9, 33, day)
    asked = at_hours(21, 33, day, course=YEAR, on_duty=(whole,))
    (problem,) = night_problems(asked, LIMITS)
    assert Span(problem.facts["start"], problem.facts["end"]).minutes == hours * 60
    assert night_problems(replace(asked, on_duty=(whole, span(22, 30, day))), LIMITS) == ()


def test_tr_10_trainees_beside_do_not_make_the_second_officer():
    crowd = tuple(beside(20, 32, f"Trainee {n}") for n in range(3))
    asked = at_hours(
        20, 32, course=NIGHT_COURSE, on_duty=(span(9, 33),), in_block=crowd, with_mentor=crowd[:1]
    )
    assert codes(night_problems(asked, LIMITS)) == ["practice-alone-at-night"]

"""What a trainee's entry may hold, and how long one can be away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from openblock.clock import at
from openblock.features.shadowing.rules.content import UnavailabilityContent
from openblock.features.shadowing.rules.trainees import (
    cleaned_trainee,
    clearance_day_problems,
    trainee_content_problems,
    unavailability_problems,
)
from tests.features.shadowing.wishes import COURSE, DAY, ELINA, MINUTE, codes

ONE_DAY = timedelta(days=1)


def problems(**changes):
    return [
        (each.code, each.field)
        for each in trainee_content_problems(replace(ELINA, **changes), COURSE, DAY)
    ]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, None),
        ({"surname": "O'Brien <b>&"}, None),
        ({"surname": "x" * 100}, None),
        ({"surname": "x" * 101}, ("text-too-long", "surname")),
        ({"surname": ""}, ("text-missing", "surname")),
        ({"given_name": ""}, ("text-missing", "given_name")),
        ({"given_name": "E\u200blīna"}, ("text-not-printable", "given_name")),
        ({"group": "x" * 20, "phone": "x" * 40}, None),
        ({"group": "x" * 21}, ("text-too-long", "group")),
        ({"phone": "x" * 41}, ("text-too-long", "phone")),
        ({"left_on": COURSE.first_day}, None),
        ({"left_on": COURSE.first_day - ONE_DAY}, ("practice-left-before-course", "left_on")),
        ({"left_on": date(20, 1, 1)}, ("date-out-of-range", "left_on")),
    ],
)
def test_what_may_be_entered_about_a_trainee(changes, problem):
    assert problem in problems(**changes) or (problem is None and problems(**changes) == [])


@pytest.mark.parametrize(("day", "found"), [(DAY, 0), (DAY + ONE_DAY, 1)])
def test_tr_02_nothing_is_ticked_that_is_still_to_come(day, found):
    assert problems(clearances={1: DAY, 2: day}) == (
        [("practice-clearance-future", "clearances")] * found
    )
    assert codes(clearance_day_problems(day, DAY)) == ["practice-clearance-future"] * found


@pytest.mark.parametrize(("year", "found"), [(1949, 1), (1950, 0), (2100, 0), (2101, 1)])
def test_a_day_lies_in_a_year_that_can_be_meant(year, found):
    assert codes(clearance_day_problems(date(year, 1, 1), None)) == ["date-out-of-range"] * found


def test_without_a_course_and_a_day_only_the_entry_itself_is_judged():
    content = replace(ELINA, left_on=date(2020, 1, 1), clearances={1: date(2030, 1, 1)})
    assert trainee_content_problems(content) == ()


def test_a_trainee_is_tidied_before_being_judged():
    tidied = cleaned_trainee(replace(ELINA, surname="  Zariņa   Ozola ", phone=" 2 "))
    assert (tidied.surname, tidied.phone) == ("Zariņa Ozola", "2")


@pytest.mark.parametrize("first", [date(2026, 3, 1), date(2026, 10, 1), date(2026, 6, 1)])
@pytest.mark.parametrize(("minutes", "found"), [(0, []), (1, ["practice-away-long"])])
def test_sixty_days_by_the_calendar_are_the_most_whatever_the_clock_does(first, minutes, found):
    content = UnavailabilityContent(
        1, at(first, 540), at(first + 60 * ONE_DAY, 540 + minutes), "ill"
    )
    assert codes(unavailability_problems(content)) == found


@pytest.mark.parametrize(
    ("minutes", "found"),
    [(1, []), (0, ["practice-time-backwards"]), (-9, ["practice-time-backwards"])],
)
def test_being_away_runs_forwards(minutes, found):
    start = at(DAY, 540)
    content = UnavailabilityContent(1, start, start + minutes * MINUTE)
    assert codes(unavailability_problems(content)) == found


@pytest.mark.parametrize("year", [1, 1949, 2101, 9999])
def test_being_away_lies_in_years_that_can_be_meant(year):
    start = datetime(year, 12, 31, 22, tzinfo=UTC)
    content = UnavailabilityContent(1, start, start + MINUTE)
    assert codes(unavailability_problems(content)) == ["date-out-of-range"] * 2


def test_a_remark_has_two_hundred_letters_at_most():
    content = UnavailabilityContent(1, at(DAY), at(DAY, 60), "x" * 201)
    assert codes(unavailability_problems(content)) == ["text-too-long"]
    assert unavailability_problems(replace(content, remark="x" * 200)) == ()

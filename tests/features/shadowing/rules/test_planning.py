"""TR-01 to TR-04 and TR-07, each on both sides of its boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.features.shadowing.rules.content import Span
from openblock.features.shadowing.rules.planning import (
    clearance_problems,
    course_problems,
    duty_problems,
    mentor_problems,
    nearest_duty,
    overlap_problems,
    plan_problems,
)
from openblock.features.shadowing.rules.wish import Neighbour
from tests.features.shadowing.wishes import (
    COURSE,
    DAY,
    LIMITS,
    MINUTE,
    YEAR,
    at_hours,
    busy,
    codes,
    duty,
    found,
    mentor,
    planned,
    span,
    wish,
)

ONE_DAY = timedelta(days=1)


def test_a_wish_that_keeps_every_rule_has_no_problem():
    assert planned(wish()) == []


def test_every_problem_is_returned_and_not_only_the_first():
    asked = wish(
        span=span(20, 34, COURSE.last_day),
        left_on=COURSE.last_day - ONE_DAY,
        clearances=(("Briefing", None),),
        mentor=mentor(is_mentor=False, last_day=COURSE.last_day - ONE_DAY),
        with_mentor=(Neighbour(span(20, 34, COURSE.last_day), "A", "B"),) * 2,
        in_block=(Neighbour(span(20, 34, COURSE.last_day), "A", "B"),) * 4,
        busy=(busy(12, 15, day=COURSE.last_day), busy(32, 35, day=COURSE.last_day)),
        on_duty=(),
    )
    assert codes(plan_problems(asked, LIMITS)) == [
        "practice-outside-course",
        "practice-trainee-left",
        "practice-not-cleared",
        "practice-no-mentor",
        "practice-mentor-not-serving",
        "practice-outside-duty",
        "practice-mentor-full",
        "practice-block-full",
        "practice-trainee-busy",
        "practice-too-long",
        "practice-rest-short",
        "practice-night",
        "practice-alone-at-night",
    ]


def test_every_problem_names_the_trainee():
    asked = wish(span=span(8, 8.5), course=replace(COURSE, first_day=DAY + ONE_DAY))
    problems = plan_problems(asked, LIMITS)
    assert problems
    assert {each.facts["trainee"] for each in problems} == {"Zariņa Elīna"}


# TR-01


@pytest.mark.parametrize(
    ("day", "start", "end", "problems"),
    [
        (COURSE.first_day, 0, 8, []),
        (COURSE.first_day - ONE_DAY, 23, 26, ["practice-outside-course"]),
        (COURSE.last_day, 16, 24, []),
        (COURSE.last_day, 16, 24 + 1 / 60, ["practice-outside-course"]),
        (COURSE.last_day + ONE_DAY, 9, 17, ["practice-outside-course"]),
    ],
)
def test_tr_01_the_first_and_last_minute_of_the_course_belong_to_it(day, start, end, problems):
    assert codes(course_problems(wish(span=span(start, end, day)), LIMITS)) == problems


def test_tr_01_a_minute_before_the_course_is_outside_it():
    first = Span(COURSE.span.start, COURSE.span.start + 120 * MINUTE)
    early = Span(first.start - MINUTE, first.end)
    assert course_problems(wish(span=first), LIMITS) == ()
    assert codes(course_problems(wish(span=early), LIMITS)) == ["practice-outside-course"]


@pytest.mark.parametrize(("end", "problems"), [(24, []), (24 + 1 / 60, ["practice-trainee-left"])])
def test_tr_01_the_last_day_of_who_left_is_had_to_its_midnight(end, problems):
    asked = wish(span=span(18, end), left_on=DAY)
    assert codes(course_problems(asked, LIMITS)) == problems


# TR-02


@pytest.mark.parametrize(
    ("day", "problems"),
    [
        (DAY - ONE_DAY, []),
        (DAY, []),
        (DAY + ONE_DAY, ["practice-not-cleared"]),
        (None, ["practice-not-cleared"]),
    ],
)
def test_tr_02_clearance_on_the_very_day_is_in_time(day, problems):
    asked = wish(clearances=(("Briefing", DAY - ONE_DAY), ("Work safety", day)))
    assert codes(clearance_problems(asked, LIMITS)) == problems


def test_tr_02_all_items_that_are_lacking_are_named_in_one_problem():
    asked = wish(clearances=(("Briefing", None), ("Pledge", DAY), ("Work safety", DAY + ONE_DAY)))
    (problem,) = clearance_problems(asked, LIMITS)
    assert problem.facts["items"] == ("Briefing", "Work safety")
    assert problem.facts["day"] == DAY


def test_tr_02_the_day_is_the_block_s_and_not_that_of_utc():
    # 00:30 on the wall is still the day before in UTC.
    asked = at_hours(0.5, 3, clearances=(("Briefing", DAY),))
    assert clearance_problems(asked, LIMITS) == ()


# TR-03


@pytest.mark.parametrize(
    ("until", "problems"),
    [
        (DAY, []),
        (DAY - ONE_DAY, [("practice-mentor-expired", "warning")]),
        (DAY - timedelta(days=29), [("practice-mentor-expired", "warning")]),
        (DAY - timedelta(days=30), [("practice-mentor-expired", "error")]),
        (None, [("practice-mentor-uncertified", "error")]),
    ],
)
def test_tr_03_a_certificate_is_valid_on_its_last_day_and_warns_for_thirty(until, problems):
    assert found(mentor_problems(wish(mentor=mentor(certified_until=until)), LIMITS)) == problems


def test_tr_03_who_is_not_flagged_is_no_mentor_whatever_the_certificate():
    asked = wish(mentor=mentor(is_mentor=False))
    assert found(mentor_problems(asked, LIMITS)) == [("practice-no-mentor", "error")]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"last_day": DAY}, []),
        ({"last_day": DAY - ONE_DAY}, ["practice-mentor-not-serving"]),
        ({"active_from": DAY}, []),
        ({"active_from": DAY + ONE_DAY}, ["practice-mentor-not-serving"]),
    ],
)
def test_tr_03_the_first_and_last_day_of_service_are_served(changes, problems):
    asked = wish(mentor=mentor(**changes))
    assert codes(mentor_problems(asked, LIMITS)) == problems
    assert all(each.field == "officer" for each in mentor_problems(asked, LIMITS))


# TR-04


@pytest.mark.parametrize(
    ("start", "end", "problems"),
    [
        (9, 33, []),
        (9, 11, []),
        (31, 33, []),
        (9 - 1 / 60, 21, ["practice-outside-duty"]),
        (21, 33 + 1 / 60, ["practice-outside-duty"]),
    ],
)
def test_tr_04_the_shift_lies_within_the_duty_ends_included(start, end, problems):
    assert codes(duty_problems(wish(span=span(start, end)), LIMITS)) == problems


@pytest.mark.parametrize(("minutes", "problems"), [(120, []), (119, ["practice-too-short"])])
def test_tr_04_two_hours_are_enough_and_a_minute_less_is_not(minutes, problems):
    asked = wish(span=Span(span(9, 10).start, span(9, 10).start + minutes * MINUTE))
    assert codes(duty_problems(asked, LIMITS)) == problems


def test_tr_04_two_duties_that_touch_are_not_one():
    asked = wish(span=span(19, 22), mentor=mentor(duties=(duty(8, 20), duty(20, 32))))
    assert codes(duty_problems(asked, LIMITS)) == ["practice-outside-duty"]


def test_tr_04_the_night_of_23_hours_is_held_to_its_last_minute():
    saturday = date(2026, 3, 28)
    on_duty = duty(9, 33, saturday)
    last_two = Span(on_duty.end - 120 * MINUTE, on_duty.end)
    asked = wish(course=YEAR, mentor=mentor(duties=(on_duty,)), span=last_two)
    assert duty_problems(asked, LIMITS) == ()
    late = replace(asked, span=Span(last_two.start, last_two.end + MINUTE))
    assert codes(duty_problems(late, LIMITS)) == ["practice-outside-duty"]
    # 02:00 to 04:00 is two hours on the wall and one in truth.
    skipped = replace(asked, span=span(26, 28, saturday))
    assert codes(duty_problems(skipped, LIMITS)) == ["practice-too-short"]


def test_tr_04_the_nearest_duty_is_named_or_that_there_is_none():
    asked = wish(span=span(6, 10), mentor=mentor(duties=(duty(-24, -8), duty(9, 33))))
    (problem,) = duty_problems(asked, LIMITS)
    assert (problem.facts["start"], problem.facts["end"]) == (duty(9, 33).start, duty(9, 33).end)
    (none,) = duty_problems(wish(mentor=mentor(duties=())), LIMITS)
    assert none.facts["start"] is None


def test_the_nearest_duty_is_the_one_fewest_minutes_away():
    near, far = duty(-20, 2), duty(30, 40)
    assert nearest_duty(span(4, 8), mentor(duties=(near, far))) == near
    assert nearest_duty(span(22, 26), mentor(duties=(near, far))) == far


# TR-07


@pytest.mark.parametrize("kind", ["class", "shadowing", "unavailable"])
@pytest.mark.parametrize(
    ("start", "end", "clashes"),
    [(6, 9, 0), (6, 9 + 1 / 60, 1), (21, 23, 0), (21 - 1 / 60, 23, 1), (12, 13, 1), (5, 40, 1)],
)
def test_tr_07_nothing_of_the_trainee_s_overlaps_and_touching_is_no_overlap(
    kind, start, end, clashes
):
    asked = wish(busy=(busy(start, end, kind, words="Law"),))
    problems = overlap_problems(asked, LIMITS)
    assert codes(problems) == ["practice-trainee-busy"] * clashes
    assert all(each.facts["kind"] == kind for each in problems)


def test_tr_07_each_clash_is_told_in_order():
    asked = wish(busy=(busy(15, 16, words="Second"), busy(10, 11, words="First")))
    problems = overlap_problems(asked, LIMITS)
    assert [each.facts["words"] for each in problems] == ["First", "Second"]

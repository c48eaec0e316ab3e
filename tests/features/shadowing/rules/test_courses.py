"""What a course, its situations, its classes and the lists may hold, at both sides of each edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    ClassContent,
    CourseContent,
    SituationContent,
    SituationKind,
)
from openblock.features.shadowing.rules.courses import (
    class_problems,
    cleaned_class,
    cleaned_course,
    course_content_problems,
    item_problems,
    situation_problems,
    situations_problems,
)
from tests.features.shadowing.wishes import COURSE, MINUTE, codes, span

FIRST = COURSE.first_day


def fields(problems):
    return [(each.code, each.field) for each in problems]


def test_tr_01_the_usual_course_is_right_and_asks_for_120_hours_without_the_night():
    assert course_content_problems(COURSE) == ()
    assert (COURSE.required_minutes, COURSE.night_allowed) == (120 * 60, False)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": "x" * 60}, None),
        ({"name": "x" * 61}, ("text-too-long", "name")),
        ({"name": ""}, ("text-missing", "name")),
        ({"name": "a\x07"}, ("text-not-printable", "name")),
        ({"last_day": FIRST}, None),
        ({"last_day": FIRST - timedelta(days=1)}, ("practice-course-backwards", "last_day")),
        ({"last_day": FIRST + timedelta(days=3 * 366 - 1)}, None),
        ({"last_day": FIRST + timedelta(days=3 * 366)}, ("practice-course-long", "last_day")),
        ({"required_minutes": 0}, None),
        ({"required_minutes": -1}, ("practice-required-hours", "required_minutes")),
        ({"required_minutes": 2000 * 60}, None),
        ({"required_minutes": 2000 * 60 + 1}, ("practice-required-hours", "required_minutes")),
        ({"situations": ()}, None),
    ],
)
def test_tr_01_what_a_course_may_be(changes, problem):
    assert fields(course_content_problems(replace(COURSE, **changes))) == (
        [] if problem is None else [problem]
    )


def test_tr_01_a_year_nobody_can_mean_is_told_beside_its_field():
    content = CourseContent("A", date(206, 1, 1), date(206, 2, 1))
    assert fields(course_content_problems(content)) == [
        ("date-out-of-range", "first_day"),
        ("date-out-of-range", "last_day"),
    ]


@pytest.mark.parametrize(
    ("year", "problems"),
    [(1949, ["date-out-of-range"] * 2), (1950, []), (2100, []), (2101, ["date-out-of-range"] * 2)],
)
def test_tr_01_a_course_lies_in_a_year_that_can_be_meant(year, problems):
    content = replace(COURSE, first_day=date(year, 2, 1), last_day=date(year, 3, 1))
    assert codes(course_content_problems(content)) == problems


def test_a_course_is_tidied_before_it_is_judged():
    own = SituationContent(SituationKind.POST, "", "  Gate   duty ", post=" Gate ")
    tidied = cleaned_course(replace(COURSE, name="  2.   kurss ", situations=(own,)))
    assert tidied.name == "2. kurss"
    assert (tidied.situations[0].name, tidied.situations[0].post) == ("Gate duty", "Gate")


@pytest.mark.parametrize(
    ("times", "problems"),
    [
        ((405, 420), []),
        ((0, 1439), []),
        ((1425, 15), []),
        ((405, 405), ["practice-situation-time"]),
        ((-1, 15), ["practice-situation-time"]),
        ((405, 1440), ["practice-situation-time"]),
    ],
)
def test_a_situation_at_a_time_has_two_different_minutes_of_the_day(times, problems):
    content = SituationContent(SituationKind.TIME, "", "Round", *times)
    assert codes(situation_problems(content)) == problems
    elsewhere = replace(content, kind=SituationKind.CHANCE)
    assert situation_problems(elsewhere) == ()


def test_each_problem_of_a_situation_says_which_one_it_is():
    unnamed = SituationContent(SituationKind.DAY)
    twice = SituationContent(SituationKind.DAY, "", "GATE")
    listed = (*USUAL_SITUATIONS, unnamed, replace(twice, name="Gate"), twice, USUAL_SITUATIONS[0])
    assert [(each.code, each.facts["place"]) for each in situations_problems(listed)] == [
        ("practice-situation-unnamed", 8),
        ("practice-situation-twice", 10),
        ("practice-situation-twice", 11),
    ]


@pytest.mark.parametrize(("number", "problems"), [(30, []), (31, ["practice-situations-many"])])
def test_thirty_situations_are_enough(number, problems):
    many = tuple(SituationContent(SituationKind.CHANCE, "", f"No {n}") for n in range(number))
    assert codes(situations_problems(many)) == problems


def lesson(start, end, day=COURSE.first_day, **changes):
    time = span(start, end, day)
    return ClassContent(1, time.start, time.end, **changes)


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (lesson(9, 16, title="Law", group="A"), []),
        (lesson(9, 9), ["practice-time-backwards"]),
        (lesson(9, 9 + 1 / 60), []),
        (lesson(0, 24), []),
        (lesson(0, 24 + 1 / 60), ["practice-class-long"]),
        (lesson(-1, 8), ["practice-class-outside-course"]),
        (lesson(8, 24, COURSE.last_day), []),
        (lesson(8, 24 + 1 / 60, COURSE.last_day), ["practice-class-outside-course"]),
        (lesson(9, 16, title="x" * 81), ["text-too-long"]),
        (lesson(9, 16, group="x" * 21), ["text-too-long"]),
        (lesson(9, 16, title="\u200b"), ["text-not-printable"]),
    ],
)
def test_a_class_runs_forwards_within_its_course_and_for_a_day_at_most(content, problems):
    assert codes(class_problems(content, COURSE)) == problems


def test_a_class_without_a_known_course_is_judged_alone_and_tidied_first():
    assert class_problems(lesson(9, 16, date(2030, 1, 1))) == ()
    assert cleaned_class(lesson(9, 16, title="  Law  1 ", group=" A ")).title == "Law 1"


def test_a_class_over_the_night_of_25_hours_is_longer_than_a_day():
    saturday = date(2026, 10, 24)
    content = lesson(9, 33, saturday)
    assert codes(class_problems(content)) == ["practice-class-long"]
    assert class_problems(replace(content, ends_at=content.ends_at - 60 * MINUTE)) == ()


@pytest.mark.parametrize(
    ("name", "code", "problems"),
    [
        ("Briefing", "", []),
        ("", "briefing", []),
        ("", "", ["text-missing"]),
        ("x" * 81, "", ["text-too-long"]),
        ("FIRST aid", "", ["practice-item-taken"]),
    ],
)
def test_an_entry_of_a_list_has_a_name_of_its_own_unless_it_names_itself(name, code, problems):
    assert codes(item_problems(name, code, ("First aid",))) == problems

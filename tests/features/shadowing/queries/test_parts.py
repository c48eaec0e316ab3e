"""Which part of a duty is offered where something is in the way of the usual one."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import Problem, Severity
from openblock.features.roster.rules import Shift
from openblock.features.shadowing.queries.learners import Learner
from openblock.features.shadowing.queries.parts import Part, best_part
from openblock.features.shadowing.queries.wishing import Around, Beside
from openblock.features.shadowing.rules.content import CourseContent, Span
from openblock.features.shadowing.rules.limits import DEFAULT_LIMITS
from openblock.features.shadowing.rules.wish import Busy, Mentor, Neighbour
from tests.features.shadowing.practising import on

COURSE = CourseContent("2. kurss", date(2026, 3, 2), date(2026, 4, 30))
DUTY = Span(on(28, 9), on(29, 9))


def around(busy=(), beside=(), *, nights=False):
    course = CourseContent("2. kurss", COURSE.first_day, COURSE.last_day, night_allowed=nights)
    learner = Learner(1, "Zariņa Elīna", None, course, ())
    return Around(
        learner,
        busy=tuple(Busy(Span(on(28, a), on(28, b)), kind, 1, "") for kind, a, b in busy),
        beside=tuple(
            Beside(officer, Neighbour(Span(on(28, a), on(28, b)), "Balode Sintija", "Anna"))
            for officer, a, b in beside
        ),
        on_duty=(DUTY, DUTY),
    )


def offered(where, duty=DUTY):
    mentor = Mentor(
        *(7, "Liepa Agnese", True, date(2027, 1, 1), date(2020, 1, 1)),
        duties=(Shift(duty.start, duty.end, date(2026, 3, 28)),),
    )
    part = best_part(where, mentor, duty, DEFAULT_LIMITS)
    return (part.span, part.fits)


def hours(start, end):
    return Span(on(28, start), on(28, end))


def test_with_nothing_in_the_way_it_is_the_usual_part():
    assert offered(around()) == (hours(9, 21), True)


@pytest.mark.parametrize(
    ("busy", "beside", "span"),
    [
        # The trainee comes later, or goes earlier; the longer of the two parts is taken.
        ([("unavailable", 9, 12)], [], hours(12, 22)),
        ([("unavailable", 18, 20)], [], hours(9, 18)),
        ([("unavailable", 11, 14)], [], hours(14, 22)),
        # Both places are taken for a while, or all of the block's.
        ([], [(7, 9, 13), (7, 9, 13)], hours(13, 22)),
        ([], [(7, 16, 20), (7, 16, 20)], hours(9, 16)),
        ([], [(1, 9, 12)] * 4, hours(12, 22)),
        # Eleven hours after a class of the night before, on the minute.
        ([("class", -4, 1)], [], hours(12, 22)),
    ],
)
def test_where_something_is_in_the_way_it_is_the_longest_part_that_fits(busy, beside, span):
    assert offered(around(busy, beside)) == (span, True)


def test_one_place_taken_is_in_nobody_s_way():
    assert offered(around(beside=[(7, 9, 21)])) == (hours(9, 21), True)


@pytest.mark.parametrize(
    "busy",
    [
        [("unavailable", 0, 24)],
        [("class", 9, 16)],
        # What is left on the duty's own day is too short; the next morning is another day's.
        [("unavailable", 9, 20.5)],
    ],
)
def test_where_no_part_fits_the_usual_one_is_told_with_what_is_in_its_way(busy):
    assert offered(around(busy)) == (hours(9, 21), False)


def test_a_night_s_duty_of_a_course_with_nights_is_offered_from_its_beginning():
    night = Span(on(28, 21), on(29, 9))
    assert offered(around(nights=True), night) == (night, True)


def test_a_duty_too_short_for_practice_is_judged_as_it_is():
    short = hours(9, 10)
    assert offered(around(), short) == (short, False)


def test_a_warning_alone_does_not_keep_a_part_from_fitting():
    span = hours(9, 21)
    assert Part(span, (Problem("x", Severity.WARNING),)).fits
    assert not Part(span, (Problem("x", Severity.WARNING), Problem("y"))).fits

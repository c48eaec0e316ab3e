"""What is entered and confirmed of practice is refused in words, with the rules' own facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.errors import KnownError, Problem
from openblock.features.shadowing.rules.confirming import (
    Settling,
    addendum_problems,
    confirm_problems,
)
from openblock.features.shadowing.rules.content import (
    ClassContent,
    Confirmation,
    SituationContent,
    SituationKind,
    Standing,
    UnavailabilityContent,
)
from openblock.features.shadowing.rules.courses import (
    class_problems,
    course_content_problems,
    item_problems,
    situations_problems,
)
from openblock.features.shadowing.rules.trainees import (
    clearance_day_problems,
    trainee_content_problems,
    unavailability_problems,
)
from openblock.ui.messages import words
from openblock.ui.messages.practice import WORDS
from tests.features.shadowing.wishes import COURSE, DAY, ELINA, LIMITS, span

ONE_DAY = timedelta(days=1)
SHIFT = span(9, 21)
SETTLING = Settling(
    SHIFT, Standing.DONE, "Zariņa Elīna", "Čakste Gunārs", SHIFT.end, duties=(span(9, 33),)
)
CONFIRMATION = Confirmation(SHIFT.start, SHIFT.end)


def of_confirming() -> Iterator[Problem]:
    settlings = (
        *(replace(SETTLING, standing=each) for each in Standing),
        replace(SETTLING, at=SHIFT.start - ONE_DAY),
        replace(SETTLING, at=SHIFT.end + 8 * ONE_DAY),
        replace(SETTLING, duties=()),
        replace(SETTLING, duties=(span(10, 33),)),
    )
    for settling in settlings:
        yield from confirm_problems(settling, CONFIRMATION, LIMITS)
    odd = replace(CONFIRMATION, ends_at=SHIFT.start, situations=(1,), evaluation={1: "x"})
    yield from confirm_problems(SETTLING, odd, LIMITS)
    yield from addendum_problems("Words", Standing.DONE)


def of_entering() -> Iterator[Problem]:
    situation = SituationContent(SituationKind.TIME)
    lesson = ClassContent(
        1, *(span(0, 25, COURSE.last_day).start, span(0, 25, COURSE.last_day).end)
    )
    yield from course_content_problems(replace(COURSE, last_day=COURSE.first_day - ONE_DAY))
    yield from course_content_problems(
        replace(COURSE, last_day=date(2036, 1, 1), required_minutes=-1)
    )
    many = tuple(
        SituationContent(SituationKind.CHANCE, "", f"Round {number}") for number in range(31)
    )
    yield from situations_problems(many)
    yield from situations_problems((replace(situation, name="Gate"),) * 2)
    yield from situations_problems((situation,))
    yield from class_problems(lesson, COURSE)
    yield from item_problems("Gate", others=("Gate",))
    left = replace(ELINA, left_on=COURSE.first_day - ONE_DAY)
    yield from trainee_content_problems(left, COURSE, DAY)
    yield from clearance_day_problems(DAY + ONE_DAY, DAY)
    yield from unavailability_problems(
        UnavailabilityContent(1, SHIFT.start, SHIFT.start + 61 * ONE_DAY)
    )


def every_problem() -> list[Problem]:
    return [*of_confirming(), *of_entering()]


def test_every_wording_is_tried_with_the_facts_of_the_rules():
    assert {each.code for each in every_problem()} == set(WORDS)


@pytest.mark.parametrize("problem", every_problem(), ids=lambda each: each.code)
def test_words_are_whole_sentences_without_gaps(problem):
    said = words(problem)
    assert "practice-" not in said
    assert "{" not in said
    assert "None" not in said
    assert said[0].isupper() or said[0].isdigit() or said[0] == "“"
    assert said.endswith(".")


def test_late_confirming_says_until_when_it_was_due():
    (problem,) = confirm_problems(
        replace(SETTLING, at=SHIFT.end + 8 * ONE_DAY), CONFIRMATION, LIMITS
    )
    assert words(problem) == (
        "Zariņa Elīna, 24 Nov 09:00–21:00: confirming was due by 1 Dec 21:00 (7 days after the "
        "shift). Say why it is late."
    )


def test_what_is_locked_says_by_whom_and_since_when_it_is_known():
    known = KnownError("practice-locked", standing="confirmed", who="Liepa A.", when=SHIFT.end)
    assert words(known).startswith("Liepa A. confirmed this (24/11/2026 21:00), and it stays")
    assert words(Problem("practice-locked", facts={"standing": "confirmed"})).startswith(
        "This is confirmed"
    )
    missed = KnownError("practice-locked", standing="missed", trainee="Zariņa Elīna")
    assert words(missed) == "It is entered that Zariņa Elīna did not come, so this stays as it is."

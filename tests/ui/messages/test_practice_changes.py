"""What the commands of practice refuse is told in words, with or without knowing who did it."""

from __future__ import annotations

import pytest

from openblock.errors import KnownError, Problem
from openblock.ui.messages import words
from openblock.ui.messages.practice_changes import WORDS
from tests.features.shadowing.wishes import DAY, span

SHIFT = span(9, 21)
FACTS = {
    "trainee": "Zariņa Elīna",
    "name": "Čakste Gunārs",
    "mentor": "Čakste Gunārs",
    "day": DAY,
    "start": SHIFT.start,
    "end": SHIFT.end,
    "other": "Law",
    "who": "Vītola Kristīne",
    "when": SHIFT.start,
    "theirs": ("Liepa Agnese",),
    "trainees": 2,
    "row": 7,
}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_whole_sentences_without_gaps(code):
    said = words(Problem(code, facts=FACTS))
    assert code not in said
    assert "{" not in said
    assert said[0].isupper()
    assert said.endswith(".")


def test_a_cell_that_changed_meanwhile_says_who_and_what_stands_there():
    said = words(KnownError("practice-changed-meanwhile", **FACTS))
    assert said == (
        "Zariņa Elīna, 24 Nov: Vītola Kristīne has changed this cell (24/11/2026 09:00); the "
        "mentor now is Liepa Agnese. Set yours again if it is to stand."
    )


def test_a_cell_emptied_by_nobody_known_is_said_too():
    unknown = {**FACTS, "who": "", "when": None, "theirs": ()}
    said = words(KnownError("practice-changed-meanwhile", **unknown))
    assert "somebody has changed" in said
    assert "the mentor now is nobody" in said


def test_something_else_that_changed_meanwhile_is_said_without_facts():
    assert words(KnownError("practice-changed-meanwhile")).startswith("This was changed meanwhile")


def test_a_class_without_a_title_is_said_by_its_hours():
    said = words(Problem("practice-class-overlap", facts={**FACTS, "other": ""}))
    assert said == "The group already has a class 24 Nov 09:00–21:00."


def test_a_usual_situation_that_was_seen_is_told_without_a_name():
    said = words(Problem("practice-situation-seen", facts={"name": "", "code": "night"}))
    assert said == "A trainee has seen this situation already, so it stays in the course."


def test_a_course_with_one_trainee_is_told_in_the_singular():
    said = words(KnownError("course-has-trainees", name="2. kurss", trainees=1))
    assert "somebody is on it: 1 trainee." in said

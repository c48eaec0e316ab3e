"""What is entered about practice: times that hold and meet, courses that last their last day."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.clock import at
from openblock.features.shadowing.rules.content import (
    USUAL_ITEMS,
    USUAL_SITUATIONS,
    CourseContent,
    ItemKind,
    SituationKind,
    Standing,
    State,
    TraineeContent,
)
from tests.features.shadowing.wishes import span

M = 1 / 60


@pytest.mark.parametrize(
    ("start", "end", "holds", "meets"),
    [
        (9, 21, True, True),
        (9 - M, 21, False, True),
        (9, 21 + M, False, True),
        (21, 22, False, False),
        (21 - M, 22, False, True),
        (8, 9, False, False),
        (8, 9 + M, False, True),
    ],
)
def test_a_time_holds_what_ends_with_it_and_does_not_meet_what_touches_it(start, end, holds, meets):
    assert span(9, 21).holds(span(start, end)) is holds
    assert span(9, 21).meets(span(start, end)) is meets


def test_a_course_lasts_until_the_midnight_after_its_last_day():
    course = CourseContent("A", date(2026, 3, 28), date(2026, 3, 29))
    assert (course.span.start, course.span.end) == (at(date(2026, 3, 28)), at(date(2026, 3, 30)))
    assert course.span.minutes == 47 * 60


def test_a_name_is_written_surname_first():
    assert TraineeContent(1, "Zariņa", "Elīna").name == "Zariņa Elīna"


def test_the_usual_lists_name_everything_the_rules_ask_for():
    assert [each.code for each in USUAL_SITUATIONS] == [
        "day",
        "night",
        "weekend",
        "morning_count",
        "evening_count",
        "leave_desk",
        "admission",
    ]
    assert {each.kind for each in USUAL_SITUATIONS} == set(SituationKind)
    assert USUAL_ITEMS[ItemKind.CLEARANCE] == ("briefing", "confidentiality", "work_safety")
    assert set(USUAL_ITEMS) == set(ItemKind)


def test_whatever_is_decided_has_a_standing_of_its_name():
    assert {each.value for each in State} <= {each.value for each in Standing}

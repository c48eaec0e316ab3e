"""What is set up, ticked or changed on the grounds is refused in whole sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import openblock.features.grounds
from openblock.errors import KnownError, Problem
from openblock.features.grounds.rules import (
    Ticking,
    approve_problems,
    area_problems,
    change_problems,
    closure_problems,
    finish_problems,
    hour_problems,
    no_show_problems,
    series_problems,
    start_problems,
)
from openblock.features.grounds.rules.content import (
    BookingContent,
    ClosureContent,
    ClosureReason,
    Repeat,
    SeriesContent,
    State,
)
from openblock.ui.messages import has_words, words
from openblock.ui.messages.grounds_changes import WORDS
from tests.features.grounds.wishes import DAY, FIELD, MARCH, moment, span, wish

NOW = moment("10:30")
READY = Ticking(State.APPROVED, span("12:00", "13:00"), NOW)
OUT = Ticking(State.IN_USE, span("10:00", "11:00"), NOW, started_at=moment("10:05"))
HOURS = (((600, 500),), ((0, 700), (600, 1440)), tuple((n, n + 1) for n in range(0, 14, 2)))


def of_areas() -> Iterator[Problem]:
    for changes in (
        {"capacity": 0},
        {"shortest": 20},
        {"shortest": 60, "longest": 30},
        {"hours": ()},
        {"hours": (*HOURS, (), (), (), ())},
        {"width": 5},
        {"x": -1},
    ):
        yield from area_problems(replace(FIELD, **changes))
    yield from area_problems(FIELD, [FIELD.name])
    yield from closure_problems(
        ClosureContent(1, moment("08:00"), moment("09:00"), ClosureReason.WEATHER), NOW
    )
    yield Problem("area-change-hits", facts={"number": 2, "dates": (DAY, DAY)}, field="content")
    yield Problem("closure-hits", facts={"number": 1}, field="hits")


def of_bookings() -> Iterator[Problem]:
    first = wish().content
    yield from series_problems(SeriesContent(first, Repeat.DAILY, DAY + timedelta(days=185)), NOW)
    yield from series_problems(SeriesContent(first, Repeat.DAILY, DAY - timedelta(days=1)), NOW)
    night = BookingContent(1, moment("03:00"), moment("04:00"), (1,))
    yield from hour_problems(night, MARCH)
    for state in (State.IN_USE, State.FINISHED, State.CANCELLED, State.NO_SHOW):
        yield from change_problems(state)
    yield from approve_problems(State.APPROVED)
    yield from start_problems(replace(READY, state=State.REQUESTED), NOW)
    yield from start_problems(READY, NOW, coming=0)
    yield from start_problems(READY, moment("13:00"))
    yield from finish_problems(READY, NOW)
    yield from finish_problems(OUT, moment("10:04"))
    yield from no_show_problems(READY)


UNKNOWN = (
    *("area-in-use", "area-unknown", "booking-unknown"),
    *("closure-unknown", "grounds-changed-meanwhile"),
)
PROBLEMS = (*of_areas(), *of_bookings(), *(Problem(code) for code in UNKNOWN))


def raised() -> set[str]:
    """Every code written out in the feature's own modules, as a call's first word or by itself."""
    folder = Path(openblock.features.grounds.__path__[0])
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS and node.args:
                found |= {
                    each.value for each in ast.walk(node.args[0]) if isinstance(each, ast.Constant)
                }
    return {str(each) for each in found}


CALLS = {"Problem", "KnownError"}


def test_every_code_of_the_grounds_has_words():
    assert sorted(code for code in raised() if not has_words(code)) == []


def test_every_wording_is_tried_with_the_facts_of_the_rules():
    assert {each.code for each in PROBLEMS} == {*WORDS}


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda each: each.code)
def test_words_are_whole_sentences_without_gaps(problem):
    said = words(problem)
    assert problem.code not in said
    assert not re.findall(r"[{}]|None|datetime|\(\)|\.\.|  ", said)
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith(".")


def test_hours_name_their_weekday_where_they_have_one():
    facts = {"start": 600, "end": 1440}
    assert words(Problem("hours-overlap", facts=facts)) == (
        "The time from 10:00 to 24:00 stands there twice."
    )
    assert words(Problem("hours-overlap", facts=facts | {"weekday": 5})) == (
        "Saturday: the time from 10:00 to 24:00 stands there twice."
    )


def test_what_a_change_hits_is_told_with_its_number_and_each_date_once():
    days = (date(2026, 9, 1), date(2026, 9, 1), date(2026, 9, 8))
    hits = Problem("area-change-hits", facts={"number": 3, "dates": days})
    assert words(hits) == ("This no longer fits what is booked ahead: 3 bookings (1 Sep, 8 Sep).")


def test_a_settled_booking_says_how_it_ended_and_who_entered_it():
    facts = {"state": "cancelled", "who": "Vītola K."}
    assert words(KnownError("booking-settled", **facts)) == (
        "This booking is cancelled and stays as it is. Book anew instead. Entered by Vītola K."
    )
    assert words(KnownError("booking-settled")) == "This booking is settled and stays as it is."


def test_the_hour_that_march_leaves_out_is_named():
    night = BookingContent(1, moment("03:15"), moment("04:15"), (1,))
    (problem,) = hour_problems(night, MARCH)
    assert words(problem) == "On 29 Mar there is no 03:15: the clocks are put forward."

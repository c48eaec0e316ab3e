"""Everything the rules of practice find has words made of the facts the rules really give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import openblock.features.shadowing
from openblock.errors import Problem
from openblock.features.shadowing.rules.hours import Tally, progress_problems
from openblock.features.shadowing.rules.planning import plan_problems
from openblock.ui.messages import has_words, words
from openblock.ui.messages.practice_places import WORDS as PLACES
from openblock.ui.messages.shadowing import WORDS, times
from tests.features.shadowing.wishes import (
    COURSE,
    DAY,
    LIMITS,
    NIGHT_COURSE,
    at_hours,
    beside,
    busy,
    mentor,
    span,
    wish,
)

ONE_DAY = timedelta(days=1)
LAST = COURSE.last_day


def every_problem() -> Iterator[Problem]:
    """Each problem of planning, with its own facts."""
    wishes = (
        wish(span=span(20, 34, LAST), left_on=LAST - ONE_DAY, clearances=(("Briefing", None),)),
        wish(mentor=mentor(is_mentor=False, last_day=DAY - ONE_DAY)),
        wish(mentor=mentor(certified_until=None, active_from=DAY + ONE_DAY)),
        wish(mentor=mentor(certified_until=DAY - ONE_DAY, duties=())),
        wish(span=span(8, 9), with_mentor=(beside(8, 9),) * 2, in_block=(beside(8, 9),) * 4),
        *(
            wish(busy=(busy(20, 22, kind, words=said),))
            for kind in ("class", "shadowing", "unavailable")
            for said in ("", "Law")
        ),
        wish(busy=(busy(0, 8, words="Law"), busy(30, 31, "shadowing", words="Liepa Agnese"))),
        wish(busy=(busy(0, 8), busy(30, 31, "shadowing"))),
        at_hours(9, 22, busy=tuple(busy(0, 9, day=DAY + n * ONE_DAY) for n in range(-1, 6))),
        at_hours(9, 11, busy=tuple(busy(9, 11, day=DAY + n * ONE_DAY) for n in range(-4, 6) if n)),
        at_hours(20, 32, on_duty=(span(9, 33),)),
        at_hours(20, 32, on_duty=()),
    )
    for asked in wishes:
        yield from plan_problems(asked, LIMITS)
    for days in (-1, 0, 1, 14):
        yield from progress_problems(Tally(600), COURSE, LAST - days * ONE_DAY, LIMITS)


PROBLEMS = tuple(every_problem())


def raised() -> list[str]:
    folder = Path(openblock.features.shadowing.__path__[0])
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    return sorted(set(re.findall(r"(?:Problem|KnownError)\(\s*\"([a-z-]+)\"", source)))


@pytest.mark.parametrize("code", raised())
def test_every_code_of_practice_has_words(code):
    assert has_words(code)


def test_every_wording_is_tried_with_the_facts_of_the_rules():
    assert {each.code for each in PROBLEMS} == {*WORDS, *PLACES}


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda each: each.code)
def test_words_are_whole_sentences_without_gaps(problem):
    said = words(problem)
    assert "practice-" not in said
    assert not {"{", "}", "None"} & set(re.findall(r"[{}]|None", said))
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith(".")


def said_of(asked) -> list[str]:
    return [words(each) for each in plan_problems(asked, LIMITS)]


def test_what_an_officer_reads_holds_names_days_and_hours():
    (said,) = said_of(wish(clearances=(("Briefing", None), ("Work safety", None))))
    assert said == (
        "Zariņa Elīna, 24 Nov: not yet had: Briefing, Work safety. Tick it with its day on the "
        "trainee's card first."
    )
    assert said_of(wish(mentor=mentor(certified_until=date(2026, 11, 15)))) == [
        "Čakste Gunārs: the mentor's certificate ended on 15/11/2026."
    ]
    (said,) = said_of(wish(span=span(7, 10)))
    assert said == (
        "Čakste Gunārs is on duty 24 Nov 09:00 – 25 Nov 09:00; 24 Nov 07:00–10:00 is not within "
        "that."
    )
    assert said_of(wish(busy=(busy(12, 14, words="Law"),))) == [
        "Zariņa Elīna has a class 24 Nov 12:00–14:00: Law."
    ]


def test_who_lost_the_last_place_is_told_who_has_it_and_who_planned_it():
    crowd = (beside(9, 12, "Balode Sintija", "Vītola K."), beside(10, 15, "Ozols Jānis", "Anna"))
    (said,) = said_of(wish(with_mentor=crowd))
    assert said == (
        "Čakste Gunārs has no place left 24 Nov 10:00–12:00: Balode Sintija, Ozols Jānis (planned "
        "by Vītola K., Anna). At most 2 at a time."
    )


def test_short_rest_says_between_what_it_lies():
    asked = wish(busy=(busy(-6, 0, words="Law"),))
    assert said_of(asked) == [
        "Zariņa Elīna: rest 9 h from 24 Nov 00:00 to 24 Nov 09:00, needed 11 h (class: Law)."
    ]


def test_the_night_is_said_with_its_hours():
    night = at_hours(20, 32, on_duty=(span(9, 33), span(9, 27)))
    assert said_of(night) == [
        "The course “2. kurss” has no practice at night, 22:00–06:00. Choose hours by day.",
        "At night 25 Nov 03:00–06:00 only one officer is on duty; at least 2 are needed.",
    ]
    assert said_of(replace(night, course=NIGHT_COURSE)) == said_of(night)[1:]


def test_a_course_that_ends_says_how_much_time_is_left():
    def said(days):
        return words(*progress_problems(Tally(600), COURSE, LAST - days * ONE_DAY, LIMITS))

    assert said(1) == "10 h are lacking; the course ends on 18/12/2026, time left: 1 day."
    assert said(0) == "10 h are lacking; the course ends today."
    assert said(-1) == "10 h are lacking; the course ended on 18/12/2026."


def test_hours_of_one_day_name_it_once():
    start = datetime(2026, 11, 24, 7, tzinfo=UTC)
    assert times({"start": start, "end": start + timedelta(hours=12)}) == "24 Nov 09:00–21:00"
    over = times({"start": start, "end": start + timedelta(hours=24)})
    assert over == "24 Nov 09:00 – 25 Nov 09:00"
    with pytest.raises(TypeError):
        times({"start": start, "end": None})

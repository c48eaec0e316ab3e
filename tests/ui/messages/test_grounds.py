"""Everything the rules of a booking find has words made of the facts the rules really give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from openblock.errors import Problem
from openblock.features.grounds.rules import booking_problems
from openblock.features.grounds.rules.content import ClosureReason, GroundsLimits, Wish
from openblock.ui.messages import words
from openblock.ui.messages.grounds import WORDS
from tests.features.grounds.wishes import (
    FIELD,
    LIMITS,
    WINTER,
    beside,
    guest,
    light,
    moment,
    officer,
    span,
    wish,
)

CIVIL = GroundsLimits(civil=True)
TIME = span("10:00", "11:00")
FULL = (beside("10:00", "11:00", 5), beside("10:30", "12:00", 4, "Skriešana", by="Anna"))


def closed(reason: str, remark: str = "") -> Wish:
    return wish(closures=((span("08:00", "34:00"), ClosureReason(reason), remark),))


def wishes() -> Iterator[tuple[Wish, GroundsLimits]]:
    """Wishes that between them meet every rule in every wording."""
    plain = (
        wish("11:00", "10:00"),
        wish("10:05", "10:20", heads=0, area=replace(FIELD, active=False)),
        wish("10:00", "14:00", open=(), now=moment("23:00")),
        wish("20:00", "22:15"),
        *(closed(each) for each in ClosureReason),
        closed("other", "Putni ligzdo."),
        wish(heads=13),
        wish(neighbours=FULL),
        wish(area=replace(FIELD, exclusive=True), neighbours=FULL[:1]),
        wish("07:00", "08:00", WINTER),
        wish("15:00", "16:00", WINTER),
        wish(light=()),
        wish(supervisor=None),
        wish(supervisor=None, roster_laid=False),
        wish(supervisor=officer()),
        wish(supervisor=officer(span("10:30", "34:00"))),
        wish(supervisor=officer(TIME, watched=((TIME, 7, 12),))),
        wish(guests=(guest(1, "Ozols Jānis", present=()),)),
        *(
            wish(guests=(guest(1, "Ozols Jānis", busy=((TIME, kind, said),)),))
            for kind in ("booking", "class")
            for said in ("", "Dārzs")
        ),
        wish(heads=2, apart=frozenset({(1, 2)})),
    )
    yield from ((each, LIMITS) for each in plain)
    yield from ((wish(*times, WINTER), CIVIL) for times in (("07:00", "08:30"), ("16:00", "17:00")))
    yield wish("21:00", "21:45"), GroundsLimits(count_guard=0)
    yield wish(guests=(guest(1, "Ozols Jānis", this_week=2),)), GroundsLimits(week_quota=2)


PROBLEMS = tuple(each for asked, limits in wishes() for each in booking_problems(asked, limits))


def test_every_wording_is_tried_with_the_facts_of_the_rules():
    assert {each.code for each in PROBLEMS} == {*WORDS}


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda each: each.code)
def test_words_are_whole_sentences_without_gaps(problem):
    said = words(problem)
    assert problem.code not in said
    assert not re.findall(r"[{}]|None|datetime|\(\)|\.\.|  ", said)
    assert said[0].isupper()
    assert said.endswith(".")


def said_of(asked: Wish, limits: GroundsLimits = LIMITS) -> str:
    problems: tuple[Problem, ...] = booking_problems(asked, limits)
    return " ".join(map(words, problems))


def test_who_has_the_places_is_told_and_how_many_are_left():
    assert said_of(wish(neighbours=FULL)) == (
        "Sporta laukums has room for 12. 20 Jun 10:30–11:00 there are 9 already (Futbols, "
        "Skriešana; booked by Vītola K., Anna): free are 3, this group is 6."
    )
    assert said_of(wish(heads=13, supervisor=None, area=replace(FIELD, ratio=0))) == (
        "Sporta laukums has room for 12; this group is 13."
    )


@pytest.mark.parametrize(
    ("times", "limits", "said"),
    [
        (
            ("08:00", "09:30"),
            LIMITS,
            (
                "Sporta laukums has no floodlights, and on 21 Dec the sun rises at 08:59. "
                "Begin at 08:59 or later."
            ),
        ),
        (
            ("15:00", "16:00"),
            GroundsLimits(margin=15),
            "Sporta laukums has no floodlights, and on 21 Dec the sun sets at 15:45. End by 15:30.",
        ),
        (
            ("07:30", "08:30"),
            CIVIL,
            (
                "Sporta laukums has no floodlights, and on 21 Dec it is light only from 08:10. "
                "Begin at 08:10 or later."
            ),
        ),
        (
            ("16:00", "17:00"),
            CIVIL,
            "Sporta laukums has no floodlights, and on 21 Dec it is dark from 16:34. End by 16:34.",
        ),
    ],
)
def test_the_sun_is_told_by_the_clock_with_the_time_one_may_stay_until(times, limits, said):
    assert said_of(wish(*times, WINTER), limits) == said


def test_a_short_day_of_the_north_is_told_without_a_time():
    dark = light(WINTER, sunrise=None, sunset=None, always=False)
    assert said_of(wish("10:00", "11:00", WINTER, light=(dark,))) == (
        "Sporta laukums has no floodlights, and on 21 Dec it is not light long enough."
    )


def test_the_officer_of_a_group_is_named_with_the_duty():
    assert said_of(wish(supervisor=officer(span("10:30", "34:00")))) == (
        "Čakste Gunārs is on duty 20 Jun 10:30 – 21 Jun 10:00; 20 Jun 10:00–11:00 is not within "
        "that."
    )
    assert said_of(wish(supervisor=officer(TIME, watched=((TIME, 7, 12),)))) == (
        "Čakste Gunārs would watch over 13 people 20 Jun 10:00–11:00; one officer may watch 12."
    )


def test_why_an_area_is_closed_is_told_with_the_remark():
    assert said_of(closed("repair", "Vārti salūzuši.")) == (
        "Sporta laukums is closed 20 Jun 08:00 – 21 Jun 10:00 for repair. Remark: Vārti salūzuši."
    )


def test_names_that_look_like_code_stand_as_they_are():
    area = replace(FIELD, name="{area} <b>& O'Brien")
    said = said_of(wish("15:00", "16:00", WINTER, area=area))
    assert said.startswith("{area} <b>& O'Brien has no floodlights, and on 21 Dec")


def test_opening_hours_of_several_parts_are_all_told():
    hours = (span("07:00", "12:00"), span("13:00", "21:00"))
    assert said_of(wish("11:30", "12:30", open=hours)) == (
        "Sporta laukums is open 20 Jun 07:00–12:00, 20 Jun 13:00–21:00; 20 Jun 11:30–12:30 is not "
        "within that."
    )

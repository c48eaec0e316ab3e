"""Which situations a shift offers, each on both sides of where it begins."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.shadowing.rules.content import (
    USUAL_SITUATIONS,
    SituationContent,
    SituationKind,
)
from openblock.features.shadowing.rules.situations import offered
from tests.features.shadowing.wishes import LIMITS, span

FRIDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 29)
M = 1 / 60


def offers(content, time, post="", *, holiday=False):
    return offered(content, time, post, LIMITS, holiday)


def kind(name, **changes):
    return SituationContent(SituationKind(name), **changes)


@pytest.mark.parametrize(
    ("start", "end", "day", "night"),
    [
        (9, 21, True, False),
        (20, 30, True, True),
        (20 + M, 30, False, True),
        (22, 30, False, True),
        (9, 23, True, True),
        (9, 23 - M, True, False),
        (5, 8, True, True),
        (5 + M, 8 - M, False, False),
    ],
)
def test_two_hours_of_day_and_one_of_night_are_enough(start, end, day, night):
    assert offers(kind("day"), span(start, end)) is day
    assert offers(kind("night"), span(start, end)) is night


@pytest.mark.parametrize(
    ("day", "start", "end", "weekend"),
    [
        (FRIDAY, 9, 24, False),
        (FRIDAY, 9, 24 + M, True),
        (SUNDAY, 22, 30, True),
        (SUNDAY, 24, 33, False),
    ],
)
def test_a_weekend_begins_and_ends_at_midnight(day, start, end, weekend):
    assert offers(kind("weekend"), span(start, end, day)) is weekend


def test_a_holiday_is_a_weekend():
    assert offers(kind("weekend"), span(9, 21), holiday=True)


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [
        (6.75, 8.75, True),
        (6.75 + M, 9, False),
        (5, 7, True),
        (5, 7 - M, False),
        (21, 33, True),
        (9, 30.75, False),
    ],
)
def test_a_count_is_seen_by_who_is_there_for_all_of_it(start, end, seen):
    morning = kind("time", from_minute=6 * 60 + 45, to_minute=7 * 60)
    assert offers(morning, span(start, end)) is seen


@pytest.mark.parametrize(("end", "seen"), [(24.25, True), (24.25 - M, False)])
def test_a_time_may_cross_midnight(end, seen):
    round_of_beds = kind("time", from_minute=23 * 60 + 45, to_minute=15)
    assert offers(round_of_beds, span(20, end)) is seen


@pytest.mark.parametrize(
    ("wanted", "post", "seen"),
    [
        ("Gate", " gate", True),
        ("Gate", "", False),
        ("Gate", "Gate 2", False),
        ("", "", False),
        ("", "Gate", False),
    ],
)
def test_a_post_is_seen_beside_an_officer_of_that_post(wanted, post, seen):
    assert offers(kind("post", post=wanted), span(9, 21), post) is seen


def test_nobody_knows_beforehand_when_somebody_is_admitted():
    assert not offers(kind("chance"), span(0, 48), "Gate", holiday=True)


def test_a_whole_duty_over_a_weekend_offers_what_the_usual_situations_ask_of_hours():
    seen = [each.code for each in USUAL_SITUATIONS if offers(each, span(9, 33, SUNDAY))]
    assert seen == ["day", "night", "weekend", "morning_count", "evening_count"]

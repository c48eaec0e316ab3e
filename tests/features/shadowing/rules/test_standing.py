"""TR-05: what upsets a planned shadowing shift, and how each counts then."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.features.shadowing.rules.content import Span, Standing, State, Upset
from openblock.features.shadowing.rules.standing import standing_of, upset_of
from tests.features.shadowing.wishes import COURSE, DAY, MINUTE, YEAR, duty, mentor, span

SHIFT = span(9, 21)
ONE_DAY = timedelta(days=1)


def upset(**changes):
    facts = {
        "duties": (duty(9, 33),),
        "mentor": mentor(),
        "day": DAY,
        "cause": "",
        "course": COURSE,
        "left_on": None,
    }
    return upset_of(changes.pop("span", SHIFT), **(facts | changes))


def test_tr_05_within_an_unchanged_duty_nothing_is_upset():
    assert upset() is None


@pytest.mark.parametrize(
    ("duties", "cause"),
    [
        ((duty(9, 21),), None),
        ((duty(8, 20),), Upset.DUTY_MOVED),
        ((duty(9 + 1 / 60, 33),), Upset.DUTY_MOVED),
        ((duty(9, 21 - 1 / 60),), Upset.DUTY_MOVED),
        ((duty(-3, 9), duty(21, 33)), Upset.DUTY_GONE),
        ((), Upset.DUTY_GONE),
        ((duty(9, 15), duty(15, 21)), Upset.DUTY_MOVED),
        ((duty(-15, 9), duty(9, 33)), None),
    ],
)
def test_tr_05_a_duty_that_moved_or_went_upsets_and_one_that_still_holds_does_not(duties, cause):
    assert upset(duties=duties) is cause


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"last_day": DAY}, None),
        ({"last_day": DAY - ONE_DAY}, Upset.MENTOR_LEFT),
        ({"active_from": DAY + ONE_DAY}, Upset.MENTOR_LEFT),
        ({"is_mentor": False}, Upset.NOT_MENTOR),
        ({"certified_until": DAY - timedelta(days=400)}, None),
        ({"certified_until": None}, None),
    ],
)
def test_tr_05_an_officer_who_leaves_upsets_and_a_certificate_that_ran_out_does_not(changes, cause):
    assert upset(mentor=mentor(**changes)) is cause


@pytest.mark.parametrize(
    ("changes", "cause"),
    [
        ({"cause": "class"}, Upset.CLASS),
        ({"cause": "trainee-away"}, Upset.TRAINEE_AWAY),
        ({"left_on": DAY}, None),
        ({"left_on": DAY, "span": span(12, 24)}, None),
        ({"left_on": DAY, "span": span(12, 24 + 1 / 60)}, Upset.TRAINEE_LEFT),
        ({"left_on": DAY - ONE_DAY}, Upset.TRAINEE_LEFT),
        ({"span": span(9, 21, COURSE.last_day)}, Upset.DUTY_GONE),
        ({"span": span(9, 21, COURSE.last_day + ONE_DAY)}, Upset.OUTSIDE_COURSE),
    ],
)
def test_tr_05_the_trainee_s_own_time_upsets_too(changes, cause):
    assert upset(**changes) is cause


def test_tr_05_who_left_is_told_before_what_became_of_the_duty():
    assert upset(mentor=mentor(last_day=DAY - ONE_DAY), duties=()) is Upset.MENTOR_LEFT
    assert upset(left_on=DAY - ONE_DAY, duties=(), cause="class") is Upset.TRAINEE_LEFT


def test_tr_05_over_the_night_of_23_hours_the_duty_holds_what_it_holds():
    saturday = date(2026, 3, 28)
    night = span(21, 33, saturday)
    held = {"span": night, "day": saturday, "course": YEAR}
    assert upset(**held, duties=(duty(9, 33, saturday),)) is None
    assert upset(**held, duties=(duty(9, 33 - 1 / 60, saturday),)) is Upset.DUTY_MOVED


@pytest.mark.parametrize(
    ("at", "standing"),
    [
        (SHIFT.start - MINUTE, Standing.PLANNED),
        (SHIFT.start, Standing.PLANNED),
        (SHIFT.end - MINUTE, Standing.PLANNED),
        (SHIFT.end, Standing.DONE),
    ],
)
def test_tr_11_a_planned_shift_is_done_when_its_time_is_over(at, standing):
    assert standing_of(State.PLANNED, SHIFT, at, None) is standing


@pytest.mark.parametrize("at", [SHIFT.start - ONE_DAY, SHIFT.end + 30 * ONE_DAY])
@pytest.mark.parametrize("cause", list(Upset))
def test_tr_05_an_upset_shift_needs_planning_anew_also_when_it_is_past(at, cause):
    assert standing_of(State.PLANNED, SHIFT, at, cause) is Standing.REPLAN


@pytest.mark.parametrize("cause", [None, Upset.DUTY_GONE])
@pytest.mark.parametrize("state", [State.CONFIRMED, State.MISSED])
def test_tr_05_what_was_settled_stays_whatever_became_of_the_duty(state, cause):
    before, after = Span(SHIFT.start, SHIFT.start + MINUTE).start, SHIFT.end + ONE_DAY
    for at in (before, after):
        assert standing_of(state, SHIFT, at, cause).value == state.value
    assert standing_of(str(state), SHIFT, after, cause).value == state.value

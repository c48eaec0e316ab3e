"""RO-11: who may take a duty over, who should not, and in what order they are offered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import at
from openblock.errors import Severity
from openblock.features.roster.rules import (
    Candidate,
    Limits,
    Load,
    Shift,
    is_free_on,
    judged,
    lowest_overtime,
    named,
    overlap_problems,
    ranking,
    rest_problems,
)

DAY = date(2026, 11, 22)
LIMITS = Limits()
STRICT = Limits(rest_severity=Severity.ERROR)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
#: 09:00 to 21:00.
DUTY = Shift(at(DAY, 540), at(DAY, 1260), DAY, "vārti")
FREE = Candidate(1, "Ozols Jānis")


def before(rest: timedelta, length: timedelta = 8 * HOUR) -> Shift:
    """A shift that ends ``rest`` before the duty."""
    end = DUTY.start - rest
    return Shift(end - length, end, DAY - timedelta(days=1))


def after(rest: timedelta) -> Shift:
    start = DUTY.end + rest
    return Shift(start, start + 8 * HOUR, DAY + timedelta(days=1))


def codes(candidate: Candidate, limits: Limits = LIMITS) -> list[str]:
    return [each.code for each in judged(candidate, DUTY, limits).problems]


def of(*shifts: Shift) -> Candidate:
    return replace(FREE, shifts=tuple(sorted(shifts)), duty_days=frozenset(e.day for e in shifts))


def test_ro_11_a_free_officer_is_suitable_and_nothing_speaks_against_it():
    one = judged(FREE, DUTY, LIMITS)
    assert (one.problems, one.is_suitable, one.rest_before, one.rest_after) == (
        (),
        True,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("shifts", "expected"),
    [
        ([before(11 * HOUR)], []),
        ([before(11 * HOUR - MINUTE)], ["rest-too-short"]),
        ([before(24 * HOUR, 24 * HOUR)], []),
        ([before(24 * HOUR - MINUTE, 24 * HOUR)], ["rest-too-short"]),
        ([after(11 * HOUR)], []),
        ([after(11 * HOUR - MINUTE)], ["rest-too-short"]),
        ([before(0 * HOUR), after(0 * HOUR)], ["rest-too-short", "rest-too-short"]),
    ],
)
def test_ro_11_the_rest_before_and_after_is_the_one_of_ro_04(shifts, expected):
    assert codes(of(*shifts)) == expected
    assert judged(of(*shifts), DUTY, LIMITS).is_suitable
    assert judged(of(*shifts), DUTY, STRICT).is_suitable is not bool(expected)


def test_ro_11_rest_is_told_in_the_minutes_around_the_duty():
    one = judged(of(before(12 * HOUR), after(30 * HOUR)), DUTY, LIMITS)
    assert (one.rest_before, one.rest_after) == (12 * 60, 30 * 60)


def test_ro_11_a_short_rest_that_was_there_before_is_not_held_against_the_substitute():
    early = Shift(DUTY.start - 100 * HOUR, DUTY.start - 92 * HOUR, DAY - timedelta(days=4))
    soon = Shift(early.end + HOUR, early.end + 9 * HOUR, DAY - timedelta(days=3))
    assert rest_problems([early, soon], LIMITS)
    assert codes(of(early, soon)) == []


def test_ro_11_the_weekly_rest_the_duty_would_take_is_told():
    week = [
        Shift(
            at(DAY - timedelta(days=n), 540), at(DAY - timedelta(days=n), 1020), DAY - n * 24 * HOUR
        )
        for n in range(1, 7)
    ]
    assert codes(of(*week)) == ["weekly-rest-missing"]
    assert codes(of(*week[:-1])) == []


@pytest.mark.parametrize(
    ("gap", "suitable"), [(timedelta(), True), (-MINUTE, False)], ids=["touching", "overlapping"]
)
def test_ro_11_a_minute_of_absence_or_of_another_duty_forbids_it(gap, suitable):
    away = replace(FREE, away=((DUTY.end + gap, DUTY.end + 48 * HOUR),))
    assert codes(away) == ([] if suitable else ["officer-absent"])
    assert judged(of(before(gap)), DUTY, LIMITS).is_suitable is suitable
    assert judged(of(after(gap)), DUTY, LIMITS).is_suitable is suitable


def test_ro_11_one_duty_a_day_also_where_the_hours_would_allow_two():
    evening = replace(after(0 * HOUR), day=DAY)
    assert codes(of(evening)) == ["duty-that-day"]
    # A call-out of the same day is no duty: only rest speaks against it.
    assert codes(replace(FREE, shifts=(evening,))) == ["rest-too-short"]


def test_ro_11_who_does_not_serve_then_cannot_and_nothing_more_is_said():
    left = replace(of(before(HOUR)), serves=False, first_day=DAY, last_day=DAY)
    assert codes(left) == ["officer-not-active"]


@pytest.mark.parametrize(
    ("holds", "expected"), [(None, []), (True, []), (False, ["post-not-held"])]
)
def test_ro_11_a_post_that_asks_for_a_qualification_warns_of_who_does_not_hold_it(holds, expected):
    one = judged(replace(FREE, holds_post=holds), DUTY, LIMITS)
    assert [each.code for each in one.problems] == expected
    assert one.is_suitable


def load(worked: int = 0, overtime: int = 0, days: int = 7) -> Candidate:
    return replace(FREE, load=Load(worked, overtime, days, DAY))


def test_ro_06_exactly_48_hours_in_seven_days_is_fine_and_a_minute_more_is_told():
    assert codes(load(worked=36 * 60)) == []
    assert codes(load(worked=36 * 60 + 1)) == ["average-over"]
    # Over 28 days one minute is less than a minute in seven days, and over all the same.
    assert codes(load(worked=180 * 60 + 1, days=28)) == ["average-over"]


def test_ro_07_exactly_144_hours_of_overtime_is_fine_and_a_minute_more_is_told():
    assert codes(load(overtime=132 * 60)) == []
    assert codes(load(overtime=132 * 60 + 1)) == ["overtime-over"]


def test_ro_07_what_the_duty_leaves_to_the_next_month_is_not_counted():
    night = Shift(at(DAY, 1200), at(DAY, 1920), DAY)
    full = replace(FREE, load=Load(0, 140 * 60, 99, DAY))
    assert judged(full, night, LIMITS).problems == ()
    (problem,) = judged(full, DUTY, LIMITS).problems
    assert problem.facts["overtime"] == 152 * 60


def test_ro_11_the_order_is_suitable_rested_unobjected_then_overtime_rest_team_and_name():
    resting = of(before(40 * HOUR))
    tired = of(before(20 * HOUR))
    expected = [
        replace(FREE, officer_id=9, name="B", load=Load(0, -60, 99, DAY)),
        replace(FREE, officer_id=8, name="Z", team=2),
        replace(FREE, officer_id=7, name="A", team=1),
        replace(FREE, officer_id=6, name="C", team=1),
        replace(resting, officer_id=5, name="A"),
        replace(tired, officer_id=4, name="A", team=2),
        replace(FREE, officer_id=3, name="A", load=Load(0, 60, 99, DAY)),
        replace(FREE, officer_id=2, name="A", holds_post=False, load=Load(0, -900, 99, DAY)),
        replace(of(after(0 * HOUR)), officer_id=10, name="A", load=Load(0, -900, 99, DAY)),
        replace(FREE, officer_id=11, name="A", load=Load(0, 140 * 60, 99, DAY)),
        replace(FREE, officer_id=1, name="A", away=((DUTY.start, DUTY.end),), team=2),
    ]
    found = [judged(each, DUTY, LIMITS) for each in expected[::-1]]
    assert [one.candidate for one in sorted(found, key=lambda one: ranking(one, 2))] == expected
    assert lowest_overtime(found) == -900


def test_problems_are_named_where_no_row_of_the_officer_stands_beside_them():
    (problem,) = named(judged(replace(FREE, holds_post=False), DUTY, LIMITS).problems, "A B", "who")
    assert (problem.facts["name"], problem.facts["post"], problem.field) == ("A B", "vārti", "who")


def test_a_day_is_free_where_no_minute_of_a_shift_touches_it():
    night = Shift(at(DAY, -240), at(DAY), DAY - timedelta(days=1))
    assert is_free_on(of(night), DAY)
    assert not is_free_on(of(replace(night, end=night.end + MINUTE)), DAY)


starts = st.integers(-72 * 60, 72 * 60)


@given(st.lists(st.tuples(starts, st.integers(60, 1440)), max_size=4))
def test_ro_11_no_suitable_candidate_breaks_ro_03_or_ro_04_with_the_duty(spans):
    shifts: list[Shift] = []
    for start, length in sorted(spans):
        one = Shift(at(DAY, start), at(DAY, start + length), DAY + timedelta(minutes=start))
        if not shifts or shifts[-1].end <= one.start:
            shifts.append(one)
    candidate = of(*shifts)
    one = judged(candidate, DUTY, STRICT)
    together = sorted([*shifts, DUTY])
    if one.is_suitable:
        assert overlap_problems(together) == ()
        there = rest_problems(shifts, STRICT)
        assert [each for each in rest_problems(together, STRICT) if each not in there] == []

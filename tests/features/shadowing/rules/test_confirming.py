"""TR-12: what may be confirmed and when, what counts as missed, what may be added."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from openblock.clock import at
from openblock.errors import Severity
from openblock.features.shadowing.rules.confirming import (
    Settling,
    addendum_problems,
    confirm_problems,
    confirm_until,
    is_late,
    miss_problems,
)
from openblock.features.shadowing.rules.content import Confirmation, Mark, Span, Standing
from openblock.features.shadowing.rules.limits import PracticeLimits
from tests.features.shadowing.wishes import LIMITS, MINUTE, busy, codes, found, span

SHIFT = span(9, 21)
SETTLING = Settling(
    SHIFT,
    Standing.DONE,
    "Zariņa Elīna",
    "Čakste Gunārs",
    SHIFT.end + timedelta(hours=1),
    duties=(span(9, 33),),
    situations=frozenset({1, 2}),
    competences=frozenset({8, 9}),
)
CONFIRMATION = Confirmation(SHIFT.start, SHIFT.end, (1,), {8: Mark.HELPED})


def confirmed(settling=SETTLING, limits=LIMITS, **changes):
    return confirm_problems(settling, replace(CONFIRMATION, **changes), limits)


def hours(start, end):
    time = span(start, end)
    return {"starts_at": time.start, "ends_at": time.end}


def test_tr_12_what_was_worked_as_planned_is_confirmed():
    assert confirmed() == ()


@pytest.mark.parametrize(
    ("standing", "problems"),
    [
        (Standing.PLANNED, []),
        (Standing.DONE, []),
        (Standing.REPLAN, ["practice-upset"]),
        (Standing.CONFIRMED, ["practice-locked"]),
        (Standing.MISSED, ["practice-locked"]),
    ],
)
def test_tr_12_only_what_is_not_settled_and_still_stands_is_settled(standing, problems):
    settling = replace(SETTLING, standing=standing)
    assert codes(confirmed(settling)) == problems
    assert codes(miss_problems(settling, "Was ill, rang at eight.")) == problems


def test_tr_12_nothing_is_settled_before_it_begins():
    early = replace(SETTLING, standing=Standing.PLANNED, at=SHIFT.start - MINUTE)
    assert codes(confirmed(early)) == ["practice-not-begun", "practice-in-future"]
    assert codes(miss_problems(early, "Is ill.")) == ["practice-not-begun"]
    assert miss_problems(replace(early, at=SHIFT.start), "Is ill.") == ()


def test_tr_12_who_goes_home_early_is_confirmed_at_once_and_not_a_minute_ahead():
    now = replace(SETTLING, standing=Standing.PLANNED, at=span(9, 17).end)
    assert confirmed(now, **hours(9, 17)) == ()
    (problem,) = confirmed(now, **hours(9, 17 + 1 / 60))
    assert (problem.code, problem.field) == ("practice-in-future", "ends_at")


@pytest.mark.parametrize(
    ("start", "end", "problems"),
    [
        (9, 33, ["practice-too-long"]),
        (9 - 1 / 60, 21, ["practice-hours-outside-duty"]),
        (9, 33 + 1 / 60, ["practice-hours-outside-duty"]),
        (12, 12, ["practice-time-backwards"]),
        (12, 12 + 1 / 60, []),
        (21, 9, ["practice-time-backwards"]),
    ],
)
def test_tr_12_the_hours_lie_within_the_duty_and_run_forwards(start, end, problems):
    late = replace(SETTLING, at=span(9, 40).end)
    assert codes(confirmed(late, **hours(start, end))) == problems


@pytest.mark.parametrize(("end", "problems"), [(21, []), (21 + 1 / 60, ["practice-too-long"])])
def test_tr_08_more_hours_than_may_be_planned_are_asked_about_and_not_refused(end, problems):
    late = replace(SETTLING, span=span(9, 19), at=span(9, 40).end)
    found = confirmed(late, **hours(9, end))
    assert codes(found) == problems
    assert all(each.severity is Severity.WARNING for each in found)


def test_tr_08_what_was_planned_when_longer_was_allowed_is_confirmed_without_a_question():
    late = replace(SETTLING, span=span(9, 23), at=span(9, 40).end)
    assert confirmed(late, **hours(9, 23)) == ()
    assert codes(confirmed(late, **hours(9, 23 + 1 / 60))) == ["practice-too-long"]


def test_tr_12_hours_of_a_year_nobody_can_mean_are_refused():
    start = datetime(1, 1, 1, tzinfo=UTC)
    problems = confirmed(SETTLING, starts_at=start, ends_at=start + timedelta(hours=8))
    assert codes(problems) == ["date-out-of-range"] * 2


def test_tr_12_the_duty_is_named_or_that_there_is_none():
    late = replace(SETTLING, at=span(9, 40).end, duties=(span(-10, 1), span(9, 33)))
    (problem,) = confirmed(late, **hours(30, 34))
    assert problem.facts["start"] == span(9, 33).start
    two = replace(SETTLING, at=span(9, 40).end, duties=(span(9, 15), span(16, 24)))
    (mostly_first,) = confirmed(two, **hours(10, 17))
    assert mostly_first.facts["start"] == span(9, 15).start
    (none,) = confirmed(replace(SETTLING, duties=()))
    assert (none.facts["start"], none.facts["end"]) == (None, None)


@pytest.mark.parametrize(("start", "clashes"), [(21, 0), (21 - 1 / 60, 1)])
def test_tr_12_what_the_trainee_was_at_besides_is_not_practice(start, clashes):
    settling = replace(SETTLING, busy=(busy(start, 23, words="Law"),))
    assert codes(confirmed(settling)) == ["practice-trainee-busy"] * clashes


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"situations": (1, 3)}, "practice-situation-unknown"),
        ({"evaluation": {7: Mark.ALONE}}, "practice-competence-unknown"),
        ({"evaluation": {8: "splendid"}}, "practice-mark-unknown"),
        ({"remark": "x" * 1001}, "text-too-long"),
        ({"remark": "a\u202eb"}, "text-not-printable"),
    ],
)
def test_tr_12_only_what_the_course_and_the_lists_know_is_confirmed(changes, problem):
    assert codes(confirmed(**changes)) == [problem]


def test_tr_12_a_remark_of_several_lines_and_of_exactly_the_most_is_kept():
    assert confirmed(remark="First\nsecond" + "x" * 988) == ()


@pytest.mark.parametrize(
    ("late", "problems"), [(0, []), (1, [("practice-confirm-late", "warning")])]
)
def test_tr_12_after_exactly_seven_days_it_is_in_time_and_a_minute_later_it_is_not(late, problems):
    settling = replace(SETTLING, at=SHIFT.end + timedelta(days=7, minutes=late))
    assert found(confirmed(settling)) == problems
    assert is_late(SHIFT, settling.at, LIMITS) is bool(late)


def test_tr_12_the_days_are_those_of_the_settings():
    settling = replace(SETTLING, at=SHIFT.end + timedelta(days=3, minutes=1))
    (problem,) = confirmed(settling, limits=PracticeLimits(confirm_days=3))
    assert (problem.facts["days"], problem.severity) == (3, Severity.WARNING)
    assert problem.facts["until"] == SHIFT.end + timedelta(days=3)


@pytest.mark.parametrize("saturday", [date(2026, 3, 28), date(2026, 10, 24)])
def test_tr_12_seven_days_over_a_clock_change_end_when_the_wall_says_so(saturday):
    shift = span(9, 21, saturday)
    assert confirm_until(shift, LIMITS) == at(saturday + timedelta(days=7), 21 * 60)
    odd = span(9, 21.25, saturday)
    assert confirm_until(odd, LIMITS) == at(saturday + timedelta(days=7), 21 * 60 + 15)


def test_tr_12_over_the_night_of_23_hours_the_whole_duty_is_confirmed():
    saturday = date(2026, 3, 28)
    night = span(21, 33, saturday)
    settling = replace(SETTLING, span=night, duties=(span(9, 33, saturday),), at=night.end)
    assert confirmed(settling, starts_at=night.start, ends_at=night.end) == ()
    assert Span(night.start, night.end).minutes == 11 * 60


@pytest.mark.parametrize(("reason", "problems"), [("Sick!", []), ("Sick", ["reason-needed"])])
def test_tr_12_whoever_did_not_come_has_a_reason_of_five_letters(reason, problems):
    assert codes(miss_problems(SETTLING, reason)) == problems


def test_tr_12_something_is_added_only_to_what_is_confirmed():
    assert addendum_problems("The hours of the count were 20 minutes more.") == ()
    assert codes(addendum_problems("  \n ")) == ["text-missing"]
    assert codes(addendum_problems("x" * 1001)) == ["text-too-long"]
    for standing in set(Standing) - {Standing.CONFIRMED}:
        assert codes(addendum_problems("Words", standing)) == ["practice-not-confirmed"]


def test_every_problem_is_told_and_not_only_the_first():
    settling = replace(SETTLING, standing=Standing.REPLAN, duties=(), busy=(busy(10, 11),))
    problems = confirmed(settling, situations=(9,), evaluation={1: "x"}, remark="\x00")
    assert codes(problems) == [
        "practice-upset",
        "practice-hours-outside-duty",
        "practice-trainee-busy",
        "practice-situation-unknown",
        "practice-competence-unknown",
        "practice-mark-unknown",
        "text-not-printable",
    ]

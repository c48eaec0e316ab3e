"""Who watches over a group: on duty throughout, at the ratio, while the roster is laid (GR-06)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.grounds.rules import lost_problem, supervisor_problems
from openblock.features.grounds.rules.content import Span
from tests.features.grounds.wishes import (
    FIELD,
    LIMITS,
    beside,
    codes,
    found,
    moment,
    officer,
    span,
    wish,
)

TIME = span("10:00", "11:00")
UNWATCHED = replace(FIELD, ratio=0)


def watched(**changes):
    return found(supervisor_problems(wish(**changes), LIMITS))


def test_gr_06_the_officer_is_on_duty_to_the_minute_at_both_ends():
    assert watched(supervisor=officer(TIME)) == []
    off_duty = [("supervisor-off-duty", "error", "officer_id")]
    assert watched(supervisor=officer(span("10:01", "11:00"))) == off_duty
    assert watched(supervisor=officer(span("10:00", "10:59"))) == off_duty
    assert watched(supervisor=officer()) == off_duty


def test_gr_06_touching_duties_are_one_and_a_minute_between_them_is_not():
    touching = officer(span("09:00", "10:30"), span("10:30", "21:00"))
    parted = officer(span("09:00", "10:30"), span("10:31", "21:00"))
    assert watched(supervisor=touching) == []
    assert codes(supervisor_problems(wish(supervisor=parted), LIMITS)) == ["supervisor-off-duty"]


def test_gr_06_nobody_named_is_refused_and_a_warning_while_the_roster_is_not_laid():
    assert watched(supervisor=None) == [("supervisor-missing", "error", "officer_id")]
    assert watched(supervisor=None, roster_laid=False) == [
        ("supervisor-open", "warning", "officer_id")
    ]


def test_gr_06_an_area_without_ratio_needs_nobody_but_who_is_named_has_to_be_there():
    assert watched(area=UNWATCHED, supervisor=None) == []
    assert watched(area=UNWATCHED, supervisor=None, roster_laid=False) == []
    assert watched(area=UNWATCHED, supervisor=officer(TIME), heads=12) == []
    assert watched(area=UNWATCHED, supervisor=officer()) == [
        ("supervisor-off-duty", "error", "officer_id")
    ]


def test_gr_06_one_officer_watches_two_groups_up_to_the_ratio_and_not_one_more():
    def both(heads):
        return watched(heads=6, supervisor=officer(TIME, watched=((TIME, heads, 12),)))

    assert both(6) == []
    assert both(7) == [("supervisor-overloaded", "error", "officer_id")]


def test_gr_06_the_strictest_ratio_concerned_holds_for_all_the_officer_watches():
    def beside_ratio(heads, ratio):
        return watched(heads=4, supervisor=officer(TIME, watched=((TIME, heads, ratio),)))

    assert beside_ratio(4, 8) == []
    assert beside_ratio(5, 8) == [("supervisor-overloaded", "error", "officer_id")]
    assert beside_ratio(8, 20) == []
    assert beside_ratio(9, 20) == [("supervisor-overloaded", "error", "officer_id")]


def test_gr_06_where_nobody_needs_watching_nobody_counts():
    assert watched(heads=12, supervisor=officer(TIME, watched=((TIME, 30, 0),))) == []
    free = officer(TIME, watched=((TIME, 12, 12),))
    assert watched(heads=12, area=UNWATCHED, supervisor=free) == []


def test_gr_06_groups_at_different_times_are_not_added_up():
    halves = (
        (span("09:00", "10:30"), 6, 12),
        (span("10:30", "12:00"), 6, 12),
        (span("08:00", "10:00"), 12, 12),
        (span("11:00", "12:00"), 12, 12),
    )
    assert watched(supervisor=officer(TIME, watched=halves)) == []


def test_gr_06_too_many_are_named_with_their_number_and_the_minutes():
    crowd = ((span("10:30", "10:45"), 6, 12), (span("10:15", "10:45"), 1, 9))
    (problem,) = supervisor_problems(wish(supervisor=officer(TIME, watched=crowd)), LIMITS)
    assert problem.facts == {
        "name": "Čakste Gunārs",
        "heads": 13,
        "ratio": 9,
        "start": moment("10:30"),
        "end": moment("10:45"),
    }


loads = st.lists(
    st.tuples(st.integers(0, 80), st.integers(1, 60), st.integers(1, 8), st.integers(0, 15)),
    max_size=6,
)


@given(loads, st.integers(1, 15), st.integers(0, 15))
def test_gr_06_an_officer_is_overloaded_exactly_where_a_count_by_minutes_says_so(
    given_loads, heads, ratio
):
    start = moment("09:30")

    def after(minutes):
        return start + timedelta(minutes=minutes)

    others = [
        (Span(after(begin), after(begin + length)), people, most)
        for begin, length, people, most in given_loads
    ]

    def too_many(instant):
        there = [(n, r) for each, n, r in others if each.start <= instant < each.end and r]
        total = heads + sum(n for n, _r in there)
        return total > min([ratio, *(r for _n, r in there)])

    minutes = (TIME.start + timedelta(minutes=n) for n in range(TIME.minutes))
    expected = bool(ratio) and any(map(too_many, minutes))
    asked = wish(
        heads=heads,
        area=replace(FIELD, ratio=ratio),
        supervisor=officer(TIME, watched=tuple(others)),
    )
    assert (codes(supervisor_problems(asked, LIMITS)) == ["supervisor-overloaded"]) is expected


def test_gr_06_a_stored_booking_is_flagged_when_the_roster_takes_its_officer_away():
    def lost(supervisor, ratio=12, *, roster_laid=True):
        found = lost_problem(TIME, supervisor, ratio, roster_laid=roster_laid)
        return found and (found.code, found.severity.value)

    assert lost(officer(span("09:00", "21:00"))) is None
    assert lost(officer(span("10:30", "21:00"))) == ("supervisor-off-duty", "error")
    assert lost(officer(), 0) == ("supervisor-off-duty", "error")
    assert lost(officer(), roster_laid=False) == ("supervisor-off-duty", "error")
    assert lost(None) == ("supervisor-missing", "error")
    assert lost(None, roster_laid=False) == ("supervisor-open", "warning")
    assert lost(None, 0) is None


def test_neighbours_in_the_area_do_not_burden_the_officer_by_themselves():
    assert watched(neighbours=(beside("10:00", "11:00", 12),)) == []

"""When a move may be entered, what it has to say, and which part of a change is judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Severity
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.facts import Limits
from openblock.features.rooms.rules.placing import (
    added_time,
    moment_problems,
    reason_problems,
)
from tests.features.rooms.placings import (
    DAY,
    HOUR,
    NOW,
    SECOND,
)

# ROOM-11, ROOM-12


def moments(start=NOW, limits=None, **ends):
    return [
        (each.code, each.severity)
        for each in moment_problems(limits or Limits(NOW), starts=(start,), **ends)
    ]


def test_room_11_a_move_is_planned_ninety_days_ahead_and_not_a_second_more():
    assert moments(NOW + 90 * DAY) == []
    assert moments(NOW + 90 * DAY + SECOND) == [("too-far-ahead", Severity.ERROR)]
    assert moments(NOW + 8 * DAY, Limits(NOW, most_future_days=7)) == [
        ("too-far-ahead", Severity.ERROR)
    ]


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 10, 1), date(2026, 12, 30)),  # the night of 25 hours lies between
        (date(2027, 2, 1), date(2027, 5, 2)),  # and here the one of 23
        (date(2027, 12, 1), date(2028, 2, 29)),
    ],
)
def test_room_11_ninety_days_are_days_of_the_calendar_to_the_same_time_of_day(today, last):
    limits = Limits(clock.at(today, 600))
    assert moments(clock.at(last, 600), limits) == []
    assert moments(clock.at(last, 601), limits) == [("too-far-ahead", Severity.ERROR)]


@pytest.mark.parametrize(
    ("back", "told"),
    [
        (timedelta(0), []),
        (timedelta(minutes=15), []),
        (timedelta(minutes=15, seconds=1), [("back-dated", Severity.WARNING)]),
        (timedelta(hours=72), [("back-dated", Severity.WARNING)]),
        (timedelta(hours=72, seconds=1), [("too-far-back", Severity.ERROR)]),
    ],
)
def test_room_12_what_is_entered_late_wants_a_reason_and_after_three_days_is_refused(back, told):
    assert moments(NOW - back) == told
    assert moments(NOW, ends=(NOW - back,)) == told


def test_room_12_hours_back_are_elapsed_hours_over_the_night_of_25():
    after = datetime(2026, 10, 26, 10, tzinfo=UTC)
    assert moments(after - timedelta(hours=72), Limits(after)) == [("back-dated", Severity.WARNING)]
    wall = clock.at(date(2026, 10, 23), 12 * 60)  # three days before by the wall clock
    assert moments(wall, Limits(after)) == [("too-far-back", Severity.ERROR)]


def test_room_12_an_end_that_stays_open_is_no_date():
    assert moments(NOW, ends=(FOREVER,)) == []
    assert list(moment_problems(Limits(NOW), ends=(FOREVER,))) == []


def test_room_12_nothing_before_a_closed_headcount_is_changed():
    counted = Limits(NOW, counted_at=NOW - HOUR)
    assert moments(NOW - HOUR, counted) == [("back-dated", Severity.WARNING)]
    assert moments(NOW - HOUR - SECOND, counted)[0] == ("before-headcount", Severity.ERROR)


# ROOM-09


def reasons(limits=None, **content):
    given = AssignmentContent(1, 1, NOW, **{"reason": "request", **content})
    return [(each.code, each.field) for each in reason_problems(limits or Limits(NOW), given)]


def test_room_09_a_move_says_one_of_the_reasons():
    assert reasons() == []
    assert reasons(reason="because") == [("placement-reason-missing", "reason")]


def test_room_09_another_reason_is_said_in_words():
    assert reasons(reason="other", remark="  ") == [("placement-remark-missing", "remark")]
    assert reasons(reason="other", remark="snoring") == []


def test_room_09_the_decision_is_asked_for_where_the_block_wants_it():
    wanted = Limits(NOW, decision_required=True)
    assert reasons(wanted, decision_number=" ") == [("decision-missing", "decision_number")]
    assert reasons(wanted, decision_number="12/2026") == []


@pytest.mark.parametrize(
    ("name", "longest"), [("remark", 500), ("decision_number", 40), ("override", 500)]
)
def test_texts_are_as_long_as_their_columns_at_the_most(name, longest):
    assert reasons(**{name: "x" * longest}) == []
    assert reasons(**{name: "x" * (longest + 1)}) == [("text-too-long", name)]


@pytest.mark.parametrize("name", ["remark", "decision_number", "override"])
def test_room_09_what_cannot_be_seen_stands_on_no_order(name):
    assert reasons(**{name: "ab\u202ec"}) == [("text-not-printable", name)]


# what a change gains


@pytest.mark.parametrize(
    ("start", "end", "gained"),
    [
        (0, 10, []),
        (2, 8, []),
        (0, 12, [(10, 12)]),
        (-3, 10, [(-3, 0)]),
        (-3, 12, [(-3, 0), (10, 12)]),
        (20, 30, [(20, 30)]),
        (-9, -3, [(-9, -3)]),
    ],
)
def test_only_the_time_a_change_gains_is_judged(start, end, gained):
    before = AssignmentContent(1, 1, NOW, NOW + 10 * DAY)
    after = replace(before, starts_at=NOW + start * DAY, ends_at=NOW + end * DAY)
    assert [
        ((each.starts_at - NOW).days, (each.ends_at - NOW).days)
        for each in added_time(before, after)
    ] == gained
    assert added_time(None, after) == (after,)
    assert added_time(before, replace(after, bed_id=2)) == (replace(after, bed_id=2),)

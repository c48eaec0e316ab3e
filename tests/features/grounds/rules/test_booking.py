"""A booking as a whole: its form, and all the rules in their order (GR-01 to GR-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.features.grounds.rules import form_problems
from openblock.features.grounds.rules.content import AreaKind, ClosureReason, GroundsLimits
from tests.features.grounds.wishes import (
    FIELD,
    HALL,
    LIMITS,
    MARCH,
    OCTOBER,
    WINTER,
    beside,
    booked,
    found,
    guest,
    moment,
    span,
    wish,
)


def formed(asked):
    return found(form_problems(asked, LIMITS))


def test_a_booking_against_which_nothing_speaks_has_no_problem():
    assert booked(wish()) == []


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("10:00", "10:30", []),
        ("10:00", "10:15", [("booking-too-short", "error", "ends_at")]),
        ("10:00", "12:00", []),
        ("10:00", "12:15", [("booking-too-long", "error", "ends_at")]),
        ("10:05", "11:00", [("booking-not-on-slot", "error", "starts_at")]),
        ("10:00", "11:01", [("booking-not-on-slot", "error", "ends_at")]),
        ("10:00", "10:00", [("booking-backwards", "error", "ends_at")]),
        ("11:00", "10:00", [("booking-backwards", "error", "ends_at")]),
    ],
)
def test_gr_01_a_booking_is_on_quarters_and_as_long_as_its_area_allows(start, end, expected):
    assert formed(wish(start, end)) == expected


def test_gr_01_seconds_are_not_on_the_quarter():
    asked = wish()
    late = replace(asked.content, starts_at=asked.span.start + timedelta(seconds=1))
    assert ("booking-not-on-slot", "error", "starts_at") in formed(replace(asked, content=late))


@pytest.mark.parametrize(("day", "too_long"), [(MARCH, False), (OCTOBER, True)])
def test_gr_01_lengths_are_minutes_that_pass_and_not_those_of_the_wall_clock(day, too_long):
    asked = wish("02:00", "04:00", day)
    assert [each for each, *_rest in formed(asked)] == (["booking-too-long"] if too_long else [])


def test_gr_01_somebody_takes_part_and_the_texts_fit():
    asked = wish(heads=0)
    wordy = replace(asked.content, purpose="v" * 81, equipment="v" * 201)
    assert formed(replace(asked, content=wordy)) == [
        ("booking-nobody", "error", "residents"),
        ("text-too-long", "error", "purpose"),
        ("text-too-long", "error", "equipment"),
    ]
    fitting = replace(wish().content, purpose="v" * 80, equipment="v" * 200)
    assert formed(replace(wish(), content=fitting)) == []


@pytest.mark.parametrize("changes", [{"active": False}, {"kind": AreaKind.BUILDING}])
def test_gr_01_what_is_not_in_use_or_a_building_is_not_booked(changes):
    area = replace(FIELD, **changes)
    assert formed(wish(area=area)) == [("area-not-active", "error", "area_id")]


def test_what_began_a_quarter_of_an_hour_ago_is_at_once_and_a_minute_more_is_afterwards():
    assert formed(wish(now=moment("10:15"))) == []
    assert formed(wish(now=moment("10:16"))) == [("booking-in-past", "warning", "starts_at")]


def test_what_has_begun_is_made_longer_without_a_reason_but_not_moved_back():
    now = moment("10:45")
    assert formed(wish("10:00", "11:30", now=now, before=span("10:00", "11:00"))) == []
    moved = wish("10:00", "11:30", now=now, before=span("10:15", "11:00"))
    assert formed(moved) == [("booking-in-past", "warning", "starts_at")]


def test_of_a_time_that_goes_backwards_nothing_else_is_said():
    assert booked(wish("11:00", "10:00", supervisor=None, open=())) == ["booking-backwards"]


def test_a_year_beyond_the_calendar_is_refused_before_it_breaks_the_reckoning():
    asked = wish()
    far = replace(
        asked.content,
        starts_at=asked.span.start.replace(year=9999, month=12, day=31),
        ends_at=asked.span.start.replace(year=9999, month=12, day=31, hour=23),
    )
    assert booked(replace(asked, content=far)) == ["date-out-of-range"] * 2


def test_all_that_speaks_against_a_booking_is_said_at_once_in_the_order_of_the_rules():
    crowded = wish(
        "20:00",
        "22:15",
        WINTER,
        heads=13,
        open=(),
        closures=((span("21:00", "23:00", WINTER), ClosureReason.EVENT, ""),),
        supervisor=None,
        guests=(guest(1, present=(), this_week=2), guest(2)),
        apart=frozenset({(1, 2)}),
    )
    assert booked(crowded, GroundsLimits(week_quota=2)) == [
        "booking-too-long",
        "booking-outside-hours",
        "area-closed",
        "area-full",
        "outside-daylight",
        "in-night-rest",
        "over-count",
        "supervisor-missing",
        "guest-absent",
        "guests-apart",
        "guest-over-quota",
    ]


def test_ending_at_night_rest_in_a_lit_place_meets_the_count_and_nothing_else():
    hall = replace(HALL, hours=(((0, 1440),),) * 7)
    assert booked(wish("20:00", "22:00", WINTER, area=hall)) == ["over-count"]
    assert booked(wish("21:30", "22:00", WINTER, area=hall)) == []


def test_moving_and_making_longer_meet_the_very_rules_of_a_new_booking():
    """GR-02: the same wish with the same neighbours, whether it was there before or not."""
    full = {"neighbours": (beside("11:00", "12:00", 12),)}
    before = span("10:00", "11:00")
    assert booked(wish("10:00", "11:30", **full)) == ["area-full"]
    assert booked(wish("10:00", "11:30", before=before, **full)) == ["area-full"]
    assert booked(wish("10:00", "11:00", before=before, **full)) == []

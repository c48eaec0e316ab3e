"""Opening hours, closures and places, at the boundary of each (GR-02, GR-03)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.features.grounds.rules import open_on, opening_problems, place_problems
from openblock.features.grounds.rules.content import ClosureReason
from openblock.ui.messages import words
from tests.features.grounds.wishes import (
    DAY,
    FIELD,
    LIMITS,
    MARCH,
    OCTOBER,
    beside,
    codes,
    found,
    moment,
    span,
    wish,
)

ROUND_THE_CLOCK = ((0, 1440),)
EXCLUSIVE = replace(FIELD, exclusive=True)


def opening(start, end, **changes):
    return found(opening_problems(wish(start, end, **changes), LIMITS))


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("07:00", "09:00", ""),
        ("06:45", "08:00", "starts_at"),
        ("19:00", "21:00", ""),
        ("20:00", "21:15", "ends_at"),
        ("21:00", "22:00", "starts_at"),
    ],
)
def test_gr_02_a_booking_lies_within_the_hours_ends_included(start, end, field):
    expected = [("booking-outside-hours", "error", field)] if field else []
    assert opening(start, end) == expected


def test_gr_02_a_break_at_noon_parts_the_day_but_touching_hours_do_not():
    broken = open_on(((420, 720), (780, 1260)), DAY)
    touching = open_on(((420, 720), (720, 1260)), DAY)
    assert opening("11:00", "13:00", open=broken) == [("booking-outside-hours", "error", "ends_at")]
    assert opening("11:00", "13:00", open=touching) == []


def test_gr_02_a_booking_over_midnight_needs_the_hours_of_both_dates():
    today, tomorrow = open_on(ROUND_THE_CLOCK, DAY), open_on(((0, 60),), DAY + timedelta(days=1))
    assert opening("23:00", "25:00", open=(*today, *tomorrow)) == []
    assert opening("23:00", "25:15", open=(*today, *tomorrow)) != []
    assert opening("23:00", "24:00", open=today) == []
    assert opening("23:00", "24:15", open=today) != []


def test_gr_02_an_area_that_does_not_open_is_open_for_nobody():
    (problem,) = opening_problems(wish(open=()), LIMITS)
    assert problem.facts["open"] == ()
    assert problem.field == "starts_at"


@pytest.mark.parametrize(("day", "hours"), [(DAY, 24), (MARCH, 23), (OCTOBER, 25)])
def test_gr_02_a_whole_day_is_as_long_as_its_clock_makes_it(day, hours):
    (whole,) = open_on(ROUND_THE_CLOCK, day)
    assert whole.minutes == hours * 60
    assert opening("00:00", "24:00", day=day, open=(whole,)) == []


def placed(**changes):
    return codes(place_problems(wish(**changes), LIMITS))


def test_gr_03_exactly_at_capacity_passes_and_one_more_is_refused():
    assert placed(neighbours=(beside("10:00", "11:00", 6),)) == []
    assert placed(neighbours=(beside("10:00", "11:00", 7),)) == ["area-full"]
    assert placed(heads=12) == []
    assert placed(heads=13) == ["area-full"]


def test_gr_03_places_are_counted_at_every_instant_and_not_added_up_over_the_time():
    halves = (beside("09:00", "10:30", 6), beside("10:30", "12:00", 6))
    assert placed(neighbours=halves) == []
    overlapping = (beside("09:00", "10:45", 6), beside("10:30", "12:00", 6))
    (problem,) = place_problems(wish(neighbours=overlapping), LIMITS)
    assert (problem.facts["start"], problem.facts["end"]) == (moment("10:30"), moment("10:45"))
    assert (problem.facts["taken"], problem.facts["heads"]) == (12, 6)


def test_gr_03_who_comes_as_the_others_leave_takes_none_of_their_places():
    touching = (beside("09:00", "10:00", 12), beside("11:00", "12:00", 12))
    assert placed(heads=12, neighbours=touching) == []
    assert placed(area=EXCLUSIVE, neighbours=touching) == []


def test_gr_03_an_exclusive_area_is_one_groups_however_small():
    (problem,) = place_problems(
        wish(heads=1, area=EXCLUSIVE, neighbours=(beside("10:45", "12:00", 12),)), LIMITS
    )
    assert (problem.code, problem.field) == ("area-taken", "starts_at")
    assert (problem.facts["who"], problem.facts["by"]) == ("Futbols", "Vītola K.")
    assert placed(heads=13, area=EXCLUSIVE) == ["area-full"]


def test_who_is_refused_reads_no_residents_names_of_a_group_without_a_purpose():
    known = beside("10:00", "11:00", 12, "", residents={4: "Ozols Jānis", 5: "Liepa Agnese"})
    (problem,) = place_problems(wish(neighbours=(known,)), LIMITS)
    assert (problem.facts["who"], problem.facts["by"]) == ((), ("Vītola K.",))
    (taken,) = place_problems(wish(heads=1, area=EXCLUSIVE, neighbours=(known,)), LIMITS)
    assert (taken.facts["who"], taken.facts["heads"]) == ("", 12)
    assert "Ozols" not in words(problem) + words(taken)
    assert "12 people; booked by Vītola K." in words(problem)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("08:00", "10:00", []),
        ("08:00", "10:01", ["area-closed"]),
        ("10:59", "12:00", ["area-closed"]),
        ("11:00", "12:00", []),
    ],
)
def test_gr_03_a_closure_forbids_what_it_meets_and_not_what_it_touches(start, end, expected):
    shut = (span(start, end), ClosureReason.REPAIR, "Vārti")
    assert placed(closures=(shut,)) == expected


def test_the_hours_of_a_date_are_instants_of_its_wall_clock():
    assert open_on(((420, 1440),), date(2026, 12, 21)) == (
        span("07:00", "24:00", date(2026, 12, 21)),
    )

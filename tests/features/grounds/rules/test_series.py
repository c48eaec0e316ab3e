"""The dates of a booking that repeats: half a year, leap day and both clock changes (GR-10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.features.grounds.rules import (
    booking_on,
    hour_problems,
    series_days,
    series_problems,
    span_on,
)
from openblock.features.grounds.rules.content import BookingContent, Repeat, SeriesContent
from tests.features.grounds.wishes import MARCH, OCTOBER, codes, moment, span

FIRST = date(2026, 9, 1)
NOW = moment("12:00", date(2026, 8, 20))


def first(start="17:00", end="18:00", day=FIRST):
    return BookingContent(1, moment(start, day), moment(end, day), (1, 2))


def weekly(until, *weekdays, day=FIRST):
    return SeriesContent(first(day=day), Repeat.WEEKLY, until, weekdays)


def daily(until, day=FIRST):
    return SeriesContent(first(day=day), Repeat.DAILY, until)


def test_gr_10_every_tuesday_from_september_to_the_end_of_the_year():
    days = series_days(weekly(date(2026, 12, 31)))
    assert (len(days), days[0], days[-1]) == (18, FIRST, date(2026, 12, 29))
    assert {each.weekday() for each in days} == {1}


def test_gr_10_several_weekdays_stand_in_order_of_their_dates():
    days = series_days(weekly(date(2026, 9, 10), 3, 0))
    assert days == (date(2026, 9, 3), date(2026, 9, 7), date(2026, 9, 10))


def test_gr_10_every_day_takes_the_leap_day_with_it():
    days = series_days(daily(date(2028, 3, 1), day=date(2028, 2, 28)))
    assert days == (date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1))


def test_gr_10_half_a_year_passes_and_a_day_more_is_refused():
    last = FIRST + timedelta(days=184)
    assert series_problems(daily(last), NOW) == ()
    assert len(series_days(daily(last))) == 185
    (problem,) = series_problems(daily(last + timedelta(days=1)), NOW)
    assert (problem.code, problem.field) == ("series-too-long", "until")
    assert series_days(daily(date(9999, 12, 31))) == series_days(daily(last))


def test_gr_10_a_series_without_a_date_ahead_is_none():
    empty = ["series-empty"]
    assert codes(series_problems(daily(FIRST - timedelta(days=1)), NOW)) == empty
    assert codes(series_problems(weekly(date(2026, 9, 2), 4), NOW)) == empty
    last = date(2026, 9, 8)
    assert series_problems(weekly(last), moment("23:59", last)) == ()
    assert codes(series_problems(weekly(last), moment("24:00", last))) == empty


def test_a_series_of_a_booking_that_goes_backwards_is_refused_once():
    wrong = replace(daily(date(2026, 9, 30)), first=first("18:00", "17:00"))
    assert codes(series_problems(wrong, NOW)) == ["booking-backwards"]


@pytest.mark.parametrize("day", [MARCH, OCTOBER, date(2026, 12, 21)])
def test_gr_10_each_date_has_the_hours_of_the_wall_clock(day):
    assert span_on(first(), day) == span("17:00", "18:00", day)
    moved = booking_on(first(), day)
    assert (moved.span, moved.residents) == (span("17:00", "18:00", day), (1, 2))
    assert hour_problems(first(), day) == ()


@pytest.mark.parametrize(("day", "hours"), [(MARCH, 2), (OCTOBER, 4), (FIRST, 3)])
def test_gr_10_over_the_hour_that_is_left_out_or_doubled_the_ends_stay_where_they_are(day, hours):
    night = first("02:00", "05:00", date(2026, 3, 1))
    assert span_on(night, day).minutes == hours * 60
    assert hour_problems(night, day) == ()


@pytest.mark.parametrize(
    ("start", "end", "fields"),
    [
        ("02:45", "03:00", ["ends_at"]),
        ("03:00", "04:00", ["starts_at"]),
        ("03:45", "04:30", ["starts_at"]),
        ("04:00", "05:00", []),
        ("03:15", "03:45", ["starts_at", "ends_at"]),
    ],
)
def test_gr_10_an_hour_that_is_not_on_the_clock_cannot_be_booked(start, end, fields):
    problems = hour_problems(first(start, end), MARCH)
    assert [each.field for each in problems] == fields
    assert {each.code for each in problems} <= {"booking-no-such-hour"}
    assert hour_problems(first(start, end), OCTOBER) == ()


def test_gr_10_a_booking_over_midnight_ends_on_the_day_after_each_date():
    assert span_on(first("23:00", "25:00"), date(2026, 9, 30)) == span(
        "23:00", "25:00", date(2026, 9, 30)
    )


def test_the_first_booking_keeps_its_own_instants_even_in_the_hour_that_is_there_twice():
    start = moment("04:00", OCTOBER) - timedelta(minutes=30)
    second = BookingContent(1, start, moment("04:00", OCTOBER), (1,))
    assert span_on(second, OCTOBER).minutes == 30
    assert hour_problems(second, OCTOBER) == ()

"""The block's clock: UTC instants, Riga days, and the two nights on which the clock changes."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock import clock


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 22), 24)],
)
def test_a_day_of_the_block_has_23_24_or_25_hours(day, hours):
    start, end = clock.at(day), clock.at(day + timedelta(days=1))
    assert clock.minutes_between(start, end) == hours * 60


def test_a_wall_clock_time_that_is_skipped_is_taken_as_an_hour_later():
    skipped = clock.at(date(2026, 3, 29), 3 * 60 + 30)
    assert clock.local(skipped).strftime("%H:%M") == "04:30"


def test_of_a_wall_clock_time_that_comes_twice_the_first_is_meant():
    twice = clock.at(date(2026, 10, 25), 3 * 60 + 30)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_minutes_past_midnight_fall_on_the_following_day():
    assert clock.at(date(2028, 2, 28), 1440 + 540) == clock.at(date(2028, 2, 29), 540)


@given(st.dates(date(2000, 1, 1), date(2040, 12, 31)), st.integers(6 * 60, 1439))
def test_an_instant_shows_the_wall_clock_it_was_made_from(day, minute):
    wall = clock.local(clock.at(day, minute))
    assert (wall.date(), wall.hour * 60 + wall.minute) == (day, minute)
    assert clock.day_of(clock.at(day, minute)) == day


def test_the_clock_stands_where_it_is_told_to_and_goes_on_afterwards():
    moment = datetime(2026, 11, 22, 2, 52, tzinfo=UTC)
    with clock.standing_at(moment):
        assert clock.now() == moment
        assert clock.today() == date(2026, 11, 22)
    assert clock.now() != moment
    assert clock.now().tzinfo is UTC


def test_midnight_in_riga_is_still_the_evening_before_in_utc():
    with clock.standing_at(datetime(2026, 11, 22, 22, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 23)


@pytest.mark.parametrize(("month", "days"), [((2028, 2), 29), ((2026, 2), 28), ((2026, 12), 31)])
def test_a_month_has_all_its_days(month, days):
    found = clock.days_of_month(*month)
    assert (len(found), found[0].day, found[-1].day) == (days, 1, days)

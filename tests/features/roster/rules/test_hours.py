"""RO-02: hours are elapsed, split at midnight, and the night is 22:00 to 06:00."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import RIGA, at, day_of, days_of_month
from openblock.features.roster.rules import (
    Limits,
    Shift,
    TemplateShape,
    hours_by_day,
    minutes_within,
    night_minutes,
    night_minutes_within,
)

HOUR = 60
LIMITS = Limits()
WHOLE = TemplateShape("24", "diennakts", 9 * HOUR, 24 * HOUR)


def month_of_cycle(year: int, month: int, first: date) -> list[Shift]:
    days = days_of_month(year, month)
    return [WHOLE.on(day) for day in days if (day - first).days % 4 == 0]


def test_ro_02_january_2026_on_24_72_is_eight_shifts_192_hours_and_64_at_night():
    shifts = month_of_cycle(2026, 1, date(2026, 1, 1))
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    assert [each.day.day for each in shifts] == [1, 5, 9, 13, 17, 21, 25, 29]
    assert sum(minutes_within(each, first, last) for each in shifts) == 192 * HOUR
    assert sum(night_minutes_within(each, first, last, LIMITS) for each in shifts) == 64 * HOUR


@pytest.mark.parametrize(
    ("day", "hours", "night"),
    [(date(2026, 3, 28), 23, 7), (date(2026, 10, 24), 25, 9), (date(2026, 11, 22), 24, 8)],
)
def test_ro_02_a_shift_over_a_clock_change_counts_the_hours_that_pass(day, hours, night):
    shift = WHOLE.on(day)
    assert shift.minutes == hours * HOUR
    assert night_minutes(shift, LIMITS) == night * HOUR


def test_a_whole_day_shift_is_split_at_midnight_into_15_and_9_hours():
    by_day = hours_by_day(WHOLE.on(date(2026, 11, 22)))
    assert by_day == {date(2026, 11, 22): 15 * HOUR, date(2026, 11, 23): 9 * HOUR}


def test_a_shift_that_ends_at_midnight_leaves_nothing_to_the_next_day():
    shift = TemplateShape("V", "vakars", 16 * HOUR, 8 * HOUR).on(date(2026, 2, 28))
    assert hours_by_day(shift) == {date(2026, 2, 28): 8 * HOUR}


def test_the_last_shift_of_a_month_leaves_its_morning_to_the_next():
    shift = WHOLE.on(date(2028, 2, 29))
    assert minutes_within(shift, date(2028, 2, 1), date(2028, 2, 29)) == 15 * HOUR
    assert minutes_within(shift, date(2028, 3, 1), date(2028, 3, 31)) == 9 * HOUR
    assert night_minutes_within(shift, date(2028, 3, 1), date(2028, 3, 31), LIMITS) == 6 * HOUR


def test_a_night_shift_of_the_march_night_counts_eleven_hours():
    night = TemplateShape("N", "nakts", 20 * HOUR, 12 * HOUR)
    assert night.on(date(2026, 3, 28)).minutes == 11 * HOUR
    assert night.on(date(2026, 10, 24)).minutes == 13 * HOUR


shifts = st.builds(
    lambda day, start, length: Shift(at(day, start), at(day, start + length), day),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.integers(0, 1439),
    st.integers(60, 1440),
)


@given(shifts)
def test_the_days_of_a_shift_add_up_to_its_minutes(shift):
    by_day = hours_by_day(shift)
    assert sum(by_day.values()) == shift.minutes
    assert all(minutes_within(shift, day, day) == share for day, share in by_day.items())


@given(shifts)
def test_ro_02_night_minutes_equal_a_count_of_every_single_minute(shift):
    counted = 0
    for number in range(shift.minutes):
        wall = (shift.start + timedelta(minutes=number)).astimezone(RIGA)
        counted += wall.hour >= 22 or wall.hour < 6
    assert night_minutes(shift, LIMITS) == counted
    days = (day_of(shift.start), day_of(shift.end))
    assert night_minutes_within(shift, *days, LIMITS) == counted

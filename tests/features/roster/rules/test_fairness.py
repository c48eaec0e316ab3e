"""What counts as a night, a weekend and a holiday when duties are shared out."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.rules import DayKind, Limits, PlainDay
from openblock.features.roster.rules.calendar import ordinary_kind
from openblock.features.roster.rules.fairness import Burden, burden_of, is_weekend

HOUR = 60
WEDNESDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 1, number) for number in (7, 9, 10, 11))


def burden(day, start, length, kinds=None):
    kinds = kinds or {}
    around = [day + timedelta(days=number) for number in range(3)]
    calendar = {each: PlainDay(each, kinds.get(each, ordinary_kind(each))) for each in around}
    return burden_of((at(day, start), at(day, start + length)), calendar, Limits())


@pytest.mark.parametrize(
    ("start", "length", "is_night"),
    [
        (9 * HOUR, 16 * HOUR, True),
        (9 * HOUR, 16 * HOUR - 1, False),
        (3 * HOUR, 8 * HOUR, True),
        (3 * HOUR + 1, 8 * HOUR, False),
    ],
)
def test_three_hours_at_night_make_a_duty_one_of_the_night(start, length, is_night):
    assert burden(WEDNESDAY, start, length).night is is_night


@pytest.mark.parametrize(("length", "is_weekend"), [(9 * HOUR, True), (9 * HOUR - 1, False)])
def test_three_hours_on_a_saturday_make_a_fridays_duty_one_of_the_weekend(length, is_weekend):
    assert burden(FRIDAY, 18 * HOUR, length).weekend is is_weekend


@pytest.mark.parametrize(("length", "is_holiday"), [(9 * HOUR, True), (9 * HOUR - 1, False)])
def test_three_hours_on_a_holiday_make_a_duty_one_of_it(length, is_holiday):
    eve = date(2026, 11, 17)
    kinds = {date(2026, 11, 18): DayKind.HOLIDAY}
    assert burden(eve, 18 * HOUR, length, kinds).holiday is is_holiday


def test_a_day_duty_in_the_week_is_nobodys_burden():
    assert burden(WEDNESDAY, 9 * HOUR, 12 * HOUR) == Burden(
        night=False, weekend=False, holiday=False
    )


def test_a_weekend_is_no_holiday_and_a_day_off_by_decree_is_none_either():
    assert burden(SATURDAY, 9 * HOUR, 12 * HOUR) == Burden(night=False, weekend=True, holiday=False)
    moved = burden(FRIDAY, 9 * HOUR, 12 * HOUR, {FRIDAY: DayKind.MOVED_OFF})
    assert moved == Burden(night=False, weekend=True, holiday=False)


def test_a_holiday_on_a_sunday_is_both():
    found = burden(SUNDAY, 9 * HOUR, 12 * HOUR, {SUNDAY: DayKind.HOLIDAY})
    assert (found.weekend, found.holiday) == (True, True)


@pytest.mark.parametrize(
    ("day", "kind", "expected"),
    [
        (SATURDAY, DayKind.WEEKEND, True),
        (SATURDAY, DayKind.MOVED_ON, False),
        (FRIDAY, DayKind.MOVED_OFF, True),
        (FRIDAY, DayKind.HOLIDAY, False),
        (FRIDAY, DayKind.WORKDAY, False),
        (SATURDAY, DayKind.HOLIDAY, True),
    ],
)
def test_a_decreed_swap_moves_the_weekend(day, kind, expected):
    assert is_weekend(PlainDay(day, kind)) is expected

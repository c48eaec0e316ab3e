"""RO-07: the norm of a month counts working days, moved ones among them."""

from datetime import date

from openblock.features.roster.queries.holiday_source import library_days
from openblock.features.roster.rules import DayKind, Limits, PlainDay, norm_minutes
from openblock.features.roster.rules.calendar import day_problems, ordinary_kind


def days_of(year: int, month: int) -> list[PlainDay]:
    from openblock.clock import days_of_month

    known = {day: kind for day, kind, _lv, _en in library_days(year)}
    return [PlainDay(day, known.get(day, ordinary_kind(day))) for day in days_of_month(year, month)]


def test_ro_07_the_norms_of_2026_are_those_of_the_decreed_calendar():
    norms = [norm_minutes(days_of(2026, month), Limits()) // 60 for month in range(1, 13)]
    assert norms == [168, 160, 176, 160, 152, 160, 184, 168, 176, 176, 160, 160]


def test_the_second_of_january_2026_is_moved_to_a_saturday():
    kinds = {day: kind for day, kind, _lv, _en in library_days(2026)}
    assert kinds[date(2026, 1, 2)] is DayKind.MOVED_OFF
    assert kinds[date(2026, 1, 17)] is DayKind.MOVED_ON
    assert kinds[date(2026, 11, 18)] is DayKind.HOLIDAY


def test_only_working_days_and_moved_ones_are_worked():
    assert {kind for kind in DayKind if kind.works} == {DayKind.WORKDAY, DayKind.MOVED_ON}


def test_a_holiday_needs_a_name_and_an_ordinary_day_does_not():
    assert day_problems(DayKind.WORKDAY, "") == ()
    assert [each.code for each in day_problems(DayKind.HOLIDAY, " ")] == ["day-name-missing"]
    assert [each.code for each in day_problems(DayKind.MOVED_ON, "x" * 81)] == ["day-name-long"]

"""RO-03, RO-04 and RO-05 on both sides of their boundaries."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import Severity
from openblock.features.roster.rules import (
    Limits,
    Shift,
    needed_rest,
    overlap_problems,
    rest_problems,
    weekly_rest_problems,
)

HOUR = 60
LIMITS = Limits()
MONDAY = date(2026, 11, 2)


def shift(day: date, start: int, end: int) -> Shift:
    """A shift from and to a minute of ``day``'s wall clock."""
    return Shift(at(day, start), at(day, end), day)


def codes(found) -> list[tuple[int, str]]:
    return [(day.day, problem.code) for day, problem in found]


def test_ro_03_touching_shifts_do_not_overlap():
    first, second = shift(MONDAY, 540, 1260), shift(MONDAY, 1260, 1980)
    assert overlap_problems([first, second]) == ()


def test_ro_03_one_minute_of_overlap_is_an_error_on_the_later_shift():
    first = shift(MONDAY, 540, 540 + 1440)
    second = shift(MONDAY + timedelta(days=1), 539, 1000)
    ((day, problem),) = overlap_problems([first, second])
    assert (day, problem.code) == (date(2026, 11, 3), "duty-overlaps")
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("length", "rest"), [(60, 11), (13 * 60, 11), (13 * 60 + 1, 24), (24 * 60, 24), (25 * 60, 24)]
)
def test_ro_04_the_rest_needed_depends_on_the_length_of_the_shift_before(length, rest):
    assert needed_rest(length, LIMITS) == rest * HOUR


@pytest.mark.parametrize(("rest", "found"), [(11 * 60, []), (11 * 60 - 1, ["rest-too-short"])])
def test_ro_04_eleven_hours_pass_and_a_minute_less_does_not(rest, found):
    first = shift(MONDAY, 480, 480 + 12 * HOUR)
    second = shift(MONDAY, 480 + 12 * HOUR + rest, 480 + 12 * HOUR + rest + 480)
    assert [code for _day, code in codes(rest_problems([first, second], LIMITS))] == found


@pytest.mark.parametrize(("rest", "found"), [(24 * 60, []), (24 * 60 - 1, ["rest-too-short"])])
def test_ro_04_a_whole_day_shift_needs_twenty_four_hours_of_rest(rest, found):
    first = shift(MONDAY, 540, 540 + 1440)
    second = shift(MONDAY, 540 + 1440 + rest, 540 + 1440 + rest + 480)
    assert [code for _day, code in codes(rest_problems([first, second], LIMITS))] == found


def test_ro_04_rest_over_the_march_night_is_what_really_passes():
    saturday = date(2026, 3, 28)
    # 21:00 to 08:00 is eleven hours on the wall and ten in truth.
    evening = shift(saturday, 540, 1260)
    morning = shift(saturday + timedelta(days=1), 480, 960)
    ((_day, problem),) = rest_problems([evening, morning], LIMITS)
    assert (problem.facts["rest"], problem.facts["needed"]) == (10 * HOUR, 11 * HOUR)


@pytest.mark.parametrize("saturday", [date(2026, 3, 28), date(2026, 10, 24)])
@pytest.mark.parametrize(("short", "found"), [(0, []), (1, ["rest-too-short"])])
def test_ro_04_eleven_elapsed_hours_pass_over_both_clock_changes_and_a_minute_less_does_not(
    saturday, short, found
):
    evening = shift(saturday, 540, 1260)
    back = evening.end + timedelta(hours=11, minutes=-short)
    morning = Shift(back, back + timedelta(hours=8), saturday + timedelta(days=1))
    assert [code for _day, code in codes(rest_problems([evening, morning], LIMITS))] == found


def test_ro_04_a_night_of_13_elapsed_hours_in_october_still_needs_eleven():
    night = shift(date(2026, 10, 24), 1200, 1200 + 720)
    assert needed_rest(night.minutes, LIMITS) == 11 * HOUR


def test_ro_04_is_an_error_where_the_settings_say_so():
    strict = Limits(rest_severity=Severity.ERROR)
    first, second = shift(MONDAY, 540, 1260), shift(MONDAY, 1320, 1440)
    ((_day, problem),) = rest_problems([first, second], strict)
    assert problem.severity is Severity.ERROR


def five_days_and(hours: int) -> list[Shift]:
    """Six twelve-hour days; the last ends ``hours`` before the seven days are over."""
    days = [shift(MONDAY + timedelta(days=n), 480, 480 + 12 * HOUR) for n in range(5)]
    end = at(MONDAY + timedelta(days=7), 480) - timedelta(hours=hours)
    last = Shift(end - timedelta(hours=8), end, MONDAY + timedelta(days=5))
    return [*days, last]


def test_ro_05_thirty_five_hours_that_just_fit_into_the_seven_days_are_enough():
    assert weekly_rest_problems(five_days_and(35), LIMITS) == ()


def test_ro_05_a_shift_that_leaves_34_hours_of_the_seven_days_is_marked():
    assert codes(weekly_rest_problems(five_days_and(34), LIMITS)) == [(7, "weekly-rest-missing")]


def test_ro_05_is_reported_once_for_a_stretch_without_rest():
    shifts = [shift(MONDAY + timedelta(days=n), 480, 960) for n in range(12)]
    assert codes(weekly_rest_problems(shifts, LIMITS)) == [(8, "weekly-rest-missing")]


def test_ro_05_starts_anew_after_a_rest_of_exactly_35_hours():
    first = [shift(MONDAY + timedelta(days=n), 480, 960) for n in range(6)]
    back = first[-1].end + timedelta(hours=35)
    after = [
        Shift(back + timedelta(days=n), back + timedelta(days=n, hours=8), back.date())
        for n in range(5)
    ]
    assert weekly_rest_problems([*first, *after], LIMITS) == ()


@pytest.mark.parametrize("monday", [date(2026, 3, 23), date(2026, 10, 19)])
def test_ro_05_seven_days_end_at_the_same_wall_clock_time_over_both_clock_changes(monday):
    days = [shift(monday + timedelta(days=n), 480, 960) for n in range(5)]
    window_end = at(monday + timedelta(days=7), 480)
    exact = Shift(
        window_end - timedelta(hours=43), window_end - timedelta(hours=35), monday + timedelta(5)
    )
    late = Shift(exact.start, exact.end + timedelta(minutes=1), exact.day)
    assert weekly_rest_problems([*days, exact], LIMITS) == ()
    assert len(weekly_rest_problems([*days, late], LIMITS)) == 1


def test_ro_05_a_month_of_24_72_has_its_weekly_rest():
    shifts = [shift(MONDAY + timedelta(days=4 * n), 540, 540 + 1440) for n in range(8)]
    assert weekly_rest_problems(shifts, LIMITS) == ()


def test_no_shift_and_one_shift_have_no_problem():
    one = [shift(MONDAY, 540, 1980)]
    for rule in (overlap_problems, lambda s: rest_problems(s, LIMITS)):
        assert rule([]) == ()
        assert rule(one) == ()
    assert weekly_rest_problems([], LIMITS) == ()

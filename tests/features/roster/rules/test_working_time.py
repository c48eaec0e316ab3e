"""RO-02, RO-06, RO-07: what is worked by date, the norm absences leave, the period's limits."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.clock import at, days_of_month
from openblock.features.roster.rules import DayKind, Limits, PlainDay
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.calendar import ordinary_kind
from openblock.features.roster.rules.working_time import (
    Service,
    Spell,
    Stretch,
    Sum,
    absent_dates,
    hours_by_date,
    nights_by_date,
    stretch_of,
    sum_of,
)

HOUR = 60
LIMITS = Limits()
ALWAYS = Service(date(2020, 1, 1))
SICK, LEAVE = AbsenceKind.SICK, AbsenceKind.LEAVE
# Holidays and swaps of January 2026: 1 and 2 are free, Saturday 17 works.
OTHERWISE = {
    date(2026, 1, 1): DayKind.HOLIDAY,
    date(2026, 1, 2): DayKind.MOVED_OFF,
    date(2026, 1, 17): DayKind.MOVED_ON,
}


def month(year, number):
    return stretch_of(
        tuple(
            PlainDay(day, OTHERWISE.get(day, ordinary_kind(day)))
            for day in days_of_month(year, number)
        )
    )


def duty(day, start=9 * HOUR, length=24 * HOUR):
    return (at(day, start), at(day, start + length))


JANUARY = month(2026, 1)
EVERY_FOURTH = [duty(date(2026, 1, 1 + 4 * n)) for n in range(8)]


def of_january(spells=(), spans=EVERY_FOURTH, service=ALWAYS, limits=LIMITS):
    return sum_of(JANUARY, spans, spells, service, limits)


def days(first, last):
    return date(2026, 1, first), date(2026, 1, last)


def test_ro_07_january_2026_on_24_72_is_192_hours_over_a_norm_of_168():
    found = of_january()
    assert found == Sum(
        worked=192 * HOUR,
        night=64 * HOUR,
        full_norm=168 * HOUR,
        norm=168 * HOUR,
        served_days=31,
        worked_days=16,
    )
    assert found.overtime == 24 * HOUR


@pytest.mark.parametrize(
    ("day", "hours", "nights"),
    [
        (date(2026, 1, 29), (15, 9), (2, 6)),
        (date(2026, 3, 28), (15, 8), (2, 5)),
        (date(2026, 10, 24), (15, 10), (2, 7)),
        (date(2028, 2, 28), (15, 9), (2, 6)),
        (date(2028, 2, 29), (15, 9), (2, 6)),
        (date(2026, 12, 31), (15, 9), (2, 6)),
    ],
)
def test_ro_02_a_duty_over_midnight_is_split_between_its_two_dates(day, hours, nights):
    after = day + timedelta(days=1)
    by_hours, by_nights = hours_by_date([duty(day)], LIMITS), nights_by_date([duty(day)], LIMITS)
    assert by_hours == {day: hours[0] * HOUR, after: hours[1] * HOUR}
    assert by_nights == {day: nights[0] * HOUR, after: nights[1] * HOUR}


def test_ro_02_a_call_out_from_14_to_17_counts_and_none_of_it_at_night():
    called = duty(date(2026, 1, 20), 14 * HOUR, 3 * HOUR)
    found = of_january(spans=[*EVERY_FOURTH, called])
    assert (found.worked, found.night, found.overtime) == (195 * HOUR, 64 * HOUR, 27 * HOUR)
    assert found.worked_days == 17


def test_ro_02_two_duties_of_one_date_add_up():
    day = date(2026, 1, 20)
    spans = [duty(day, 0, 7 * HOUR), duty(day, 21 * HOUR, 2 * HOUR)]
    assert hours_by_date(spans, LIMITS) == {day: 9 * HOUR}
    assert nights_by_date(spans, LIMITS) == {day: 7 * HOUR}


def test_ro_02_a_day_duty_has_no_night():
    day = date(2026, 1, 20)
    assert nights_by_date([duty(day, 6 * HOUR, 16 * HOUR)], LIMITS) == {}


def test_ro_02_the_night_is_the_one_of_the_settings():
    limits = replace(LIMITS, night_from=23 * HOUR, night_to=5 * HOUR)
    assert of_january(limits=limits).night == 48 * HOUR


def test_ro_07_five_sick_days_take_five_working_days_off_the_norm():
    """As Žagars in the sheet of January: DN on 19 to 23, the duty of 21 fell away."""
    spans = [each for each in EVERY_FOURTH if each != duty(date(2026, 1, 21))]
    found = of_january([Spell(*days(19, 23), SICK)], spans)
    assert (found.norm, found.worked, found.overtime) == (128 * HOUR, 168 * HOUR, 40 * HOUR)
    assert (found.absent_days, found.absent_working_days, found.worked_days) == (5, 5, 14)
    assert found.full_norm == 168 * HOUR


def test_ro_07_leave_over_a_weekend_and_a_working_saturday_takes_only_working_days():
    """As Liepiņa: A on 12 to 25 is 14 dates, of them 11 work, Saturday 17 among them."""
    spans = [duty(date(2026, 1, day)) for day in (2, 6, 10, 26, 30)]
    found = of_january([Spell(*days(12, 25), LEAVE)], spans)
    assert (found.absent_days, found.absent_working_days) == (14, 11)
    assert (found.norm, found.worked, found.overtime) == (80 * HOUR, 120 * HOUR, 40 * HOUR)


@pytest.mark.parametrize("kind", list(AbsenceKind))
def test_ro_07_every_kind_of_absence_is_neutral(kind):
    found = of_january([Spell(*days(12, 16), kind)], ())
    assert found.norm == 128 * HOUR
    assert found.counted_days == 26


def test_ro_07_an_absence_on_a_weekend_leaves_the_norm():
    found = of_january([Spell(*days(10, 11), SICK)], ())
    assert (found.norm, found.absent_days, found.absent_working_days) == (168 * HOUR, 2, 0)


def test_who_falls_ill_in_the_middle_of_a_duty_has_worked_that_date():
    fell_ill = (at(date(2026, 1, 21), 9 * HOUR), at(date(2026, 1, 21), 22 * HOUR))
    hours = hours_by_date([fell_ill], LIMITS)
    found = absent_dates([Spell(*days(21, 23), SICK)], hours, JANUARY, ALWAYS)
    assert found == {date(2026, 1, 22): SICK, date(2026, 1, 23): SICK}


def test_one_minute_worked_makes_a_date_worked():
    midnight = at(date(2026, 1, 22))
    past = (at(date(2026, 1, 21), 9 * HOUR), midnight + timedelta(minutes=1))
    up_to = (past[0], midnight)
    spells = [Spell(*days(22, 22), SICK)]
    assert absent_dates(spells, hours_by_date([past], LIMITS), JANUARY, ALWAYS) == {}
    found = absent_dates(spells, hours_by_date([up_to], LIMITS), JANUARY, ALWAYS)
    assert list(found) == [date(2026, 1, 22)]


def test_a_date_two_absences_share_is_the_first_ones():
    spells = [Spell(*days(5, 7), SICK), Spell(*days(7, 9), LEAVE)]
    found = absent_dates(spells, {}, JANUARY, ALWAYS)
    assert [found[date(2026, 1, day)] for day in (5, 6, 7, 8, 9)] == [SICK] * 3 + [LEAVE] * 2


def test_an_absence_over_two_months_is_counted_in_each():
    spells = [Spell(date(2025, 12, 30), date(2026, 2, 3), LEAVE)]
    found = of_january(spells, ())
    assert (found.absent_days, found.norm, found.counted_days) == (31, 0, 0)
    february = sum_of(month(2026, 2), (), spells, ALWAYS, LIMITS)
    assert (february.absent_days, february.absent_working_days) == (3, 2)


def test_who_begins_and_leaves_in_the_month_has_the_norm_of_the_days_served():
    """12 to 23 January are ten working days and the Saturday that works, both ends included."""
    service = Service(*days(12, 23))
    found = of_january([Spell(*days(5, 13), LEAVE)], (), service)
    assert (found.full_norm, found.norm) == (11 * 8 * HOUR, 9 * 8 * HOUR)
    assert (found.served_days, found.absent_days, found.counted_days) == (12, 2, 10)
    ended = of_january([Spell(*days(22, 30), LEAVE)], (), service)
    assert (ended.absent_days, ended.absent_working_days) == (2, 2)


def test_who_does_not_serve_in_the_month_has_no_norm():
    for service in (Service(date(2026, 2, 1)), Service(date(2020, 1, 1), date(2025, 12, 31))):
        assert of_january((), (), service) == Sum()


def test_a_duty_that_reaches_over_the_month_end_gives_each_month_its_part():
    spans = [duty(date(2025, 12, 31)), duty(date(2026, 1, 31))]
    found = of_january(spans=spans)
    assert (found.worked, found.night, found.worked_days) == (24 * HOUR, 8 * HOUR, 2)


def test_the_norm_follows_the_working_day_of_the_settings():
    limits = replace(LIMITS, working_day=7 * HOUR + 12)
    found = of_january([Spell(*days(19, 23), SICK)], (), limits=limits)
    assert (found.full_norm, found.norm) == (21 * 432, 16 * 432)


numbers = st.integers(1, 31)


@given(
    st.lists(st.tuples(numbers, st.integers(0, 1439), st.integers(60, 1500)), max_size=12),
    st.lists(st.tuples(numbers, numbers, st.sampled_from(list(AbsenceKind))), max_size=4),
    st.tuples(numbers, numbers),
)
def test_a_months_sums_are_the_sums_of_any_two_parts_of_it(planned, away, served):
    """What no cut may change: minutes, the norm, and every kind of day."""
    spans = [duty(date(2026, 1, day), start, length) for day, start, length in planned]
    spells = [Spell(*days(*sorted((one, other))), kind) for one, other, kind in away]
    service = Service(*days(*sorted(served)))
    whole = of_january(spells, spans, service)
    cut = date(2026, 1, served[0])
    parts = [
        Stretch(first, last, frozenset(day for day in JANUARY.working if first <= day <= last))
        for first, last in (
            (JANUARY.first, cut - timedelta(days=1)),
            (cut, JANUARY.last),
        )
        if first <= last
    ]
    sums = [sum_of(part, spans, spells, service, LIMITS) for part in parts]
    for name in Sum.__slots__:
        assert getattr(whole, name) == sum(getattr(each, name) for each in sums), name
    assert 0 <= whole.norm <= whole.full_norm
    assert whole.overtime == whole.worked - whole.norm

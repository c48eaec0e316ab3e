"""RO-06 and RO-07 beside every name: the shown days, and the reference period through them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from openblock.clock import days_of_month
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.rules import Limits
from tests.factories import with_officer, with_templates
from tests.features.roster.working import (
    APRIL,
    FEBRUARY,
    HOUR,
    JANUARY,
    MARCH,
    call_out,
    counted,
    days,
    lay_24_72,
    put,
)

END = {each: days_of_month(each.year, each.month)[-1] for each in (JANUARY, FEBRUARY, MARCH, APRIL)}
TWO_YEARS_AGO = days_of_month(2024, 2)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def test_ro_07_january_2026_of_one_officer_on_24_72_is_24_hours_over_the_norm(store, officer):
    lay_24_72(store, (1,), JANUARY, END[JANUARY])
    assert counted(store, JANUARY, END[JANUARY])[officer] == Counters(
        absent_days=0,
        norm=168 * HOUR,
        overtime=24 * HOUR,
        period_overtime=24 * HOUR,
        average=2602,  # 192 h in 31 days: 43 h 21 min 17 s, a begun minute as a whole one
    )


def test_ro_07_the_teams_of_24_72_come_to_55_and_56_hours_from_january_to_april(store):
    """As the time-sheets of the block have it, over the clock change of 29 March."""
    with_templates(store)
    teams = {with_officer(store, str(team), team=team): team for team in (1, 2, 3, 4)}
    lay_24_72(store, (1, 2, 3, 4), date(2025, 12, 31), END[APRIL])
    overtime = {
        team: [
            counted(store, month, END[month])[officer].overtime // HOUR
            for month in (JANUARY, FEBRUARY, MARCH, APRIL)
        ]
        for officer, team in teams.items()
    }
    assert overtime[1] == [24, 8, 16, 8]
    assert overtime[2] == [24, 8, 7, 17]
    assert overtime[3] == [15, 8, 0, 32]
    found = counted(store, APRIL, END[APRIL])
    sums = {teams[officer]: each.period_overtime for officer, each in found.items()}
    assert (sums[1], sums[2], sums[3]) == (56 * HOUR, 56 * HOUR, 55 * HOUR)


def test_the_period_begins_anew_in_may(store, officer):
    lay_24_72(store, (1,), JANUARY, date(2026, 5, 31))
    found = counted(store, date(2026, 5, 1), date(2026, 5, 31))[officer]
    assert found.period_overtime == found.overtime


def test_a_week_shows_its_own_sums_and_the_period_through_its_month(store, officer):
    lay_24_72(store, (1,), JANUARY, END[JANUARY])
    put(store, officer, "A", *days(JANUARY, 6, 7))
    week = counted(store, date(2026, 1, 5), date(2026, 1, 11))[officer]
    month = counted(store, JANUARY, END[JANUARY])[officer]
    # 15 h on 5, and 15 and 9 h on 9 and 10: leave took the morning of 6, and two days off 40 h.
    assert (week.absent_days, week.norm, week.overtime) == (2, 24 * HOUR, 15 * HOUR)
    assert (week.period_overtime, week.average) == (month.overtime, month.average)


def test_a_week_over_new_year_belongs_to_the_period_of_its_last_day(store, officer):
    lay_24_72(store, (1,), date(2025, 12, 28), END[JANUARY])
    week = counted(store, date(2025, 12, 29), date(2026, 1, 4))[officer]
    assert week.period_overtime == 24 * HOUR
    # 9 h on 29 December, left of the 28th, and a duty on 1 January. Of that week only 29 and 30
    # December work: 31 is a holiday, 1 too, and 2 is moved.
    assert (week.norm, week.overtime) == (16 * HOUR, 17 * HOUR)


def test_ro_07_absent_days_are_neutral_and_a_call_out_is_worked(store, officer):
    lay_24_72(store, (1,), JANUARY, END[JANUARY])
    put(store, officer, "S", *days(JANUARY, 19, 23))
    found = counted(store, JANUARY, END[JANUARY])[officer]
    assert (found.absent_days, found.norm, found.overtime) == (5, 128 * HOUR, 40 * HOUR)
    call_out(store, officer, date(2026, 1, 27), 14 * HOUR, 17 * HOUR)
    assert counted(store, JANUARY, END[JANUARY])[officer].overtime == 43 * HOUR


def test_ro_06_an_average_of_exactly_48_hours_is_not_over_and_a_minute_less_allowed_is(
    store, officer
):
    """28 days of February, 8 duties of 24 h: 192 h in four weeks are 48:00 a week."""
    store.run(change_limits, ChangeLimits(Limits(reference_months=1)))
    put(store, officer, "24", *(FEBRUARY.replace(day=number) for number in range(1, 24, 3)))
    found = counted(store, FEBRUARY, END[FEBRUARY])[officer]
    assert (found.average, found.average_over) == (48 * HOUR, False)
    stricter = Limits(reference_months=1, average_week=48 * HOUR - 1)
    store.run(change_limits, ChangeLimits(stricter))
    assert counted(store, FEBRUARY, END[FEBRUARY])[officer].average_over


def test_ro_06_leave_is_neutral_in_the_average(store, officer):
    """A week of leave in four: what is worked in the other three is divided by three."""
    put(store, officer, "24", date(2026, 2, 1), date(2026, 2, 4))
    store.run(change_limits, ChangeLimits(Limits(reference_months=1)))
    put(store, officer, "A", *days(FEBRUARY, 22, 28))
    assert counted(store, FEBRUARY, END[FEBRUARY])[officer].average == 48 * HOUR // 3


@pytest.mark.parametrize(("limit", "over"), [(24 * HOUR, False), (24 * HOUR - 1, True)])
def test_ro_07_overtime_is_over_its_limit_a_minute_past_it(store, officer, limit, over):
    lay_24_72(store, (1,), JANUARY, END[JANUARY])
    store.run(change_limits, ChangeLimits(replace(Limits(), overtime_limit=limit)))
    assert counted(store, JANUARY, END[JANUARY])[officer].overtime_over is over


def test_who_begins_in_the_month_has_the_norm_and_the_average_of_the_days_served(store):
    with_templates(store)
    officer = with_officer(store, active_from=date(2026, 1, 26), last_day=date(2026, 2, 1))
    put(store, officer, "24", date(2026, 1, 26), date(2026, 1, 29))
    assert counted(store, JANUARY, END[JANUARY])[officer].norm == 40 * HOUR
    found = counted(store, FEBRUARY, END[FEBRUARY])[officer]
    assert (found.norm, found.period_overtime, found.average) == (0, 8 * HOUR, 48 * HOUR)


def statements_of(store, first, last):
    asked = []

    def note(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    found = counted(store, first, last)
    event.remove(store.engine, "before_cursor_execute", note)
    return found, asked


def test_the_counters_of_many_cost_as_many_questions_as_those_of_one(store, officer):
    _found, of_one = statements_of(store, JANUARY, END[JANUARY])
    for number in range(2, 14):
        other = with_officer(store, str(number), f"Kalniņš {number}", team=2)
        put(store, other, "24", date(2026, 1, number))
        put(store, other, "A", date(2026, 1, number + 10))
    found, of_many = statements_of(store, JANUARY, END[JANUARY])
    assert len(found) == 13
    assert len(of_many) == len(of_one)


def test_an_edit_is_seen_at_once(store, officer):
    put(store, officer, "24", date(2026, 1, 5))
    before = counted(store, JANUARY, END[JANUARY])[officer].overtime
    put(store, officer, None, date(2026, 1, 5))
    put(store, officer, "D", date(2026, 1, 5))
    after = counted(store, JANUARY, END[JANUARY])[officer].overtime
    assert (before, after) == (-144 * HOUR, -156 * HOUR)


def test_an_empty_block_has_no_counters(store):
    assert counted(store, TWO_YEARS_AGO[0], TWO_YEARS_AGO[-1]) == {}

"""RO-04 to RO-07 explained: every figure of one officer's month, down to its shifts."""

from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.errors import KnownError
from openblock.features.roster.commands import ChangeLimits, change_limits
from openblock.features.roster.commands.absences import save_absence
from openblock.features.roster.commands.requests import SaveAbsence
from openblock.features.roster.queries.figures import RestLine
from openblock.features.roster.queries.working_time import working_time
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.absence import AbsenceContent, AbsenceKind
from tests.factories import with_officer, with_templates
from tests.features.roster.working import (
    FEBRUARY,
    HOUR,
    JANUARY,
    call_out,
    counted,
    days,
    lay_24_72,
    put,
)

DAY = timedelta(days=1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def account(store, officer, month=JANUARY):
    return store.read(working_time, officer, month)


def test_the_shifts_add_up_to_the_months_and_the_months_to_the_period(store, officer):
    lay_24_72(store, (1,), date(2025, 12, 28), date(2026, 2, 28))
    call_out(store, officer, date(2026, 1, 20), 14 * HOUR, 17 * HOUR)
    put(store, officer, "24", date(2025, 12, 31))
    found = account(store, officer, date(2026, 2, 14))
    assert [each.month for each in found.months] == [JANUARY, FEBRUARY]
    assert sum(each.minutes for each in found.duties) == sum(each.worked for each in found.months)
    nights = sum(each.night_minutes for each in found.duties)
    assert nights == sum(each.night for each in found.months)
    assert found.overtime == sum(each.overtime for each in found.months)
    assert [(each.day.day, each.minutes) for each in found.duties if each.is_call_out] == [
        (20, 3 * HOUR)
    ]
    assert found.duties[0].minutes == 9 * HOUR  # the morning after New Year's Eve
    assert (found.period_first, found.period_last) == (JANUARY, date(2026, 2, 28))


def test_the_account_says_what_the_counters_say(store, officer):
    lay_24_72(store, (1,), JANUARY, date(2026, 2, 28))
    put(store, officer, "A", *days(JANUARY, 12, 25))
    found = account(store, officer, FEBRUARY)
    beside = counted(store, FEBRUARY, date(2026, 2, 28))[officer]
    assert (found.overtime, found.average) == (beside.period_overtime, beside.average)
    assert found.counted_days == 31 - 14 + 28
    assert (found.average_limit, found.overtime_limit) == (48 * HOUR, 144 * HOUR)


def test_an_absence_is_told_with_the_working_days_it_takes_off_the_norm(store, officer):
    """14 days of leave from 12 January, 11 of them work; the day shared out is the first one's."""
    put(store, officer, "A", *days(JANUARY, 12, 25))
    put(store, officer, "S", date(2026, 1, 26))
    assert account(store, officer).absences == (
        (date(2026, 1, 12), date(2026, 1, 25), AbsenceKind.LEAVE, 11),
        (date(2026, 1, 26), date(2026, 1, 26), AbsenceKind.SICK, 1),
    )
    taken = sum(each[3] for each in account(store, officer).absences)
    assert taken == account(store, officer).months[0].absent_working_days


def test_a_working_day_two_absences_share_is_taken_off_once_by_the_first(store, officer):
    day = date(2026, 1, 14)
    sick = AbsenceContent(officer, AbsenceKind.SICK, date(2026, 1, 12), day, to_minute=12 * HOUR)
    leave = AbsenceContent(officer, AbsenceKind.LEAVE, day, date(2026, 1, 16), 12 * HOUR)
    for content in (leave, sick):
        store.run(save_absence, SaveAbsence(content))
    found = account(store, officer)
    assert [(each[2], each[3]) for each in found.absences] == [
        (AbsenceKind.SICK, 3),
        (AbsenceKind.LEAVE, 2),
    ]
    assert found.months[0].absent_working_days == 5


def test_why_somebody_was_away_is_told_to_whoever_may_know(store, store_as, officer):
    put(store, officer, "S", *days(JANUARY, 12, 13))
    put(store, officer, "A", *days(JANUARY, 15, 16))
    other = store_as("duty_officer").read(working_time, officer, JANUARY)
    assert [each[2] for each in other.absences] == [None, AbsenceKind.LEAVE]
    assert [each[3] for each in other.absences] == [2, 2]


def test_an_absence_of_another_period_is_not_told(store, officer):
    put(store, officer, "A", date(2025, 12, 31))
    put(store, officer, "A", date(2026, 2, 1))
    assert account(store, officer).absences == ()


def test_ro_04_the_rest_before_each_duty_of_the_month_is_told_with_what_was_needed(store, officer):
    put(store, officer, "24", date(2025, 12, 31), date(2026, 1, 2))
    put(store, officer, "D", date(2026, 1, 4))
    put(store, officer, "D", date(2026, 1, 5))
    found = account(store, officer)
    assert found.rests == (
        RestLine(date(2026, 1, 2), 24 * HOUR, 24 * HOUR),
        RestLine(date(2026, 1, 4), 24 * HOUR, 24 * HOUR),
        RestLine(date(2026, 1, 5), 12 * HOUR, 11 * HOUR),
    )
    assert found.problems == ()


def test_ro_04_a_call_out_breaks_the_rest_as_a_duty_does(store, officer):
    put(store, officer, "24", date(2026, 1, 1), date(2026, 1, 3))
    call_out(store, officer, date(2026, 1, 2), 20 * HOUR, 22 * HOUR)
    found = account(store, officer)
    assert [(each.day.day, each.rest, each.needed) for each in found.rests] == [
        (2, 11 * HOUR, 24 * HOUR),
        (3, 11 * HOUR, 11 * HOUR),
    ]
    assert [each.code for each in found.problems] == ["rest-too-short"]


def test_ro_05_the_longest_free_time_of_each_seven_days_is_told(store, officer):
    lay_24_72(store, (1,), JANUARY, date(2026, 2, 28))
    found = account(store, officer).longest_frees
    assert found[0] == (at(date(2026, 1, 2), 9 * HOUR), at(date(2026, 1, 5), 9 * HOUR))
    assert len(found) == 5
    assert all(end - start >= timedelta(hours=35) for start, end in found)
    assert found[4] == (at(date(2026, 1, 30), 9 * HOUR), at(date(2026, 2, 2), 9 * HOUR))


def test_ro_05_a_week_without_the_rest_is_a_problem_of_its_month_only(store, officer):
    put(store, officer, "8", *days(JANUARY, 1, 31))
    january, december = account(store, officer), account(store, officer, date(2025, 12, 1))
    assert "weekly-rest-missing" in [each.code for each in january.problems]
    assert december.problems == ()
    assert account(store, officer, FEBRUARY).problems == ()


def test_ro_06_ro_07_what_is_over_the_limits_of_the_period_is_a_problem(store, officer):
    put(store, officer, "24", *(JANUARY.replace(day=number) for number in range(1, 31, 2)))
    over = Limits(overtime_limit=10 * HOUR)
    store.run(change_limits, ChangeLimits(over))
    codes = [each.code for each in account(store, officer).problems]
    assert codes[-2:] == ["average-over", "overtime-over"]


def test_nobodys_working_time_is_refused(store):
    with pytest.raises(KnownError) as refused:
        store.read(working_time, 99, JANUARY)
    assert refused.value.code == "officer-unknown"

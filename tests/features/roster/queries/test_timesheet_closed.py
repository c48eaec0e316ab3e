"""A closed month stays what it was counted as, whatever is set later; corrections are addenda."""

from datetime import date

import pytest

from openblock.features.roster.commands import (
    ChangeLimits,
    SaveCalendarDay,
    change_limits,
    save_calendar_day,
)
from openblock.features.roster.commands.addenda import add_addendum
from openblock.features.roster.commands.publication import close_month, publish_month
from openblock.features.roster.commands.requests import AddAddendum, CloseMonth, PublishMonth
from openblock.features.roster.queries.own_shifts import own_shifts
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.queries.working_time import working_time
from openblock.features.roster.rules import DayKind, Limits
from openblock.features.roster.rules.versions import MonthStanding
from tests.factories import with_officer, with_templates
from tests.features.roster.working import FEBRUARY, HOUR, JANUARY, counted, days, lay_24_72, put

LAST = date(2026, 1, 31)
SHORTER = Limits(working_day=6 * HOUR)


@pytest.fixture
def officer(store):
    """One of the first team, five days sick in January, which is closed."""
    with_templates(store)
    number = with_officer(store)
    lay_24_72(store, (1,), JANUARY, date(2026, 2, 28))
    put(store, number, "S", *days(JANUARY, 19, 23))
    version = store.run(publish_month, PublishMonth(JANUARY, 0)).value
    store.run(close_month, CloseMonth(JANUARY, version))
    return number


def change_everything(store):
    """A shorter working day, and a new holiday in January."""
    store.run(change_limits, ChangeLimits(SHORTER))
    holiday = SaveCalendarDay(date(2026, 1, 7), DayKind.HOLIDAY, "Ziemassvētki")
    store.run(save_calendar_day, holiday)


def correct(store, officer, minutes, night=0):
    asked = AddAddendum(JANUARY, officer, date(2026, 1, 20), minutes, night, "nav ierakstīts")
    store.run(add_addendum, asked)


def test_a_closed_month_has_the_sheet_it_was_closed_with_whatever_is_set_later(store, officer):
    before = store.read(time_sheet, JANUARY)
    assert before.state.standing is MonthStanding.CLOSED
    assert (before.lines[0].norm, before.lines[0].overtime) == (128 * HOUR, 40 * HOUR)
    change_everything(store)
    assert store.read(time_sheet, JANUARY) == before
    # The month after counts anew: 20 days of six hours, and the block keeps what was closed.
    (line,) = store.read(time_sheet, FEBRUARY).lines
    assert line.norm == 120 * HOUR
    assert line.block[:2] == (40 * HOUR, 48 * HOUR)


def test_every_other_read_of_a_closed_month_has_the_closed_figures(store, officer):
    shown = counted(store, JANUARY, LAST)[officer]
    account = store.read(working_time, officer, JANUARY)
    own = store.read(own_shifts, officer, JANUARY)
    change_everything(store)
    assert counted(store, JANUARY, LAST)[officer] == shown
    after = store.read(working_time, officer, JANUARY)
    assert (after.months, after.overtime, after.average) == (
        account.months,
        account.overtime,
        account.average,
    )
    assert (account.months[0].absent_days, account.months[0].absent_working_days) == (5, 5)
    assert store.read(own_shifts, officer, JANUARY).sum == own.sum


def test_who_joins_the_block_for_a_closed_month_later_is_not_in_it(store, officer):
    late = with_officer(store, "2", "Vēlā", active_from=date(2026, 1, 12))
    assert [each.officer_id for each in store.read(time_sheet, JANUARY).lines] == [officer]
    found = counted(store, FEBRUARY, date(2026, 2, 28))[late]
    assert (found.period_overtime, found.average) == (-160 * HOUR, 0)


def test_a_correction_leaves_the_closed_lines_and_counts_in_the_period(store, officer):
    before = store.read(time_sheet, JANUARY)
    correct(store, officer, 3 * HOUR, HOUR)
    correct(store, officer, -30)
    after = store.read(time_sheet, JANUARY)
    assert after.lines == before.lines
    assert [(each.name, each.day, each.minutes, each.night_minutes) for each in after.addenda] == [
        ("Bērziņš Jānis", date(2026, 1, 20), 3 * HOUR, HOUR),
        ("Bērziņš Jānis", date(2026, 1, 20), -30, 0),
    ]
    assert (after.addenda[0].reason, after.addenda[0].entered_by) == (
        "nav ierakstīts",
        "Anna Bērziņa",
    )
    (line,) = store.read(time_sheet, FEBRUARY).lines
    assert line.block[0] == 40 * HOUR + 150
    assert line.block_sum == 40 * HOUR + 150 + 8 * HOUR


def test_a_correction_counts_in_the_counters_the_account_and_the_average(store, officer):
    before = counted(store, JANUARY, LAST)[officer]
    correct(store, officer, 13 * HOUR)
    correct(store, officer, 13 * HOUR)
    after = counted(store, JANUARY, LAST)[officer]
    account = store.read(working_time, officer, JANUARY)
    assert (after.overtime, after.period_overtime) == (66 * HOUR, 66 * HOUR)
    # 26 days counted: an hour for each is seven hours a week.
    assert after.average == before.average + 7 * HOUR
    assert (account.overtime, account.average) == (after.period_overtime, after.average)
    assert (account.months[0].worked, account.months[0].corrected) == (168 * HOUR, 26 * HOUR)
    assert store.read(own_shifts, officer, JANUARY).period_overtime == 66 * HOUR


def test_a_week_of_a_closed_month_is_counted_as_it_stands(store, officer):
    found = counted(store, date(2026, 1, 19), date(2026, 1, 25))[officer]
    assert (found.absent_days, found.norm, found.overtime) == (5, 0, 15 * HOUR)

"""A closed month holds the sheet it was closed with; redo closes nothing that counts otherwise."""

from datetime import date

import pytest

from openblock.clock import at, standing_at
from openblock.features.roster.commands import (
    AddAddendum,
    CloseMonth,
    RestoreLiving,
    SaveCallOut,
    add_addendum,
    close_month,
    restore_living,
    save_call_out,
)
from openblock.features.roster.commands.closed import call_out_days
from openblock.features.roster.queries import month_state
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules.versions import MonthStanding
from tests.factories import with_duty, with_officer, with_templates
from tests.factories.living import with_published
from tests.features.roster.living import refusals, taken_back

MONTH, DAY = date(2026, 11, 1), date(2026, 11, 10)


@pytest.fixture
def officer(store):
    with_templates(store)
    with standing_at(at(date(2026, 12, 1), 540)):
        number = with_officer(store)
        with_duty(store, number, DAY, "D")
        with_published(store, MONTH)
        yield number


def closed(store):
    return store.run(close_month, CloseMonth(MONTH, 1))


def redo_refused(store, undone):
    return refusals(store, undone.undo.command, undone.undo.request, undoes=True)


def test_a_month_is_not_closed_again_with_a_sheet_that_counts_otherwise_by_now(store, officer):
    undone = taken_back(store, closed(store))
    called = SaveCallOut(officer, at(DAY, 1380), at(DAY, 1440), "a broken fence")
    store.run(save_call_out, called)
    assert redo_refused(store, undone) == ["roster-moved"]
    assert store.read(month_state, MONTH).standing is MonthStanding.PUBLISHED
    counted = store.read(time_sheet, MONTH).lines
    closed(store)
    assert store.read(time_sheet, MONTH).lines == counted


def test_a_month_that_counts_the_same_is_closed_again(store, officer):
    taken_back(store, taken_back(store, closed(store)))
    assert store.read(month_state, MONTH).standing is MonthStanding.CLOSED


def test_a_correction_does_not_come_back_into_a_month_that_is_open_again(store, officer):
    closing = closed(store)
    addendum = AddAddendum(MONTH, officer, DAY, 60, 0, "an hour was forgotten")
    undone = taken_back(store, store.run(add_addendum, addendum))
    taken_back(store, closing)
    assert redo_refused(store, undone) == ["roster-moved"]


def test_a_call_out_that_ends_at_midnight_is_of_one_day(officer):
    days = {"starts_at": at(DAY, 1380), "ends_at": at(DAY, 1440)}
    assert call_out_days(days) == {DAY}
    assert call_out_days(None) == set()


def test_a_month_is_not_opened_without_its_sheet(store, officer):
    rows = closed(store).undo.request.rows
    (opening,) = [each for each in rows if each.table == "roster_months"]
    request = RestoreLiving(None, (opening,))
    assert refusals(store, restore_living, request, undoes=True) == ["roster-moved"]

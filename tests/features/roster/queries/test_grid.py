"""The roster that is read: rows, sums over month ends and clock changes, problems, gaps."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    LayCycle,
    change_cells,
    lay_cycle,
)
from openblock.features.roster.queries import TeamCycle, month_roster, roster
from tests.factories import with_officer, with_templates


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def set_cells(store, officer, cells):
    edits = tuple(CellEdit(officer, day, code) for day, code in cells.items())
    store.run(change_cells, ChangeCells(edits))


def row(store, year, month):
    (found,) = store.read(month_roster, year, month).officers
    return found


def test_january_2026_of_one_officer_on_24_72_adds_up_as_the_time_sheet_does(store, officer):
    first = date(2026, 1, 1)
    cycle = TeamCycle(1, ("24", "", "", ""), first)
    store.run(lay_cycle, LayCycle(first, date(2026, 1, 31), (cycle,)))
    found = row(store, 2026, 1)
    assert (found.duties, found.minutes, found.night_minutes) == (8, 192 * 60, 64 * 60)
    assert (found.norm_minutes, found.balance_minutes) == (168 * 60, 24 * 60)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25)])
def test_a_shift_over_the_clock_change_counts_what_passes(store, officer, day, hours):
    set_cells(store, officer, {day: "24"})
    assert row(store, day.year, day.month).minutes == hours * 60


def test_the_morning_after_the_month_end_belongs_to_the_next_month(store, officer):
    set_cells(store, officer, {date(2026, 11, 30): "24"})
    assert (row(store, 2026, 11).minutes, row(store, 2026, 11).duties) == (15 * 60, 1)
    assert (row(store, 2026, 12).minutes, row(store, 2026, 12).duties) == (9 * 60, 0)


def test_an_officer_who_left_is_shown_in_the_months_served(store, officer):
    with_officer(store, "2", "Kalniņa", active_from=date(2026, 10, 5), last_day=date(2026, 11, 1))
    names = {
        month: [each.surname for each in store.read(month_roster, 2026, month).officers]
        for month in (9, 10, 11, 12)
    }
    assert [len(names[month]) for month in (9, 10, 11, 12)] == [1, 2, 2, 1]


def test_the_norm_counts_only_days_served(store):
    with_templates(store)
    with_officer(store, active_from=date(2026, 11, 30))
    assert row(store, 2026, 11).norm_minutes == 8 * 60


def test_an_empty_roster_has_its_days_and_nothing_else(store):
    shown = store.read(month_roster, 2028, 2)
    assert (len(shown.days), shown.officers, shown.problems, shown.staffing) == (29, (), (), ())


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(st.integers(0, 91), st.sampled_from(["24", "D", "N", "8"]), max_size=40),
    st.sampled_from((2, 3, 4, 5)),
)
def test_a_months_sum_is_the_sum_of_its_days_whatever_is_planned(store, planned, month):
    if not store.read(month_roster, 2026, 3).templates:
        with_templates(store)
        with_officer(store)
    officer = row(store, 2026, 3).officer_id
    start = date(2026, 2, 14)
    everything = {start + timedelta(days=n): None for n in range(92)}
    # The second of two clashing codes gives way, as an officer would be told to let it.
    wanted = dict(everything)
    for number, code in planned.items():
        if code != "24" or number + 1 not in planned:
            wanted[start + timedelta(days=number)] = code
    for day, code in wanted.items():
        if code == "8" and wanted.get(day - timedelta(days=1)) in {"24", "N"}:
            wanted[day] = None
    set_cells(store, officer, wanted)
    whole = row(store, 2026, month)
    shown = store.read(month_roster, 2026, month)
    by_day = [store.read(roster, each.day, each.day).officers[0] for each in shown.days]
    assert sum(each.minutes for each in by_day) == whole.minutes
    assert sum(each.night_minutes for each in by_day) == whole.night_minutes
    assert sum(each.norm_minutes for each in by_day) == whole.norm_minutes

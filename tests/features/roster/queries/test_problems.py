"""Problems of the grid: known over month ends, marked in their cells, gaps among them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from openblock.clock import at
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    ChangeLimits,
    SaveMinimum,
    change_cells,
    change_limits,
    save_minimum,
)
from openblock.features.roster.queries import month_roster, roster
from openblock.features.roster.rules import Limits, Minimum
from openblock.features.staff.commands import ChangeOfficer, change_officer
from openblock.features.staff.queries import officer_card
from tests.factories import with_officer, with_templates
from tests.features.roster.days import DAY, NEXT


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def set_cells(store, officer, cells):
    edits = tuple(CellEdit(officer, day, code) for day, code in cells.items())
    store.run(change_cells, ChangeCells(edits))


def test_a_problem_at_the_month_start_knows_the_shift_before_it(store, officer):
    set_cells(store, officer, {date(2026, 10, 31): "24", date(2026, 11, 1): "N"})
    (found,) = store.read(month_roster, 2026, 11).problems
    assert (found.problem.code, found.day) == ("rest-too-short", date(2026, 11, 1))
    assert found.cells == ((officer, date(2026, 11, 1)),)
    assert found.name == "Bērziņš J."
    assert store.read(month_roster, 2026, 10).problems == ()


def test_a_duty_outside_the_days_served_is_a_problem_in_its_cell(store):

    with_templates(store)
    officer = with_officer(store)
    set_cells(store, officer, {DAY: "8"})
    card = store.read(officer_card, officer)
    left = replace(card.content, last_day=DAY - timedelta(days=1))
    store.run(change_officer, ChangeOfficer(officer, card.version, left))
    codes = [each.problem.code for each in store.read(month_roster, 2026, 11).problems]
    assert codes == ["officer-not-active"]


def test_gaps_stand_in_the_strip_and_among_the_problems(store, officer):
    store.run(save_minimum, SaveMinimum(Minimum("Diena", 540, 1260, 1)))
    set_cells(store, officer, {DAY: "24"})
    shown = store.read(roster, DAY, NEXT)
    (line,) = shown.staffing
    assert line.counts == (1, 0)
    assert [(gap.start, gap.present) for gap in line.gaps] == [(at(NEXT, 540), 0)]
    (problem,) = shown.problems
    assert (problem.problem.code, problem.officer_id, problem.day) == ("staffing-gap", None, NEXT)


def over(store, role):
    return [
        (each.problem.code, each.day, each.cells)
        for each in store(role).read(month_roster, 2026, 1).problems
        if each.problem.code in {"average-over", "overtime-over"}
    ]


def test_ro_06_and_ro_07_limits_passed_stand_on_the_last_day_for_the_staff_only(
    store, store_as, officer
):
    store.run(change_limits, ChangeLimits(Limits(average_week=20 * 60, overtime_limit=0)))
    set_cells(store, officer, {date(2026, 1, day): "24" for day in range(1, 30, 2)})
    last = date(2026, 1, 31)
    expected = [("average-over", last, ()), ("overtime-over", last, ())]
    assert over(store_as, "administrator") == over(store_as, "duty_officer") == expected
    assert over(store_as, "trainee") == []
    (row,) = store_as("trainee").read(month_roster, 2026, 1).officers
    assert (row.counters.average, row.counters.period_overtime) == (0, 0)
    assert row.balance_minutes == row.counters.overtime > 0

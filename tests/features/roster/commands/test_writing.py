"""Cells written and put back as they were: short rest is judged by what a change makes (RO-04)."""

from datetime import timedelta

import pytest

from openblock.errors import Severity
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    ChangeLimits,
    LayCycle,
    change_cells,
    change_limits,
    lay_cycle,
)
from openblock.features.roster.queries import TeamCycle, month_roster
from openblock.features.roster.rules import Limits
from tests.factories import with_duty, with_officer, with_templates
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.living import back_and_again, refusals, rows, typed

LATER = NEXT + timedelta(days=1)


@pytest.fixture
def officer(store):
    with_templates(store)
    return with_officer(store)


def forbid(store):
    store.run(change_limits, ChangeLimits(Limits(rest_severity=Severity.ERROR)))


@pytest.mark.parametrize(("before", "after", "refused"), [
    # 09:00 to 21:00 and again at 09:00: twelve hours; eleven are asked for.
    ("D", "D", False),
    # 21:00 to 09:00 and again at 09:00: none.
    ("N", "D", True),
    # A whole day asks for as much; twelve hours are too few.
    ("24", "N", True),
])  # fmt: skip
def test_ro_04_as_an_error_refuses_the_short_rest_a_paste_makes(
    store, officer, before, after, refused
):
    forbid(store)
    edits = ChangeCells((CellEdit(officer, DAY, before), CellEdit(officer, NEXT, after)))
    if refused:
        assert refusals(store, change_cells, edits) == ["rest-too-short"]
    else:
        store.run(change_cells, edits)


def test_ro_04_holds_for_a_cycle_as_for_what_is_typed(store, officer):
    forbid(store)
    request = LayCycle(DAY, LATER, (TeamCycle(1, ("24", "N"), DAY),))
    assert set(refusals(store, lay_cycle, request)) == {"rest-too-short"}


def test_an_absence_between_two_duties_that_stood_too_near_is_never_refused(store, officer):
    with_duty(store, officer, DAY, "24")
    with_duty(store, officer, NEXT, "N")
    forbid(store)
    before = rows(store)
    done = typed(store, officer, (LATER, "S"))
    back_and_again(store, before, done)


def test_ro_08_a_cycle_is_never_laid_onto_absent_time_and_fills_what_an_absence_left(
    store, officer
):
    cycle = LayCycle(DAY, DAY + timedelta(days=7), (TeamCycle(1, ("24", "", "", ""), DAY),))
    store.run(lay_cycle, cycle)
    fourth = DAY + timedelta(days=4)
    typed(store, officer, (fourth, "A"))
    assert store.run(lay_cycle, cycle).value == 0
    typed(store, officer, (fourth, None))
    assert store.read(month_roster, 2026, 11).duties.keys() == {(officer, DAY)}
    before = rows(store)
    done = store.run(lay_cycle, cycle)
    assert store.read(month_roster, 2026, 11).duties.keys() == {(officer, DAY), (officer, fourth)}
    back_and_again(store, before, done)


def test_ro_08_a_duty_of_the_cycle_that_would_run_into_an_absence_is_not_laid(store, officer):
    typed(store, officer, (NEXT, "S"))
    cycle = LayCycle(DAY, DAY, (TeamCycle(1, ("24",), DAY),))
    assert store.run(lay_cycle, cycle).value == 0
    assert store.read(month_roster, 2026, 11).duties == {}

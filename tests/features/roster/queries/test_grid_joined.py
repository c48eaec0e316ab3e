"""What hangs on duties stands in the roster: marks among its problems, names beside officers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.errors import Severity
from openblock.features.roster.commands import (
    AcceptProblem,
    CellEdit,
    ChangeCells,
    LayCycle,
    accept_problem,
    change_cells,
    lay_cycle,
)
from openblock.features.roster.queries import TeamCycle, cycle_preview, join, joined, roster
from openblock.features.staff.commands import ChangeOfficer, change_officer
from openblock.features.staff.queries import officer_card
from tests.factories import with_officer, with_templates
from tests.features.roster.days import DAY, NEXT
from tests.features.roster.practising import Practice, Shadow


@pytest.fixture
def who(store, monkeypatch):
    monkeypatch.setattr(joined, "_joined", {})
    with_templates(store)
    officer = with_officer(store)
    edit(store, officer, DAY, "24")
    return officer


@pytest.fixture
def practice(who):
    """Elīna beside the officer on both days; the second has no duty."""
    made = Practice(Shadow(who, DAY), Shadow(who, NEXT))
    join(made.join)
    return made


def edit(store, officer, day, code):
    store.run(change_cells, ChangeCells((CellEdit(officer, day, code),)))


def problems(store, first=DAY, last=NEXT):
    return [each for each in store.read(roster, first, last).problems if each.tab]


def test_ro_12_what_hangs_on_no_duty_any_more_is_a_problem_in_that_cell(store, who, practice):
    (found,) = problems(store)
    assert (found.problem.code, found.day) == ("practice-needs-replanning", NEXT)
    assert (found.officer_id, found.name) == (who, "Bērziņš J.")
    assert found.cells == ((who, NEXT),)
    assert (found.tab, found.place) == ("shadowing", {"trainee_id": 3, "day": NEXT})
    edit(store, who, NEXT, "D")
    assert problems(store) == []


def test_tr_05_it_is_not_settled_by_a_reason_given_in_the_roster(store, who, practice):
    request = AcceptProblem(who, NEXT, "practice-needs-replanning", "the mentor is ill")
    store.run(accept_problem, request)
    (found,) = problems(store)
    assert found.accepted is None
    assert not found.may_stay
    assert found.problem.severity is Severity.WARNING


def test_a_warning_of_the_roster_itself_may_stay_an_error_and_a_gap_may_not(store, who):
    edit(store, who, NEXT, "24")
    (rest,) = store.read(roster, DAY, NEXT).problems
    assert rest.may_stay
    assert not replace(rest, problem=replace(rest.problem, severity=Severity.ERROR)).may_stay
    assert not replace(rest, officer_id=None).may_stay


def test_who_stands_beside_an_officer_is_in_the_roster_by_cell(store, who, practice):
    assert store.read(roster, DAY, NEXT).beside == {(who, DAY): ("Zariņa Elīna 09:00–21:00",)}
    assert store.read(roster, NEXT, NEXT).beside == {}


def test_tr_15_a_trainee_reads_the_roster_without_other_trainees(store_as, store, who, practice):
    shown = store_as("trainee").read(roster, DAY, NEXT)
    assert (shown.beside, [each for each in shown.problems if each.tab]) == ({}, [])
    assert (who, DAY) in shown.duties


def test_tr_05_an_officer_who_left_stays_in_the_grid_where_practice_hangs_on(store, who, practice):
    edit(store, who, DAY, None)
    card = store.read(officer_card, who)
    left = replace(card.content, last_day=DAY - timedelta(days=30))
    store.run(change_officer, ChangeOfficer(who, card.version, left))
    shown = store.read(roster, DAY, NEXT)
    assert [each.officer_id for each in shown.officers] == [who]
    assert [each.day for each in problems(store)] == [DAY, NEXT]


def test_ro_12_a_cycle_says_beforehand_who_stands_beside_the_duties_it_changes(
    store, who, practice
):
    edit(store, who, DAY, None)
    laid = LayCycle(DAY, NEXT, (TeamCycle(1, ("D", "24"), DAY),))
    assert [each.beside for each in store.read(cycle_preview, laid)] == [(), ()]
    store.run(lay_cycle, laid)
    other = LayCycle(DAY, NEXT, (TeamCycle(1, ("", "D"), DAY),))
    found = {each.day: (each.outcome, each.beside) for each in store.read(cycle_preview, other)}
    assert found[NEXT] == ("change", ("Zariņa Elīna 09:00–21:00",))
    stays = LayCycle(DAY, NEXT, (TeamCycle(1, ("N", "24"), DAY),))
    assert NEXT not in {each.day for each in store.read(cycle_preview, stays)}


def test_a_duty_set_by_hand_stays_so_nobody_beside_it_is_named(store, who, practice):
    laid = LayCycle(DAY, DAY, (TeamCycle(1, ("N",), DAY),))
    (found,) = store.read(cycle_preview, laid)
    assert (found.outcome, found.beside) == ("kept", ())

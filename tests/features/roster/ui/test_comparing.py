"""Two rosters of the same days: what differs, and what of it upset something."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from openblock.errors import Problem, Severity
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import Roster, RosterProblem, roster
from openblock.features.roster.ui.comparing import (
    cells_changed,
    key_of,
    keys_in,
    upset_between,
)
from tests.features.roster.ui.conftest import TODAY, Block

TOMORROW = TODAY + timedelta(days=1)


def mark(block: Block, day=TODAY, **facts: object) -> RosterProblem:
    problem = Problem("practice-needs-replanning", Severity.WARNING, {"trainee": "Z", **facts})
    cell = (block.berzins, day)
    return RosterProblem(problem, block.berzins, "Bērziņš J.", day, (cell,), tab="shadowing")


@pytest.fixture
def shown(block: Block) -> Roster:
    return read(block)


def read(block: Block) -> Roster:
    return block.store.read(roster, TODAY, TODAY + timedelta(days=6))


def plan(block: Block, code: str | None, day=TODAY) -> Roster:
    block.store.run(change_cells, ChangeCells((CellEdit(block.berzins, day, code),)))
    return read(block)


def test_cells_that_hold_another_duty_are_counted(block: Block, shown: Roster) -> None:
    one = plan(block, "D")
    assert (cells_changed(shown, one), cells_changed(one, one)) == (1, 0)
    assert cells_changed(shown, plan(block, "N", TOMORROW)) == 2
    assert cells_changed(one, plan(block, "8")) == 2


def test_why_something_is_upset_makes_it_no_other_thing(block: Block, shown: Roster) -> None:
    gone, moved = mark(block, upset="duty-gone"), mark(block, upset="duty-moved")
    assert key_of(gone) == key_of(moved)
    assert key_of(gone) != key_of(mark(block, TOMORROW))
    assert key_of(gone) != key_of(mark(block, start=TODAY))
    assert keys_in(replace(shown, problems=(gone, replace(moved, tab="")))) == {key_of(gone)}


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_upset_is_what_was_not_before_where_a_duty_near_it_changed(
    block: Block, shown: Roster, days: int
) -> None:
    changed = plan(block, "D", TOMORROW)
    each = mark(block, TOMORROW + timedelta(days=days))
    now = replace(changed, problems=(each,))
    (found,) = upset_between(shown, now)
    assert (found.problem, found.key) == (each, key_of(each))
    assert found.cell == (block.berzins, TOMORROW)
    assert upset_between(replace(shown, problems=(each,)), now) == []
    assert upset_between(changed, now) == []


def test_a_change_two_days_off_or_a_problem_of_the_roster_itself_is_no_upset(
    block: Block, shown: Roster
) -> None:
    far = mark(block, TOMORROW + timedelta(days=2))
    own = replace(mark(block, TOMORROW), tab="")
    now = replace(plan(block, "D", TOMORROW), problems=(far, own))
    assert upset_between(shown, now) == []

"""What the roster shows of practice by its cells, and what it must not take away (RO-12)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from openblock.errors import RuleBroken, Severity
from openblock.features.accounts.rights import Role
from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import joined, roster
from openblock.features.shadowing.queries.joining import SHADOWING
from openblock.features.shadowing.rules.content import Upset
from tests.features.shadowing.practising import ELINA, on
from tests.features.shadowing.queries.asking import MONDAY, SUNDAY, statements

REPLAN = "practice-needs-replanning"


def marked(block, first=MONDAY, last=SUNDAY):
    found = block.store.read(roster, first, last)
    return [each for each in found.problems if each.problem.code == REPLAN]


def test_ro_12_a_lost_shift_is_told_on_the_officer_s_cell_of_that_duty(block):
    assert marked(block) == []
    block.duty(block.normunds, 26, None)
    found = marked(block)
    assert [each.problem.facts["trainee"] for each in found] == ["Zariņa Elīna", "Balode Sintija"]
    cell = (block.normunds, date(2026, 3, 26))
    assert {each.cells for each in found} == {(cell,)}
    problem = found[0].problem
    assert (problem.severity, problem.facts["upset"]) == (Severity.WARNING, Upset.DUTY_GONE)
    assert (problem.facts["start"], problem.facts["end"]) == (on(26, 9), on(26, 21))
    assert problem.facts["mentor"] == "Lācis Normunds"


def test_ro_12_a_shift_after_midnight_is_marked_on_the_day_its_duty_began(block):
    number = block.plan(block.gatis, block.ilze, 28, (2, 9))
    block.duty(block.ilze, 27, "D")
    found = marked(block, date(2026, 3, 27), date(2026, 3, 27))
    assert [each.cells for each in found] == [((block.ilze, date(2026, 3, 27)),)]
    assert marked(block, date(2026, 3, 28), date(2026, 3, 28)) == []
    assert number


def test_tr_15_a_trainee_sees_the_roster_and_no_mark_of_anybody_s_practice(block):
    block.duty(block.normunds, 26, None)
    block.sign_in(ELINA, Role.TRAINEE)
    assert marked(block) == []


def test_a_roster_in_which_nothing_is_lost_asks_twice_for_practice(block, monkeypatch):
    monkeypatch.setattr(joined, "_joined", {SHADOWING.key: SHADOWING})
    joins = statements(block.store, roster, MONDAY, SUNDAY)
    monkeypatch.setattr(joined, "_joined", {})
    alone = statements(block.store, roster, MONDAY, SUNDAY)
    # What is lost, and who stands beside whom.
    assert joins - alone == 2


def beside(block, first, last):
    with Session(block.store.engine.execution_options(readonly=True)) as session:
        return dict(SHADOWING.beside(session, first, last))


def test_who_stands_beside_an_officer_is_told_by_the_duty_s_day(block):
    found = beside(block, date(2026, 3, 26), date(2026, 3, 28))
    assert found == {
        (block.normunds, date(2026, 3, 26)): (
            "Balode S. 09:00–21:00",
            "Zariņa E. 09:00–21:00",
        ),
        (block.agnese, date(2026, 3, 28)): ("Straume G. 20:00–08:00",),
    }
    assert beside(block, date(2026, 3, 29), date(2026, 3, 30)) == {}
    assert beside(block, date(2026, 3, 4), date(2026, 3, 7)) == {
        (block.agnese, date(2026, 3, 4)): ("Zariņa E. 09:00–20:30",)
    }


def test_nobody_stands_beside_an_officer_whose_duty_is_gone(block):
    block.duty(block.normunds, 26, "8")
    assert beside(block, date(2026, 3, 26), date(2026, 3, 26)) == {}


@pytest.mark.parametrize("code", [None, "8", "N"])
def test_ro_12_a_duty_that_confirmed_hours_stand_in_is_neither_cut_nor_moved(block, code):
    with pytest.raises(RuleBroken) as refused:
        block.duty(block.agnese, 4, code)
    problem = refused.value.problems[0]
    assert problem.code == "practice-confirmed-on-duty"
    assert problem.facts["name"] == "Liepa Agnese"
    assert problem.facts["trainee"] == "Zariņa Elīna"
    assert (problem.facts["start"], problem.facts["end"]) == (on(4, 9), on(4, 20.5))


def test_ro_12_a_duty_may_be_changed_as_long_as_it_holds_the_confirmed_hours(block):
    block.duty(block.agnese, 4, "D")
    # What was missed or is only planned keeps nobody from changing the duty.
    block.duty(block.ilze, 7, None)
    block.duty(block.normunds, 18, None)


def test_ro_12_a_sweep_is_refused_for_every_confirmed_shift_in_it(block):
    edits = (
        CellEdit(block.agnese, date(2026, 3, 4), None),
        CellEdit(block.agnese, date(2026, 3, 8), None),
        CellEdit(block.ilze, date(2026, 3, 7), None),
    )
    with pytest.raises(RuleBroken) as refused:
        block.store.run(change_cells, ChangeCells(edits))
    assert [each.code for each in refused.value.problems] == ["practice-confirmed-on-duty"]

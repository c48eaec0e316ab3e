"""A warning left as it is keeps its reason, who gave it and when."""

import pytest

from openblock.errors import RuleBroken
from openblock.features.roster.commands import (
    AcceptProblem,
    CellEdit,
    ChangeCells,
    WithdrawAcceptance,
    accept_problem,
    change_cells,
    withdraw_acceptance,
)
from openblock.features.roster.queries import month_roster
from tests.factories import with_officer, with_templates
from tests.features.roster.days import DAY, NEXT

CODE = "rest-too-short"


@pytest.fixture
def officer(store):
    with_templates(store)
    officer = with_officer(store)
    edits = (CellEdit(officer, DAY, "24"), CellEdit(officer, NEXT, "N"))
    store.run(change_cells, ChangeCells(edits))
    return officer


def reason(store):
    (found,) = store.read(month_roster, DAY.year, DAY.month).problems
    return found.accepted and (found.accepted.reason, found.accepted.by)


def test_a_reason_stays_beside_the_problem_and_can_be_changed_and_withdrawn(store, officer):
    assert reason(store) is None
    first = store.run(accept_problem, AcceptProblem(officer, NEXT, CODE, " aizvieto  Sīli "))
    assert reason(store) == ("aizvieto Sīli", "Anna Bērziņa")
    store.run(accept_problem, AcceptProblem(officer, NEXT, CODE, "cits iemesls"))
    assert reason(store)[0] == "cits iemesls"
    withdrawn = store.run(withdraw_acceptance, WithdrawAcceptance(officer, NEXT, CODE))
    assert reason(store) is None
    store.run(withdrawn.undo.command, withdrawn.undo.request, undoes=True)
    assert reason(store)[0] == "cits iemesls"
    store.run(first.undo.command, first.undo.request, undoes=True)
    assert reason(store) is None


def test_the_reason_is_for_who_may_read_why_somebody_is_away(store_as, store, officer):
    store.run(accept_problem, AcceptProblem(officer, NEXT, CODE, "aizvieto saslimušu"))
    assert reason(store_as("auditor")) == ("aizvieto saslimušu", "Anna Bērziņa")
    for role in ("duty_officer", "practice_coordinator", "trainee"):
        assert reason(store_as(role)) == ("", "Anna Bērziņa")


@pytest.mark.parametrize(
    ("words", "fine"),
    [
        ("abcd", False),
        ("abcde", True),
        ("x" * 501, False),
        ("abcde\N{RIGHT-TO-LEFT OVERRIDE}", False),
    ],
)
def test_a_reason_has_five_characters_at_least_and_all_are_seen(store, officer, words, fine):
    request = AcceptProblem(officer, NEXT, CODE, words)
    if fine:
        store.run(accept_problem, request)
    else:
        with pytest.raises(RuleBroken):
            store.run(accept_problem, request)
    assert (reason(store) is not None) is fine

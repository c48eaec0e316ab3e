"""Refusals carry codes and facts; words are made elsewhere."""

from openblock.errors import NotAllowed, Problem, RuleBroken, Severity


def test_a_broken_rule_carries_all_its_problems():
    first, second = Problem("a-b"), Problem("c-d", Severity.WARNING, {"n": 1}, "field")
    refused = RuleBroken(first, second)
    assert refused.problems == (first, second)
    assert "c-d" in str(refused)


def test_a_forbidden_operation_names_itself_and_the_role():
    assert NotAllowed("roster.change_cells", "trainee").facts == {
        "operation": "roster.change_cells",
        "role": "trainee",
    }

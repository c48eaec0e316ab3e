"""The stored row of a request, or the refusal; and which warnings a reason answers."""

from __future__ import annotations

import pytest

from openblock.errors import Problem, RuleBroken, Severity
from openblock.features.residents.commands.stored import demand_reason, settle

ERROR = Problem("bad")
ONE = Problem("one", Severity.WARNING)
TWO = Problem("two", Severity.WARNING)
SAID = Problem("said", Severity.INFORMATION)


def refused(*found, reason="", **facts) -> list[str]:
    with pytest.raises(RuleBroken) as broken:
        settle(found, reason, **facts)
    return [each.code for each in broken.value.problems]


def test_without_problems_no_reason_is_asked_for_or_kept():
    assert settle((), "") == {}
    assert settle([SAID], "a good reason") == {}


def test_errors_and_open_warnings_are_told_together_in_their_order():
    assert refused(ONE, ERROR, SAID, TWO) == ["one", "bad", "two"]


def test_a_reason_answers_for_every_warning_at_once():
    assert settle([ONE, TWO], " a  good reason ") == {
        "one": "a good reason",
        "two": "a good reason",
    }


def test_an_answered_warning_keeps_its_own_reason_beside_a_new_one():
    kept = settle([ONE, TWO], "a new reason", before=[ONE], accepted={"one": "an old one"})
    assert kept == {"one": "an old one", "two": "a new reason"}


def test_a_reason_for_what_is_no_more_is_dropped():
    assert settle([], "", before=[ONE], accepted={"one": "an old one"}) == {}


def test_a_reason_that_is_too_long_is_a_problem_of_its_own():
    assert refused(ONE, reason="x" * 501) == ["one", "reason-needed"]
    assert refused(ONE, reason="abcd") == ["one"]
    assert refused(reason="x" * 501) == ["reason-needed"]
    assert refused(reason="\ud800") == ["text-not-printable"]


def test_where_a_reason_is_always_needed_it_is_given_back_tidied():
    assert demand_reason("  tā   lēma ") == "tā lēma"
    with pytest.raises(RuleBroken):
        demand_reason("    abcd  ")

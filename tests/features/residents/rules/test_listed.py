from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from openblock.errors import Problem, Severity
from openblock.features.residents.rules.content import ResidentContent, Status, StayContent
from openblock.features.residents.rules.listed import (
    ListRules,
    arrival_problems,
    entry_problems,
    kept_out,
    known_entry_problems,
    new_entry_problems,
)

BORN = date(1980, 5, 6)
JANIS = ResidentContent("Bērziņš", "Jānis", "", BORN)
ADMITTED = datetime(2026, 10, 12, 11, 30, tzinfo=UTC)
RULES = ListRules(date(2026, 11, 22), "warn", 18)


def codes(found) -> list[str]:
    return [each.code for each in found]


def test_an_entry_is_judged_by_the_rules_of_the_form():
    stay = StayContent(ADMITTED, sentence_start=BORN, sentence_end=date(1979, 1, 1))
    young = ResidentContent("B3rziņš", "Jānis", "161175-19996", date(2010, 1, 1))
    assert codes(entry_problems(young, stay, RULES)) == [
        *("name-sign", "personal-code-other-date", "personal-code-check-digit"),
        *("sentence-ends-before-start", "resident-under-age"),
    ]
    assert entry_problems(JANIS, None, RULES) == ()


def test_somebody_new_needs_an_arrival_and_something_to_be_known_by():
    assert codes(new_entry_problems(ResidentContent("Bērziņš", "Jānis"), None)) == [
        *("list-no-arrival", "list-unrecognisable"),
    ]
    assert codes(new_entry_problems(JANIS, ADMITTED)) == []
    coded = ResidentContent("Bērziņš", "Jānis", "161175-19997")
    assert codes(new_entry_problems(coded, ADMITTED)) == []


def test_who_has_been_here_before_is_not_admitted_by_a_list():
    found = list(known_entry_problems(JANIS, JANIS, Status.DISCHARGED, date(2026, 1, 2)))
    assert codes(found) == ["list-been-here"]
    assert found[0].facts == {"name": "Bērziņš Jānis", "day": date(2026, 1, 2)}
    assert list(known_entry_problems(JANIS, JANIS, Status.PLANNED, None)) == []


@pytest.mark.parametrize(
    ("surname", "given_name", "refused"),
    [
        ("Ozols", "Pēteris", True),
        ("Ozols", "Jānis", False),
        ("Bērziņš", "Pēteris", False),
        ("Jānis", "Bērziņš", False),
        ("BĒRZIŅŠ", "Pēteris", False),
    ],
)
def test_a_code_does_not_go_over_to_somebody_of_another_name(surname, given_name, refused):
    after = ResidentContent(surname, given_name)
    found = codes(known_entry_problems(JANIS, after, Status.PRESENT, None))
    assert found == (["list-other-name"] if refused else [])


def test_an_arrival_does_not_move():
    assert list(arrival_problems(ADMITTED, ADMITTED)) == []
    moved = list(arrival_problems(ADMITTED, ADMITTED.replace(minute=31)))
    assert codes(moved) == ["list-other-arrival"]


def test_a_warning_keeps_a_row_out_and_says_where_a_reason_can_be_given():
    warning = Problem("personal-code-check-digit", Severity.WARNING, field="personal_code")
    remark = Problem("something-to-know", Severity.INFORMATION)
    found = kept_out([warning, remark])
    assert [(each.code, each.severity) for each in found] == [
        ("personal-code-check-digit", Severity.ERROR),
        ("something-to-know", Severity.INFORMATION),
        ("list-by-hand", Severity.INFORMATION),
    ]
    assert found[0].field == "personal_code"


def test_a_warning_that_was_answered_before_is_not_met_again():
    warning = Problem("personal-code-check-digit", Severity.WARNING)
    assert kept_out([warning], [warning], [warning.code]) == ()
    assert codes(kept_out([warning], [warning], [])) == [warning.code, "list-by-hand"]
    other = Problem(warning.code, Severity.WARNING, {"now": "another"})
    assert codes(kept_out([other], [warning], [warning.code])) == [warning.code, "list-by-hand"]


def test_an_error_is_never_answered_by_an_earlier_reason():
    error = Problem("name-sign")
    assert codes(kept_out([error], [error], ["name-sign"])) == ["name-sign"]

"""Everything people, their marks and pairs can be refused for reads as whole sentences."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import KnownError, Problem
from openblock.features.residents.rules.content import AlertContent, ResidentContent
from openblock.features.residents.rules.marks import alert_problems, photo_problems
from openblock.features.residents.rules.names import name_problems
from openblock.features.residents.rules.people import Known, content_problems, others_problems
from openblock.features.residents.rules.reasons import reason_problems
from openblock.ui.messages import words
from openblock.ui.messages.residents import WORDS

TODAY = date(2026, 11, 22)
WRONG = ResidentContent("Bē2", "-", "161175-19996", date(2027, 1, 1), sex="x", needs=("lower_bed",))
OTHER = Known(7, "Bērziņš Jānis", True, date(2027, 1, 1), "161175-19996")
TWIN = Known(8, "Bērziņš Jānis", True, date(2027, 1, 1), None)
FACTS = {
    "years": 10,
    "first": "Bērziņš Jānis",
    "second": "Ozols Andris",
    "file": "a.jpg",
    "number": 7,
}


def real() -> dict[str, Problem]:
    """The problems the rules make, with the facts they give them."""
    code = ResidentContent("a", "b", "12")
    dated = ResidentContent("a", "b", "161375-19997")
    alert = AlertContent("x", "x", TODAY, date(2026, 1, 1))
    found = [
        *content_problems(WRONG, TODAY),
        *content_problems(code, TODAY),
        *content_problems(dated, TODAY),
        *others_problems(WRONG, [OTHER, TWIN]),
        *name_problems("surname", "Bē2"),
        *alert_problems(alert),
        *photo_problems(b".".ljust(300 * 1024 + 1)),
        *reason_problems(""),
    ]
    return {each.code: each for each in found}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_refusal_reads_as_a_sentence_without_its_code(code):
    said = words(real().get(code) or Problem(code, facts=FACTS))
    assert said[0].isupper() or said[0] in "“a"
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said


def test_the_facts_stand_in_the_sentence_as_they_are():
    found = real()
    assert "“2”" in words(found["name-sign"])
    assert "161375" in words(found["personal-code-date"])
    assert "born on 16/11/1975, but 01/01/2027" in words(found["personal-code-other-date"])
    assert words(found["personal-code-taken"]).startswith("Bērziņš Jānis already has")
    assert "5 to 500" in words(found["reason-needed"])
    assert "307 kB" in words(found["photo-too-large"])
    assert "10 years" in words(Problem("erase-too-early", facts=FACTS))
    assert "a.jpg" in words(KnownError("photo-not-a-picture", file="a.jpg"))


def test_the_digits_of_a_wrong_code_are_not_said_aloud():
    assert "19996" not in words(real()["personal-code-check-digit"])


def test_a_possible_duplicate_is_told_with_and_without_a_birth_date():
    found = real()["resident-may-exist"]
    assert "born on 01/01/2027" in words(found)
    undated = Problem(found.code, found.severity, {**found.facts, "birth_date": None})
    assert "born" not in words(undated)

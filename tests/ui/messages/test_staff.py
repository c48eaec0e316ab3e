"""Everything an officer's entry can be refused for reads as whole sentences."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.errors import KnownError, Problem
from openblock.features.staff.rules import Bearers, OfficerContent, problems_of
from openblock.ui.messages import words
from openblock.ui.messages.staff import WORDS

JANIS = OfficerContent("A-1", "Jānis", "O'Brien <b>", date(2026, 5, 1))
WRONG = OfficerContent(
    "A-1", "Jānis", "O'Brien <b>", date(1900, 1, 1), team=100, last_day=date(1899, 1, 1)
)
FACTS = {"name": "O'Brien <b> Jānis"}


def real() -> dict[str, Problem]:
    """The problems the rules make, with the facts they give them."""
    found = [*problems_of(WRONG), *Bearers([(1, JANIS)]).clashes(2, WRONG)]
    return {each.code: each for each in found}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_refusal_reads_as_a_sentence_without_its_code(code):
    said = words(real().get(code) or Problem(code, facts=FACTS))
    assert said[0].isupper()
    assert said.endswith((".", "?"))
    assert code not in said
    assert "{" not in said


def test_facts_stand_in_the_sentence_as_they_are():
    problems = real()
    assert "O'Brien <b> Jānis" in words(problems["officer-badge-taken"])
    assert "from 1 to 99" in words(problems["officer-team-out-of-range"])
    assert "between 1950 and 2100" in words(problems["date-out-of-range"])


def test_an_officer_without_a_known_name_is_still_spoken_of():
    assert words(KnownError("officers-changed-meanwhile", name="")).startswith("An officer")

"""Everything stays, releases and prisons can be refused for reads as whole sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.features.residents.rules.content import PrisonContent, StayContent
from openblock.features.residents.rules.marks import prison_problems
from openblock.features.residents.rules.stays import age_problems, release_problems, stay_problems
from openblock.ui.messages import words
from openblock.ui.messages.stays import WORDS

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
STAY = StayContent(NOW, NOW, sentence_start=date(2026, 2, 2), sentence_end=date(2026, 2, 1))
HERE = StayContent(NOW - timedelta(days=9), FOREVER, discharge_kind="released")
FACTS = {"name": "Jelgavas cietums", "day": date(2026, 11, 22)}


def real() -> dict[str, Problem]:
    """The problems the rules make, with the facts they give them."""
    prison = PrisonContent("x", date(2026, 1, 2), date(2026, 1, 1))
    late = replace(HERE, discharged=NOW - timedelta(days=4))
    found = [
        *stay_problems(STAY),
        *stay_problems(StayContent(NOW), [HERE]),
        *age_problems(date(2010, 1, 1), NOW, 18),
        *release_problems(replace(HERE, discharged=HERE.admitted), (), NOW),
        *release_problems(late, (), NOW),
        *prison_problems(prison, taken=True),
    ]
    return {each.code: each for each in found}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_refusal_reads_as_a_sentence_without_its_code(code):
    said = words(real().get(code) or Problem(code, facts=FACTS))
    assert said[0].isupper() or said[0] == "x"
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said


def test_the_facts_stand_in_the_sentence_as_they_are():
    found = real()
    assert "16 years old" in words(found["resident-under-age"])
    assert "youngest age is 18" in words(found["resident-under-age"])
    assert "72 hours" in words(found["release-long-ago"])
    assert "on 22/11/2026" in words(Problem("prison-not-in-use", facts=FACTS))


def test_an_overlap_names_the_other_stay_with_or_without_an_end():
    found = real()["stays-overlap"]
    assert "since 13/11/2026 12:00" in words(found)
    ended = Problem(found.code, found.severity, {**found.facts, "discharged": NOW})
    assert "from 13/11/2026 12:00 to 22/11/2026 12:00" in words(ended)

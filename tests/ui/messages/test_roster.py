"""Everything the roster finds or refuses has words made of its facts."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import openblock.features.roster
from openblock.errors import Problem
from openblock.ui.messages import has_words, words
from openblock.ui.messages.roster import WORDS

START = datetime(2026, 11, 24, 7, tzinfo=UTC)
END = datetime(2026, 11, 25, 7, tzinfo=UTC)
FACTS: dict[str, dict[str, object]] = {
    "duty-overlaps": {"start": END, "other_start": START, "other_end": END},
    "rest-too-short": {
        "rest": 0,
        "needed": 1440,
        "length": 1440,
        "ended": END,
        "starts": END,
    },
    "weekly-rest-missing": {"needed": 2100, "window_days": 7, "since": START},
    "staffing-gap": {"start": START, "end": END, "present": 1, "needed": 2, "post": ""},
    "officer-not-active": {"first_day": date(2026, 1, 1), "last_day": None},
    "duty-length": {"minutes": 30, "least": 60, "most": 1500},
    "unknown-code": {"code": "X"},
    "cell-changed-meanwhile": {
        "name": "Bērziņš Jānis",
        "day": date(2026, 11, 24),
        "yours": "24",
        "theirs": "",
        "who": "Vītola Kristīne",
        "when": START,
    },
    "template-length": {"least": 60, "most": 1440},
    "reason-length": {"least": 5, "most": 500},
}
PLAIN: dict[str, object] = {"most": 3, "code": "24", "name": "Day"}


def raised() -> list[str]:
    folder = Path(openblock.features.roster.__path__[0])
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    return sorted(set(re.findall(r"(?:Problem|KnownError)\(\s*\"([a-z-]+)\"", source)))


@pytest.mark.parametrize("code", raised())
def test_every_code_of_the_roster_has_words(code: str) -> None:
    assert has_words(code)


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_whole_sentences_without_gaps(code: str) -> None:
    said = words(Problem(code, facts=FACTS.get(code, PLAIN)))
    assert code not in said
    assert "{" not in said
    assert said[0].isupper() or said[0].isdigit() or said[0] == "“"
    assert said.endswith(".")


def test_a_refusal_begins_with_whose_cell_it_is() -> None:
    facts = {**FACTS["rest-too-short"], "name": "Ozoliņš Jānis", "day": date(2026, 11, 24)}
    said = words(Problem("rest-too-short", facts=facts))
    assert said.startswith("Ozoliņš Jānis, 24 Nov: The next duty starts 25 Nov 09:00, at once")


def test_short_rest_names_both_ends() -> None:
    facts = {**FACTS["rest-too-short"], "rest": 60, "ended": START}
    said = words(Problem("rest-too-short", facts=facts))
    assert said == "Rest 1 h from 24 Nov 09:00 to 25 Nov 09:00, needed 24 h after 24 h."


def test_a_gap_at_a_post_names_the_post() -> None:
    said = words(Problem("staffing-gap", facts={**FACTS["staffing-gap"], "post": "gate"}))
    assert said == "09:00–09:00: 1 on duty at gate, 2 needed."


def test_a_last_day_is_said_with_the_first() -> None:
    facts = {"first_day": date(2026, 1, 1), "last_day": date(2026, 6, 30)}
    said = words(Problem("officer-not-active", facts=facts))
    assert said == "Serves only from 01/01/2026 to 30/06/2026."


def test_a_cell_changed_by_nobody_known_is_said_too() -> None:
    facts = {**FACTS["cell-changed-meanwhile"], "who": "", "when": None}
    assert "somebody" in words(Problem("cell-changed-meanwhile", facts=facts))

"""Every refusal has words; a code without them can still be read out."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime

import pytest

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.i18n import set_language
from openblock.resources import resource
from openblock.ui.messages import has_words, sentences, wordings, words
from openblock.ui.messages.facts import fact, size, wait
from openblock.ui.messages.paper import WORDS as PAPER
from openblock.ui.messages.storage import WORDS as STORAGE

FACTS = {
    "path": "/home/block.openblock",
    "folder": "/media/stick",
    "seconds": 90,
    "who": "Bērziņa A.",
    "when": datetime(2026, 11, 22, 2, 52, tzinfo=UTC),
    "number": 7,
    "last": 5,
    "row": 3,
    "table": "duties",
    "reason": "no paper",
}
RAISED = {"KnownError", "StorageTrouble", "Problem"}


def codes_raised() -> set[str]:
    """Every code written out in the programme's own modules."""
    house = resource("icons").parent.parent / "openblock"
    found = set()
    for path in house.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "id", "")
                code = node.args[0]
                if name in RAISED and isinstance(code, ast.Constant):
                    found.add(str(code.value))
    return found


def test_every_code_the_programme_raises_has_words():
    assert sorted(code for code in codes_raised() if not has_words(code)) == []


@pytest.mark.parametrize("code", sorted(STORAGE | PAPER))
def test_each_is_a_whole_sentence_with_its_facts(code):
    said = words(KnownError(code, **FACTS))
    assert said[0].isupper()
    assert said.endswith(".")
    assert "{" not in said
    assert code not in said


def test_a_code_without_words_can_still_be_read_out():
    assert words(KnownError("brand-new", row=3)) == "This was refused (brand-new). row: 3"
    assert not has_words("brand-new")


def test_a_missing_fact_does_not_hide_the_refusal():
    assert "print-refused" in words(KnownError("print-refused"))


def test_a_broken_rule_says_all_its_problems():
    broken = RuleBroken(Problem("disk-full"), Problem("file-busy"))
    assert len(sentences(broken)) == 2
    assert words(broken) == " ".join(sentences(broken))


def test_days_moments_waits_and_sizes_read_as_the_language_has_them():
    facts = {"day": date(2026, 11, 22), "at": FACTS["when"], "name": "Ozols"}
    assert [fact(facts, each) for each in ("day", "at", "name")] == [
        "22/11/2026",
        "22/11/2026 04:52",
        "Ozols",
    ]
    assert (wait(1), wait(45), wait(61)) == ("1 second", "45 seconds", "2 minutes")
    assert (size(10), size(640_000), size(12_400_000)) == ("1 kB", "640 kB", "12.4 MB")
    set_language("lv")
    assert size(12_400_000) == "12,4 MB"


def test_two_features_do_not_word_one_code():
    assert len(wordings()) > len(STORAGE)

"""Every refusal of accounts reads as whole sentences, with its facts in them."""

from __future__ import annotations

import pytest

from openblock.errors import Problem
from openblock.ui.messages import words
from openblock.ui.messages.accounts import WORDS

FACTS = {
    "name": "O'Brien <b>",
    "length": 131,
    "longest": 120,
    "shortest": 10,
    "lowest": 1,
    "highest": 15,
    "key": "idle_minutes",
    "folder": "/mnt/stick",
    "path": "/data/block.openblock",
    "kind": "count",
}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_refusal_reads_as_a_sentence_without_its_code(code):
    said = words(Problem(code, facts=FACTS))
    assert said[0].isupper() or said.startswith("O'Brien")
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("code", "facts", "part"),
    [
        ("name-taken", {"name": "O'Brien <b>"}, "O'Brien <b>"),
        ("name-too-long", {"length": 131, "longest": 120}, "120"),
        ("password-too-short", {"shortest": 10}, "10 characters"),
        ("setting-out-of-range", {"kind": "years", "lowest": 14, "highest": 99}, "from 14 to 99"),
        (
            "setting-out-of-range",
            {"kind": "time_of_day", "lowest": 0, "highest": 1439},
            "from 00:00 to 23:59",
        ),
        (
            "setting-out-of-range",
            {"kind": "degrees", "lowest": -9000, "highest": 9000},
            "from \N{MINUS SIGN}90.00 to 90.00",
        ),
        ("folder-missing", {"folder": "/mnt/stick"}, "/mnt/stick"),
        ("block-file-exists", {"path": "/data/b"}, "/data/b"),
    ],
)
def test_the_facts_of_a_refusal_are_told(code, facts, part):
    assert part in words(Problem(code, facts=facts))

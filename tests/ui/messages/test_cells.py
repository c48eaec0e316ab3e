"""A cell that says something else than was meant is told so in whole sentences."""

from __future__ import annotations

import pytest

from openblock.errors import Problem
from openblock.ui.messages import words
from openblock.ui.messages.cells import WORDS

FACTS = {"shown": "12.10.26", "known": ("Woman", "Man"), "meant": "Bērziņš", "sign": "\u0410"}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_doubtful_cell_reads_as_a_sentence_without_its_code(code):
    said = words(Problem(code, facts=FACTS))
    assert said[0].isupper() or said.startswith("“")
    assert said.endswith(".")
    assert code not in said
    assert "12.10.26" in said


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("cell-not-one-of", "Woman, Man"),
        ("cell-garbled", "“Bērziņš”"),
        ("cell-two-alphabets", "“\u0410”"),
    ],
)
def test_a_doubtful_cell_names_what_was_meant(code, part):
    assert part in words(Problem(code, facts=FACTS))

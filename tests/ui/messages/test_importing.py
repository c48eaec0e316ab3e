"""Everything a list and its cells can be refused for reads as whole sentences."""

from __future__ import annotations

import pytest

from openblock.errors import Problem
from openblock.ui.messages import words
from openblock.ui.messages.importing import WORDS

FACTS = {
    "path": "/data/list.csv",
    "size": 123_456_789,
    "limit": 100_000_000,
    "length": 1200,
    "row": 7,
    "byte": "0x81",
    "sheet": "Saraksts",
    "place": 3,
    "sign": "U+200B",
    "shown": "rīta maiņa",
    "lowest": 1,
    "highest": 99,
    "range": "B2:B4",
    "cells": 4,
    "other_row": 9,
}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_fault_reads_as_a_sentence_without_its_code(code):
    said = words(Problem(code, facts=FACTS))
    assert said[0].isupper() or said.startswith(("“", "rīta"))
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("import-too-big", "123.5 MB; the most is 100.0 MB"),
        ("import-encoding-unknown", "row 7"),
        ("cell-merged", "B2:B4"),
        ("text-not-printable", "U+200B"),
        ("import-twice", "row 9"),
        ("cell-not-a-number", "“rīta maiņa”"),
        ("row-too-short", "4 cells"),
    ],
)
def test_a_fault_names_what_it_is_about(code, part):
    assert part in words(Problem(code, facts=FACTS))

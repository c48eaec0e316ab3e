"""What keeps a row of a list out reads as whole sentences, with its facts in them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from openblock.errors import Problem
from openblock.ui.messages import words
from openblock.ui.messages.lists import WORDS

FACTS = {
    "name": "O'Brien <b> Jānis",
    "day": date(2026, 1, 2),
    "stored": datetime(2026, 1, 2, 9, tzinfo=UTC),
    "surname": "Jānis",
    "given_name": "Bērziņš",
    "shown": "Jelgava",
    "nearest": "Jelgavas cietums",
    "most": 12,
    "section": "B",
    "room": "201",
    "code": "101",
    "floor": "1. stāvs",
    "beds": "101 A, 101 B",
}


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_fault_reads_as_a_sentence_without_its_code(code):
    said = words(Problem(code, facts=FACTS))
    assert said[0].isupper() or said.startswith("“")
    assert said.endswith(".")
    assert code not in said
    assert "{" not in said


@pytest.mark.parametrize(
    ("code", "part"),
    [
        ("list-been-here", "02/01/2026"),
        ("list-other-arrival", "02/01/2026 11:00"),
        ("list-prison-unknown", "“Jelgavas cietums”"),
        ("list-beds-taken-away", "101 A, 101 B"),
        ("list-section-sex", "room 201"),
    ],
)
def test_a_fault_names_what_it_is_about(code, part):
    assert part in words(Problem(code, facts=FACTS))


def test_a_prison_like_none_of_the_list_is_told_without_a_nearest_one():
    said = words(Problem("list-prison-unknown", facts={"shown": "Zzz", "nearest": ""}))
    assert "administrator" in said

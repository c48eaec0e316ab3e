"""Everything rooms refuse or warn of reads as whole sentences, with its facts in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import openblock.features.rooms
from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.ui.messages import has_words, spaces, words
from openblock.ui.messages.rooms import WORDS, need_words

START = datetime(2026, 11, 24, 7, tzinfo=UTC)
END = datetime(2026, 11, 25, 7, tzinfo=UTC)
BEFORE = datetime(2026, 11, 22, 7, tzinfo=UTC)
FACTS: dict[str, object] = {
    "bed": "105 A",
    "name": "O'Brien <b>",
    "other": "Liepa Juris",
    "start": START,
    "end": END,
    "by": "Anna Bērziņa",
    "admitted": START,
    "discharged": END,
    "sex": "female",
    "needs": ("accessible", "lower_bed"),
    "named": "Kalniņš Ivo",
    "level": "section",
    "days": 90,
    "latest": END,
    "hours": 72,
    "at": START,
    "counted_at": START,
    "code": "105",
    "label": "A",
    "largest": 1000,
    "smallest": 20,
    "number": 13,
    "most": 12,
    "length": 70,
    "limit": 60,
    "least": 5,
    "place": 2,
    "alerts": ("health",),
    "sign": "U+200B",
    "people": ("Liepa Juris (101 A)", "Ozols Jānis (101 B)"),
}
# What stands beside a suggestion or on a timeline refuses nothing, and its screen has the words.
NO_REFUSAL = re.compile(r"reason-(?!needed)|.*planned|left-bed")


def raised() -> list[str]:
    folder = Path(openblock.features.rooms.__path__[0])
    parts = [
        path for name in ("rules", "queries", "commands") for path in (folder / name).glob("*")
    ]
    source = "\n".join(path.read_text(encoding="utf-8") for path in parts if path.suffix == ".py")
    found = set(re.findall(r"\"([a-z]+(?:-[a-z]+)+)\"", source))
    return sorted(code for code in found if not NO_REFUSAL.match(code))


def said(code: str, **facts: object) -> str:
    return words(Problem(code, facts=FACTS | facts))


@pytest.fixture(autouse=True)
def standing_clock() -> Iterator[None]:
    """What begins on the 24th is still to come."""
    with clock.standing_at(BEFORE):
        yield


@pytest.mark.parametrize(
    ("code", "level", "told"),
    [
        ("apart-in-room", "room", "share a room since"),
        ("apart-nearby", "section", "live in one section since"),
        ("apart-nearby", "building", "live in one building since"),
    ],
)
def test_two_who_are_together_now_are_said_to_be_so(code, level, told):
    with clock.standing_at(END):
        assert told in said(code, level=level)


def test_the_codes_are_found_in_the_source():
    assert {"bed-taken", "outside-stay", "closure-occupied", "hold-over"} <= set(raised())


@pytest.mark.parametrize("code", sorted({*WORDS, *spaces.WORDS, *raised()}))
def test_a_refusal_reads_as_sentences_without_its_code(code):
    assert has_words(code)
    sentence = said(code)
    assert re.match(r"[A-ZĀ-Ž0-9]", sentence)
    assert sentence.endswith((".", "?"))
    assert code not in sentence
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("code", "facts", "sentence"),
    [
        (
            "bed-taken",
            {},
            (
                "105 A is O'Brien <b>'s from 24/11/2026 09:00 until 25/11/2026 09:00. "
                "Choose another bed or time."
            ),
        ),
        (
            "bed-taken",
            {"end": FOREVER},
            (
                "105 A has been O'Brien <b>'s since 24/11/2026 09:00, entered by Anna Bērziņa. "
                "Choose another bed."
            ),
        ),
        (
            "outside-stay",
            {},
            "O'Brien <b> is here from 24/11/2026 09:00 until 25/11/2026 09:00, no longer.",
        ),
        (
            "outside-stay",
            {"discharged": FOREVER},
            "O'Brien <b> arrives on 24/11/2026 09:00. A bed is given only during a stay.",
        ),
        (
            "outside-stay",
            {"admitted": None, "discharged": None},
            "O'Brien <b> is not here at that time. A bed is given only during a stay.",
        ),
        (
            "bed-closed",
            {},
            "105 A is closed from 24/11/2026 09:00 until 25/11/2026 09:00. Choose another bed.",
        ),
        (
            "bed-closed",
            {"end": FOREVER},
            "105 A is closed from 24/11/2026 09:00. Choose another bed.",
        ),
        (
            "sex-differs",
            {},
            "105 A is for women, and O'Brien <b> is not registered as one.",
        ),
        (
            "sex-differs",
            {"sex": "male"},
            "105 A is for men, and O'Brien <b> is not registered as one.",
        ),
        (
            "need-unmet",
            {},
            "O'Brien <b> needs what 105 A does not offer: accessible room, lower bed.",
        ),
        (
            "apart-nearby",
            {},
            (
                "O'Brien <b> and Liepa Juris must be kept apart and would live in one section "
                "from 24/11/2026 09:00."
            ),
        ),
        (
            "apart-nearby",
            {"level": "building"},
            (
                "O'Brien <b> and Liepa Juris must be kept apart and would live in one building "
                "from 24/11/2026 09:00."
            ),
        ),
        (
            "too-far-ahead",
            {"days": 1},
            "Moves are planned at most 1 day ahead, until 25/11/2026 09:00.",
        ),
        ("too-far-back", {}, "This lies more than 72 hours back and can be entered no more. "),
        (
            "closure-occupied",
            {},
            "Move these people first: Liepa Juris (101 A), Ozols Jānis (101 B).",
        ),
    ],
)
def test_the_facts_of_a_refusal_are_told(code, facts, sentence):
    assert said(code, **facts).startswith(sentence)


def test_a_need_without_words_is_named_as_it_is():
    assert need_words("own_toilet") == "own toilet"
    assert need_words("jacuzzi") == "jacuzzi"

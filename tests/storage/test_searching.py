"""The search: every word typed, or all but one wrong letter, said the same way to the database."""

from __future__ import annotations

import re

import pytest
import sqlcipher3.dbapi2
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, literal, select
from sqlalchemy.orm import Session

from openblock.i18n import search_key
from openblock.storage.searching import (
    LONGEST,
    SHORTEST_NEAR,
    Rank,
    best,
    matching,
    nearly,
    one_wrong,
    patterns,
    prepared,
    rank,
    ranked,
    typed_words,
    values_of,
)
from tests.storage.things import AddThing, Thing, add_thing

PEOPLE = ("Bērziņš Jānis", "Kalniņa Berta", "Ozols Alberts", "Zvirbulis Pēteris 100%_x")
FEW_LETTERS = st.text("ab ", min_size=4, max_size=9) | st.text("ab%_/\\ ", max_size=9)
WORDS = st.text("abc%_", min_size=SHORTEST_NEAR, max_size=6)


def distance(one: str, other: str) -> int:
    """Damerau's count of wrong, missing, needless and swapped letters, as the books have it."""
    table = {(-1, -1): 0}
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            ways = [0] if i == j == 0 else []
            if i:
                ways.append(table[i - 1, j] + 1)
            if j:
                ways.append(table[i, j - 1] + 1)
            if i and j:
                ways.append(table[i - 1, j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                ways.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(ways)
    return table[len(one), len(other)]


def like(pattern: str, text: str) -> bool:
    """What LIKE says with ``/`` before what means itself."""
    parts = re.findall(r"/.|.", pattern, re.DOTALL)
    said = "".join({"%": ".*", "_": "."}.get(part, re.escape(part[-1])) for part in parts)
    return re.fullmatch(said, text, re.DOTALL) is not None


@pytest.fixture
def folded(store):
    for name in PEOPLE:
        store.run(add_thing, AddThing(search_key(name)))
    return store


def found(store, typed: str, most: int = 9) -> list[tuple[str, Rank]]:
    def asked(session):
        return tuple(
            (thing.name.split()[0], how)
            for thing, how in best(session, select(Thing), Thing.name, typed, most)
        )

    return list(store.read(asked))


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_wrong_letter_is_a_distance_of_one_at_most(one, other):
    assert one_wrong(one, other) == (distance(one, other) <= 1)


@given(WORDS, st.text("abc% _", max_size=10))
def test_the_patterns_find_exactly_the_beginnings_one_letter_away(word, text):
    padded = f" {text}"
    left, right, across = patterns(word)
    near = any(
        distance(word, padded[start + 1 : end]) <= 1
        for start, sign in enumerate(padded)
        if sign == " "
        for end in range(start + 1, len(padded) + 1)
    )
    exact = f" {word}" in padded
    assert (exact or any(like(each, padded) for each in (*left, *right, across))) == near


@pytest.fixture(scope="module")
def nothing_stored():
    """A session on a database without a table: what is looked through stands in the question."""
    engine = create_engine("sqlite://", module=sqlcipher3.dbapi2)
    with Session(engine) as session:
        yield session
    engine.dispose()


@given(text=FEW_LETTERS, typed=FEW_LETTERS)
def test_the_database_ranks_as_the_rule_does(nothing_stored, text, typed):
    folded = search_key(text)
    column = literal(folded)
    fits, near, place = nothing_stored.execute(
        select(matching(column, typed), nearly(column, typed), ranked(column, typed))
    ).one()
    expected = rank(folded, typed)
    assert (Rank(place) if fits or near else None) == expected
    assert bool(fits) == (expected is not None and expected < Rank.NEARLY)


@given(text=FEW_LETTERS, typed=FEW_LETTERS)
def test_a_question_put_together_beforehand_answers_the_same(nothing_stored, text, typed):
    column, words = literal(search_key(text)), typed_words(typed)
    fits, place = nothing_stored.execute(
        select(*prepared(column, len(words))) if words else select(literal(0), literal(0)),
        values_of(words),
    ).one()
    expected = rank(search_key(text), typed)
    assert bool(fits) == (expected is not None and expected < Rank.NEARLY)
    if fits:
        assert Rank(place) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("berz", [("berzins", Rank.SURNAME)]),
        ("BĒRZIŅŠ jān", [("berzins", Rank.SURNAME)]),
        ("jan berz", [("berzins", Rank.SURNAME)]),
        (
            "ber",
            [("berzins", Rank.SURNAME), ("kalnina", Rank.WORD)],
        ),
        ("lber", [("ozols", Rank.INSIDE)]),
        ("100%_", [("zvirbulis", Rank.WORD)]),
        ("%", [("zvirbulis", Rank.INSIDE)]),
        ("_", [("zvirbulis", Rank.INSIDE)]),
        ("", []),
        ("   ", []),
        ("\\", []),
        ("qqq", []),
    ],
)
def test_case_diacritics_and_order_do_not_matter_and_the_best_stands_first(folded, typed, expected):
    assert found(folded, typed)[: len(expected)] == expected
    assert bool(found(folded, typed)) == bool(expected)


@pytest.mark.parametrize("typed", ["bxrzins", "brzins", "beerzins", "ebrzins", "berzisn", "janiss"])
def test_one_wrong_letter_still_finds_the_person(folded, typed):
    assert found(folded, typed) == [("berzins", Rank.NEARLY)]


@pytest.mark.parametrize("typed", ["bxrzxns", "brx", "janiss brzins", "xerzins qqq"])
def test_two_wrong_letters_or_a_short_word_with_one_find_nobody(folded, typed):
    assert found(folded, typed) == []


def test_near_ones_fill_only_the_room_that_is_left(folded):
    folded.run(add_thing, AddThing("berzons ivo"))
    both = [("berzins", Rank.SURNAME), ("berzons", Rank.NEARLY)]
    assert found(folded, "berzins") == both
    assert found(folded, "berzins", 1) == both[:1]


def test_something_long_is_cut_and_what_cannot_be_seen_is_left_out():
    assert typed_words("Ā" * 100_000) == ("a" * LONGEST,)
    assert typed_words("ber\x00z \ud800\tber") == ("ber", "z")
    assert rank("a" * LONGEST, "a" * 100_000) is Rank.SURNAME


def test_the_longest_text_of_many_words_is_still_one_question(folded):
    typed = "berz " * 3 + " ".join(f"a{number:03}" for number in range(40))
    assert found(folded, typed) == []
    assert found(folded, "j\x00anis \ud800") == [("berzins", Rank.INSIDE)]

"""KAP-04: who is kept apart from whom, as every feature asks it."""

from __future__ import annotations

import pytest

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import NotAllowed
from openblock.features.residents.commands import (
    CloseKeepApart,
    OpenKeepApart,
    close_keep_apart,
    open_keep_apart,
)
from openblock.features.residents.queries import pairs_between, pairs_of, pairs_open
from openblock.features.residents.rules.keep_apart import Level
from tests.factories import with_resident
from tests.features.residents.doing import DAY, NOW, WHY


@pytest.fixture
def four(store):
    """Four people of whom the first is kept apart from the second and the third."""
    numbers = [with_resident(store, name) for name in ("Aa", "Bb", "Cc", "Dd")]
    store.run(open_keep_apart, OpenKeepApart(numbers[1], numbers[0], "section", WHY))
    store.run(open_keep_apart, OpenKeepApart(numbers[0], numbers[2], "room", WHY))
    return numbers


def test_between_asks_for_both_and_of_for_one(store, four):
    one, two, three, other = four
    assert [pair.level for pair in store.read(pairs_between, [one, two], NOW, FOREVER)] == [
        Level.SECTION
    ]
    assert store.read(pairs_between, [two, three, other], NOW, FOREVER) == ()
    assert len(store.read(pairs_of, [two, three], NOW, FOREVER)) == 2
    assert store.read(pairs_of, [other], NOW, FOREVER) == ()
    assert store.read(pairs_of, [], NOW, FOREVER) == store.read(pairs_between, [], NOW, FOREVER)


def test_a_pair_counts_while_it_is_open_and_not_as_it_begins_or_ends(store, four):
    one, two = four[:2]
    with clock.standing_at(NOW + DAY):
        store.run(close_keep_apart, CloseKeepApart(1, 1, WHY))
    asked = (
        (NOW - DAY, NOW, 0),
        (NOW - DAY, NOW + DAY / 2, 1),
        (NOW, NOW + DAY, 1),
        (NOW + DAY, FOREVER, 0),
    )
    for start, end, expected in asked:
        found = store.read(pairs_between, [one, two], start, end)
        assert len(found) == expected
        assert all(pair.holds_within(start, end) for pair in found)


def test_every_pair_ever_stands_with_the_open_ones_first(store, four):
    with clock.standing_at(NOW + DAY):
        store.run(close_keep_apart, CloseKeepApart(2, 1, WHY))
        store.run(open_keep_apart, OpenKeepApart(four[2], four[3], "building", WHY))
    assert [(each.pair_id, each.is_open) for each in store.read(pairs_open)] == [
        (3, True),
        (1, True),
        (2, False),
    ]
    assert [each.pair_id for each in store.read(pairs_open, four[2])] == [3, 2]
    assert store.read(pairs_open, 99) == ()


def test_a_pair_names_the_other_from_either_side(store, four):
    pair = store.read(pairs_open, four[1])[0]
    assert pair.other(four[0]) == (four[1], "Bb Jānis")
    assert pair.other(four[1]) == (four[0], "Aa Jānis")


def test_a_trainee_does_not_ask(store_as):
    with pytest.raises(NotAllowed):
        store_as("trainee").read(pairs_open)

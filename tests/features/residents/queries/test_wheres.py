"""Where everybody is, asked of whoever knows."""

from __future__ import annotations

import pytest

from openblock.features.residents.queries import Join, join, joined
from openblock.features.residents.queries.wheres import wheres
from tests.factories import with_resident
from tests.features.residents.doing import NOW


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joined, "_joined", {})


def knows(key: str, places: dict[int, str]) -> None:
    join(Join(key, lambda _s, _at: places, lambda _s, _n: (), lambda _s, _n, _at: ()))


def test_without_a_feature_that_knows_places_nobody_has_one(store):
    with_resident(store)
    assert store.read(wheres, NOW) == {}


def test_the_later_feature_has_the_last_word_on_where_somebody_is(store):
    first, second = with_resident(store), with_resident(store, surname="Kalniņš")
    knows("rooms", {first: "105 A", second: "106 B"})
    knows("work", {second: "outside"})
    assert store.read(wheres, NOW) == {first: "105 A", second: "outside"}

"""What features above know of a resident is joined here once."""

from __future__ import annotations

from openblock.features.residents.queries import Join, join
from openblock.features.residents.queries import joined as joining


def test_joining_twice_changes_nothing_and_names_order_the_features(monkeypatch):
    monkeypatch.setattr(joining, "_joined", {})
    first, second = (Join(key, lambda *_a: {}, lambda *_a: (), lambda *_a: ()) for key in "ba")
    for each in (first, second, first):
        join(each)
    assert joining.joined() == (second, first)

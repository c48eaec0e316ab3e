"""How many were here and are not."""

from __future__ import annotations

from openblock.features.residents.queries.earlier import earlier_count
from tests.factories import with_resident
from tests.features.residents.doing import DAY, NOW


def test_who_left_counts_as_earlier_but_not_who_is_here_or_expected(store):
    with_resident(store)
    with_resident(store, surname="Kalniņš", admitted=NOW + DAY)
    with_resident(store, surname="Liepa", admitted=NOW - 9 * DAY, discharged=NOW - DAY)
    assert store.read(earlier_count, NOW) == 1
    assert store.read(earlier_count, NOW - 2 * DAY) == 0

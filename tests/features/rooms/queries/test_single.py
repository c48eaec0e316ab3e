"""One assignment, closure or hold by its number, with the names beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from openblock.clock import standing_at
from openblock.errors import KnownError
from openblock.features.rooms.commands import CloseSpace, HoldBed, close_space, hold_bed
from openblock.features.rooms.queries.single import assignment, closure, hold
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.storage.store import Store
from tests.factories import with_house, with_placement, with_resident

NOON = datetime(2026, 11, 22, 10, tzinfo=UTC)


def test_an_assignment_is_read_with_names(store: Store) -> None:
    beds = with_house(store).beds
    number = with_placement(store, with_resident(store), beds["101 A"])
    row = store.read(assignment, number)
    assert (row.name, row.initialled, row.bed) == ("Bērziņš Jānis", "Bērziņš J.", "101 A")


def test_a_closure_is_read_by_what_it_closes(store: Store) -> None:
    rooms = with_house(store).rooms
    with standing_at(NOON):
        content = ClosureContent("room", rooms["102"], "pests", NOON)
        number = store.run(close_space, CloseSpace(content)).value
    row = store.read(closure, number)
    assert (row.closure_id, row.named, row.content.reason) == (number, "102", "pests")


def test_a_hold_is_read_with_whom_it_is_for(store: Store) -> None:
    beds, person = with_house(store).beds, with_resident(store, "Zālītis")
    with standing_at(NOON):
        for name in ("101 A", "101 B"):
            content = HoldContent(beds[name], NOON, NOON + timedelta(hours=1), person)
            number = store.run(hold_bed, HoldBed(content)).value
    row = store.read(hold, number)
    assert (row.hold_id, row.name, row.content.bed_id) == (number, "Zālītis Jānis", beds["101 B"])


@pytest.mark.parametrize(
    ("query", "code"),
    [(assignment, "assignment-unknown"), (closure, "closure-over"), (hold, "hold-over")],
)
def test_what_is_gone_is_refused_by_name(store: Store, query, code) -> None:
    with pytest.raises(KnownError) as refused:
        store.read(query, 99)
    assert refused.value.code == code

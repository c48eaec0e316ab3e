"""Tests that nothing mapped and nothing unread leaves the store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from sqlalchemy import select, text

from openblock.storage.outgoing import demand_plain
from openblock.storage.store import (
    Actor,
    Done,
    Step,
)
from tests.storage.things import (
    AddThing,
    Thing,
    add_thing,
)

ONLOOKER = Actor(2, "Jānis Ķirsis", "onlooker")


@dataclass(frozen=True)
class Card:
    inside: object


@pytest.mark.parametrize(
    "wrap",
    [
        lambda thing: thing,
        lambda thing: (1, [thing]),
        lambda thing: {"a": Card(thing)},
        lambda thing: {thing: 1},
        lambda thing: Card(frozenset({thing})),
        lambda thing: iter([thing]),
    ],
)
def test_a_mapped_object_never_leaves_the_store(store, wrap):
    store.run(add_thing, AddThing("spade"))

    def leak(session):
        return wrap(session.scalars(select(Thing)).one())

    with pytest.raises(TypeError, match="leak"):
        store.read(leak)


def test_a_command_may_not_hand_out_a_mapped_object_either(store):
    def leak(work, _request):
        return Done(undo=Step(add_thing, Card(Thing(name="x"))))

    with pytest.raises(TypeError):
        store.run(leak, None)


def test_a_result_row_does_not_leave_the_store(store):
    def leak(session):
        return session.execute(text("SELECT 1")).one()

    with pytest.raises(TypeError):
        store.read(leak)


class Kind(StrEnum):
    DAY = "day"


@pytest.mark.parametrize(
    "value",
    [None, 1, Kind.DAY, (Kind.DAY, Kind.DAY), {"a": [Card(1)]}, Path("x"), Step(add_thing, 1)],
)
def test_plain_values_may_leave(value):
    demand_plain(value, "test")

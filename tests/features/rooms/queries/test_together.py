"""Pairs to be kept apart that share a room are counted for as long as they do (KAP-05)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from openblock.clock import now, standing_at
from openblock.features.residents.commands import OpenKeepApart, open_keep_apart
from openblock.features.rooms.commands import VacateBed, Why, vacate_bed
from openblock.features.rooms.queries import together_at
from tests.factories import with_house, with_placement, with_resident

HOUR = timedelta(hours=1)


@pytest.fixture
def pair(store):
    """Two people in room 101, who must be kept apart since one hour ago, and the first's bed."""
    house = with_house(store, {"101": ("A", "B"), "102": ("A", "B")})
    people = with_resident(store, "Žukovs"), with_resident(store, "Vanags")
    for resident_id, bed in zip(people, ("101 A", "101 B"), strict=True):
        with_placement(store, resident_id, house.beds[bed])
    with standing_at(now() - HOUR):
        store.run(open_keep_apart, OpenKeepApart(*people, "building", "they threaten each other"))
    return people


def test_a_pair_in_one_room_is_counted_from_the_instant_it_is_to_be_kept_apart(store, pair):
    assert store.read(together_at, now()) == 1
    assert store.read(together_at, now() - 2 * HOUR) == 0


def test_a_pair_is_counted_no_more_once_one_of_them_is_out_of_the_room(store, pair):
    at = now()
    store.run(vacate_bed, VacateBed(pair[0], at, Why("request")))
    assert store.read(together_at, at) == 0
    assert store.read(together_at, at - timedelta(seconds=1)) == 1


def test_neighbours_in_different_rooms_are_no_task(store):
    house = with_house(store, {"101": ("A",), "102": ("A",)})
    people = with_resident(store, "Žukovs"), with_resident(store, "Vanags")
    for resident_id, bed in zip(people, ("101 A", "102 A"), strict=True):
        with_placement(store, resident_id, house.beds[bed])
    store.run(open_keep_apart, OpenKeepApart(*people, "building", "they threaten each other"))
    assert store.read(together_at, now()) == 0

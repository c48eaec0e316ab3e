"""A closed bed says so on paper, and every room says where it lies."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.rooms.sheets import words
from tests.features.rooms.printed_house import free, house, room, shut


def test_a_closed_bed_says_why_and_without_a_closure_only_that_it_is():
    assert words.closed(shut(1).closure) == "out of service: repair"
    assert words.closed(None) == "out of service"


def test_the_building_is_named_only_where_there_are_several():
    beds = (free(1),)
    (building,) = house((room(1, beds),), beds).buildings
    other = replace(building, building_id=2)
    assert [each.title for each in words.living_rooms((building,))] == ["A nodaļa, 1. stāvs"]
    titles = [each.title for each in words.living_rooms((building, other))]
    assert titles == ["A nodaļa, 1. stāvs, Korpuss"] * 2

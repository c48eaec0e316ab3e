"""Every code that can be stored has words on paper, and every room says where it lies."""

from __future__ import annotations

from dataclasses import replace

from openblock.features.rooms.rules.content import ClosureReason
from openblock.features.rooms.sheets import words
from tests.features.rooms.printed_house import free, house, room, shut


def test_every_reason_of_a_closure_has_words():
    said = [words.closure_reason(each) for each in ClosureReason]
    assert len(set(said)) == len(ClosureReason)
    assert not set(said) & set(ClosureReason)


def test_a_code_nobody_knows_stands_for_itself():
    assert words.closure_reason("meteor") == "meteor"


def test_a_closed_bed_says_why_and_without_a_closure_only_that_it_is():
    assert words.closed(shut(1).closure) == "out of service: repair"
    assert words.closed(None) == "out of service"


def test_a_room_for_anyone_says_nothing_and_others_for_whom():
    assert [words.for_whom(each) for each in ("", "female", "male")] == ["", "For women", "For men"]


def test_the_building_is_named_only_where_there_are_several():
    beds = (free(1),)
    (building,) = house((room(1, beds),), beds).buildings
    other = replace(building, building_id=2)
    assert [each.title for each in words.living_rooms((building,))] == ["A nodaļa, 1. stāvs"]
    titles = [each.title for each in words.living_rooms((building, other))]
    assert titles == ["A nodaļa, 1. stāvs, Korpuss"] * 2

"""The unit's figures as the status bar says them."""

from __future__ import annotations

from openblock import clock
from openblock.features.rooms.queries import Roll
from openblock.features.rooms.ui.counts import counts_words, read_counts, unit_counts
from tests.factories import with_house, with_resident


def test_inside_outside_and_free_beds_are_said_in_one_line():
    roll = Roll(
        beds=48, out_of_service=2, beds_in_use=43, inside=40, outside=3, without_bed=0, held=1
    )
    line, explained = counts_words(roll)
    assert line == "Inside 40 · Outside 3 · Free beds 3"
    assert explained.splitlines() == [
        "40 people with a bed are inside.",
        "2 beds are out of service.",
        "1 free bed is held.",
    ]


def test_somebody_without_a_bed_stands_there_as_long_as_it_lasts(desk):
    assert read_counts(desk) == ("", "")
    with_house(desk.store, {"101": ("A", "B")})
    assert read_counts(desk)[0] == "Inside 0 · Outside 0 · Free beds 2"
    with_resident(desk.store, admitted=clock.now())
    assert read_counts(desk)[0] == "Inside 0 · Outside 0 · Free beds 2 · Without a bed 1"


def test_more_in_use_than_in_service_is_shown_below_nought():
    roll = Roll(beds=2, out_of_service=1, beds_in_use=2, inside=2, outside=0, without_bed=0, held=0)
    assert "Free beds -1" in counts_words(roll)[0]


def test_a_pair_to_be_kept_apart_stands_there_while_it_shares_a_room():
    roll = Roll(beds=2, out_of_service=0, beds_in_use=2, inside=2, outside=0, without_bed=0, held=0)
    line, explained = counts_words(roll, together=1)
    assert line.endswith("Free beds 0 · To move apart 1")
    assert "1 pair to be kept apart shares a room." in explained.splitlines()
    assert "keep_apart" in unit_counts().tables


def test_whoever_may_not_see_the_rooms_sees_no_figures():
    assert unit_counts().operation == "rooms.roll_at"

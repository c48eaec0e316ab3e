"""What a door says, and what it keeps to itself."""

from __future__ import annotations

from openblock.features.rooms.sheets import door_labels
from tests.features.rooms.printed_house import (
    free,
    full_house,
    house,
    initialled,
    room,
    shut,
    taken,
)


def test_a_label_names_the_room_its_place_and_whose_bed_is_which():
    label = door_labels(full_house(2))[0]
    assert (label.code, label.place) == ("101", "A nodaļa, 1. stāvs")
    assert [(bed.label, bed.name) for bed in label.beds] == [
        ("A", initialled(1)),
        ("B", initialled(2)),
    ]
    assert label.facts[0] == "2 places"


def test_a_door_tells_what_a_passer_by_may_know_and_not_why_somebody_was_put_there():
    beds = (taken(1),)
    attributes = ("near_post", "lower_bed", "non_smoking", "accessible")
    one = room(1, beds, attributes=attributes, sex="female")
    (label,) = door_labels(house((one,), beds))
    assert label.facts == ("1 place", "for women", "non-smokers", "accessible room")


def test_a_free_bed_has_a_line_for_the_pen_and_a_shut_one_says_so():
    beds = (free(1), shut(2))
    (label,) = door_labels(house((room(1, beds),), beds))
    assert [(bed.name, bed.shut) for bed in label.beds] == [
        ("", ""),
        ("", "out of service: repair"),
    ]


def test_only_the_rooms_asked_for_get_a_label():
    assert [each.code for each in door_labels(full_house(6), frozenset({3}))] == ["103"]
    assert len(door_labels(full_house(6))) == 3

"""The house as it is built, and the search for a room."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from openblock.features.rooms.queries import find_rooms, house
from openblock.features.rooms.queries.house import bed_places
from tests.factories import with_house


def test_the_house_is_told_from_below_and_by_code_as_people_count(store):
    with_house(store, {"10": ("B", "A"), "9": ()}, section="Ā")
    with_house(store, {"20": ("A",)}, section="B", sex="female")
    with_house(store, {"30": ("A",)}, floor="2. stāvs", section="A")
    with_house(store, {"1": ("A",)}, building="Annekss")
    annex, main = store.read(house)
    assert (annex.content.name, main.content.name) == ("Annekss", "Korpuss")
    assert [floor.content.name for floor in main.floors] == ["1. stāvs", "2. stāvs"]
    ground = main.floors[0]
    assert [section.content.name for section in ground.sections] == ["Ā", "B"]
    assert [room.code for room in ground.rooms] == ["9", "10", "20"]
    assert [bed.label for bed in ground.rooms[1].beds] == ["B", "A"]
    assert [room.sex for room in ground.rooms] == ["", "", "female"]


def test_a_rooms_own_designation_goes_before_its_sections(store):
    with_house(store, {"1": ("A",)}, sex="female")
    with_house(store, {"2": ("A",)}, section="A")
    with Session(store.engine.execution_options(readonly=True)) as session:
        assert {place.bed: place.sex for place in bed_places(session).values()} == {
            "1 A": "female",
            "2 A": "female",
        }
        assert bed_places(session, ()) == {}
        assert [place.bed for place in bed_places(session, (2,)).values()] == ["2 A"]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", []),
        ("11", ["11", "110", "211"]),
        ("istaba", ["211"]),
        ("ATPUT", ["211"]),
        ("tas", ["211"]),
        ("zzz", []),
    ],
)
def test_a_room_is_found_by_its_code_or_name_the_best_hit_first(store, typed, codes):
    with_house(store, {"110": (), "11": ()})
    with_house(store, {"211": ()}, section="B", name="Atpūtas istaba")
    assert [each.code for each in store.read(find_rooms, typed)] == codes


def test_a_hit_tells_where_the_room_is_and_not_more_are_shown_than_asked(store):
    with_house(store, {f"1{number:02}": () for number in range(12)}, name="Dzīvojamā")
    found = store.read(find_rooms, "1")
    assert len(found) == 8
    assert found[0].detail == "Dzīvojamā · A · 1. stāvs"
    assert len(store.read(find_rooms, "1", 3)) == 3

"""The house is set up, changed and taken out of; what people live in stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.rooms.commands import (
    MoveWalls,
    RemoveSpace,
    SaveBuilding,
    SaveFloor,
    SaveRoom,
    SaveSection,
    move_walls,
    remove_space,
    save_building,
    save_floor,
    save_room,
    save_section,
)
from openblock.features.rooms.queries import house
from openblock.features.rooms.rules.content import (
    BuildingContent,
    FloorContent,
    RoomContent,
    SectionContent,
    Walls,
)
from tests.factories import with_house
from tests.features.rooms.living import refused
from tests.features.rooms.placings import DAY, NOW

ROOM = RoomContent(1, "103", beds=("A",))


def rooms(block):
    return {
        (building.content.name, room.code): room
        for building in block.store.read(house)
        for floor in building.floors
        for room in floor.rooms
    }


def room(block, code):
    return next(each for (_building, found), each in rooms(block).items() if found == code)


def saved(block, content, number=None, version=0):
    return block.run(save_room, SaveRoom(number, version, content))


def changed(block, door, **values):
    row = room(block, door)
    return saved(block, replace(row.content, **values), row.room_id, row.version)


def removed(block, kind, number, version=1):
    return block.run(remove_space, RemoveSpace(kind, number, version))


def test_a_room_is_added_with_its_beds_in_order(block):
    content = replace(
        ROOM, code="  103 ", beds=("B", " A"), attributes=("own_toilet", "accessible")
    )
    number = saved(block, content).value
    row = room(block, "103")
    assert row.room_id == number
    assert row.content == replace(
        content, code="103", beds=("B", "A"), attributes=("accessible", "own_toilet")
    )


def test_room_01_a_code_is_taken_once_in_a_building_and_again_in_another(block):
    assert refused(saved, block, replace(ROOM, code="101")) == ["room-code-taken"]
    assert refused(changed, block, "102", code="101") == ["room-code-taken"]
    changed(block, "102", code="102")
    with_house(block.store, {"101": ("A",)}, building="Otrais")
    assert ("Otrais", "101") in rooms(block)


def test_room_01_a_label_is_taken_once_in_a_room(block):
    assert refused(changed, block, "101", beds=("A", "B", "b")) == ["bed-label-twice"]


def test_a_bed_nobody_slept_in_is_taken_out_and_another_put_in(block):
    changed(block, "101", beds=("C", "A"))
    assert [bed.label for bed in room(block, "101").beds] == ["C", "A"]


def test_a_bed_that_was_slept_in_kept_or_closed_stays(block):
    block.hold("101 B")
    block.close("bed", block.beds["102 B"], NOW - DAY, NOW)
    assert refused(changed, block, "101", beds=("B",)) == ["space-in-use"]
    assert refused(changed, block, "101", beds=("A",)) == ["space-in-use"]
    assert refused(changed, block, "102", beds=("A",)) == ["space-in-use"]


def test_a_bed_put_in_is_not_taken_back_once_it_is_slept_in_or_closed(block):
    done = changed(block, "101", beds=("A", "B", "C"))
    number = next(bed.bed_id for bed in room(block, "101").beds if bed.label == "C")
    shut = block.close("bed", number, NOW, NOW + DAY)
    assert refused(block.back, done.undo) == ["space-in-use"]
    block.back(shut.undo)
    block.beds = {**block.beds, "101 C": number}
    block.place(block.dan, "101 C")
    assert refused(block.back, done.undo) == ["space-in-use"]


def test_only_what_is_empty_is_taken_out(block):
    assert refused(removed, block, "room", block.home.rooms["101"]) == ["space-in-use"]
    for kind in ("section", "floor", "building"):
        assert refused(removed, block, kind, 1) == ["space-in-use"]
    removed(block, "room", 3)
    removed(block, "section", 2)
    assert {code for _building, code in rooms(block)} == {"101", "102"}


def test_what_a_closure_names_is_not_taken_out(block):
    block.close("room", 3, NOW, NOW + DAY)
    assert refused(removed, block, "room", 3) == ["space-in-use"]


def test_what_is_gone_or_stale_is_told(block):
    assert refused(removed, block, "room", 4711) == ["space-unknown"]
    assert refused(removed, block, "room", 3, 9) == ["changed-meanwhile"]
    assert refused(saved, block, replace(ROOM, section_id=4711)) == ["space-unknown"]
    assert refused(saved, block, ROOM, 1, 9) == ["changed-meanwhile"]


def test_names_are_taken_once_beside_each_other_whatever_their_case(block):
    store = block.store
    building = SaveBuilding(None, 0, BuildingContent(" KORPUSS "))
    assert refused(store.run, save_building, building) == ["space-name-taken"]
    floor = SaveFloor(None, 0, FloorContent(1, "1. STĀVS"))
    assert refused(store.run, save_floor, floor) == ["space-name-taken"]
    section = SaveSection(None, 0, SectionContent(1, "a"))
    assert refused(store.run, save_section, section) == ["space-name-taken"]
    same = SaveSection(1, 1, SectionContent(1, "a", "male"))
    block.run(save_section, same)


@pytest.mark.parametrize(
    ("command", "request_", "told"),
    [
        (save_building, SaveBuilding(None, 0, BuildingContent(" ")), ["text-missing"]),
        (save_floor, SaveFloor(None, 0, FloorContent(1, "2", width=5)), ["plan-size"]),
        (save_floor, SaveFloor(None, 0, FloorContent(4711, "2")), ["space-unknown"]),
        (save_section, SaveSection(None, 0, SectionContent(1, "C", "x")), ["sex-unknown"]),
        (save_section, SaveSection(None, 0, SectionContent(4711, "C")), ["space-unknown"]),
    ],
)
def test_what_is_wrong_with_a_part_of_the_house_is_told(block, command, request_, told):
    assert refused(block.store.run, command, request_) == told


def test_parts_of_the_house_are_renamed(block):
    block.run(save_building, SaveBuilding(1, 1, BuildingContent("Galvenais  korpuss")))
    block.run(save_floor, SaveFloor(1, 1, FloorContent(1, "Pirmais", 2, 2000, 700)))
    (building,) = block.store.read(house)
    assert building.content.name == "Galvenais korpuss"
    assert building.floors[0].content == FloorContent(1, "Pirmais", 2, 2000, 700)


def test_rooms_go_with_their_floor_or_section_into_another_building(block):
    other = with_house(block.store, {"901": ("A",)}, building="Otrais", floor="9", section="Z")
    block.run(save_section, SaveSection(2, 1, SectionContent(other.floor_id, "B", "female")))
    assert ("Otrais", "201") in rooms(block)
    block.run(save_floor, SaveFloor(1, 1, FloorContent(other.building_id, "1. stāvs")))
    assert {building for building, _code in rooms(block)} == {"Otrais"}
    # The building is what closures and keep-apart pairs go by.
    assert refused(block.close, "building", other.building_id) == ["closure-occupied"]


def test_room_01_rooms_do_not_come_into_a_building_that_has_their_codes(block):
    other = with_house(block.store, {"102": ("A",)}, building="Otrais")
    moved = SaveSection(1, 1, SectionContent(other.floor_id, "C"))
    assert refused(block.store.run, save_section, moved) == ["room-code-taken"]


def test_rooms_are_moved_on_their_plan_all_or_none(block):
    walls = ((1, Walls(0, 0, 100, 100, "left")), (2, Walls(900, 540, 100, 100)))
    block.run(move_walls, MoveWalls(walls))
    assert [room(block, code).content.walls for code in ("101", "102")] == [
        each for _number, each in walls
    ]
    beyond = MoveWalls(((1, Walls()), (2, Walls(901, 0, 100, 100))))
    assert refused(block.store.run, move_walls, beyond) == ["room-outside-plan"]
    assert room(block, "101").content.walls == walls[0][1]
    assert refused(block.store.run, move_walls, MoveWalls(((4711, Walls()),))) == ["space-unknown"]


def test_a_change_that_changes_nothing_leaves_nothing_to_take_back(block):
    assert changed(block, "101").undo is None

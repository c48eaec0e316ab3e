"""A list of rooms builds what is missing and is written whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.errors import KnownError, NotAllowed, RuleBroken
from openblock.features.rooms.commands.importing import import_rooms
from openblock.features.rooms.commands.requests import ImportRooms, RoomChange
from openblock.features.rooms.queries import house
from openblock.features.rooms.queries.lists import remembered_columns
from openblock.features.rooms.rules.content import RoomContent, Walls
from tests.factories import with_house, with_placement, with_resident
from tests.features.rooms.lists import bring_in, csv, previewed, rooms

PLACE = ("Korpuss", "1. stāvs", "A")


def new(code: str, **facts) -> RoomChange:
    return RoomChange(None, None, RoomContent(-1, code, **{"beds": ("A", "B"), **facts}))


def test_buildings_floors_and_sections_that_are_missing_are_made(store, tmp_path):
    assert bring_in(store, csv(tmp_path)).value == 4
    (building,) = store.read(house)
    assert building.content.name == "Main building"
    assert [(each.content.name, each.content.place) for each in building.floors] == [
        *(("1. stāvs", 1), ("2. stāvs", 2)),
    ]
    assert [each.content.sex for floor in building.floors for each in floor.sections] == [
        *("male", "female"),
    ]
    found = rooms(store)
    assert found["101"].room.content.beds == ("A", "B", "C", "D")
    assert found["102"].room.content.beds == ("A", "B", "C")
    assert found["103"].room.content.kind == "other"
    assert found["201"].room.content.area == 1200
    assert found["201"].room.content.attributes == ("accessible", "lower_bed")


def test_places_are_found_whatever_their_case(store):
    made = with_house(store)
    request = ImportRooms((new("201"),), (("KORPUSS", "1. Stāvs", " a "),))
    store.run(import_rooms, request)
    (building,) = store.read(house)
    assert len(building.floors) == 1
    assert rooms(store)["201"].section.section_id == made.section_id


def test_new_rooms_stand_on_the_plan_and_the_plan_grows(store):
    with_house(store)
    store.run(import_rooms, ImportRooms(tuple(new(str(n)) for n in range(201, 230)), (PLACE,)))
    found = rooms(store)
    assert {found["101"].room.content.walls} == {Walls()}
    walls = [found[str(n)].room.content.walls for n in range(201, 230)]
    assert len({(each.x, each.y) for each in walls}) == 29
    floor = found["201"].floor.content
    assert floor.width >= max(each.x + each.width for each in walls)
    assert floor.height >= max(each.y + each.height for each in walls) > 640


def test_a_list_is_undone_and_done_again_in_one_step_each(store, tmp_path):
    done = bring_in(store, csv(tmp_path))
    before = store.read(house)
    back = store.run(done.undo.command, done.undo.request, undoes=True)
    assert store.read(house) == ()
    store.run(back.undo.command, back.undo.request)
    assert [each.content for each in store.read(house)] == [each.content for each in before]
    assert len(rooms(store)) == 4


def test_what_people_sleep_in_by_now_is_not_undone(store, tmp_path):
    done = bring_in(store, csv(tmp_path))
    bed = rooms(store)["101"].room.beds[0].bed_id
    with_placement(store, with_resident(store, sex="male"), bed)
    with pytest.raises(KnownError, match="space-in-use"):
        store.run(done.undo.command, done.undo.request, undoes=True)
    assert len(rooms(store)) == 4


def test_every_problem_of_every_row_is_told_and_nothing_is_written(store):
    with_house(store)
    request = ImportRooms((new("101"), new("201"), new("202", beds=("A", "A"))), (PLACE,))
    with pytest.raises(RuleBroken) as refusal:
        store.run(import_rooms, request)
    assert [(each.code, each.facts["room"]) for each in refusal.value.problems] == [
        ("room-code-taken", "101"),
        ("bed-label-twice", "202"),
    ]
    assert sorted(rooms(store)) == ["101", "102"]


def test_a_place_without_a_name_is_refused_before_anything_is_built(store):
    with pytest.raises(RuleBroken) as refusal:
        store.run(import_rooms, ImportRooms((new("101"),), (("Korpuss", " ", "A"),)))
    assert [(each.code, each.field) for each in refusal.value.problems] == [
        ("text-missing", "floor")
    ]
    assert store.read(house) == ()


def test_a_section_that_is_gone_meanwhile_refuses_the_list(store):
    change = RoomChange(None, None, RoomContent(99, "101"))
    with pytest.raises(KnownError, match="space-unknown"):
        store.run(import_rooms, ImportRooms((change,)))


def test_a_list_previewed_before_somebody_else_saved_is_refused(store):
    with_house(store)
    placed = rooms(store)["101"].room
    first = replace(placed.content, area=1500)
    change = RoomChange(placed.room_id, placed.content, first)
    store.run(import_rooms, ImportRooms((change,)))
    with pytest.raises(KnownError, match="rooms-changed-meanwhile"):
        store.run(import_rooms, ImportRooms((new("301"), change), (PLACE,)))
    assert sorted(rooms(store)) == ["101", "102"]


def test_a_list_that_came_in_changes_nothing_the_second_time(store, tmp_path):
    bring_in(store, csv(tmp_path))
    assert {row.outcome for row in previewed(store, csv(tmp_path)).rows} == {"unchanged"}


def test_headings_are_remembered_for_the_next_list(store):
    assert store.read(remembered_columns) == {}
    store.run(import_rooms, ImportRooms((), headings={"nr": "code"}))
    store.run(import_rooms, ImportRooms((), headings={"klase": ""}))
    assert store.read(remembered_columns) == {"nr": "code", "klase": ""}


def test_only_who_may_build_brings_rooms_in(store_as):
    with pytest.raises(NotAllowed):
        store_as("senior_officer").run(import_rooms, ImportRooms(()))

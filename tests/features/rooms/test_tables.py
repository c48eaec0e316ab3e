"""What the tables of rooms refuse by themselves, whatever writes into them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import IntegrityError

from openblock.clock import FOREVER
from openblock.features.residents.tables import Stay
from openblock.features.rooms.tables import (
    Assignment,
    Bed,
    Building,
    Closure,
    Floor,
    Hold,
    Room,
    Section,
)
from tests.factories import ADMITTED, with_house, with_resident

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def house(store):
    return with_house(store)


@pytest.fixture
def sleep(store, house):
    """The columns of ten days in bed 101 A that may be written."""
    return {
        "resident_id": with_resident(store),
        "bed_id": house.beds["101 A"],
        "starts_at": ADMITTED + DAY,
        "ends_at": ADMITTED + 11 * DAY,
        "reason": "admission",
        "remark": "",
        "decision_number": "",
        "decision_date": None,
        "override": "",
        "decided_by": "Anna Bērziņa",
        "version": 1,
    }


def write(store, table, *rows):
    with store.engine.begin() as connection:
        for row in rows:
            connection.execute(insert(table), row)


def change(store, statement):
    with store.engine.begin() as connection:
        connection.execute(statement)


def test_room_02_touching_ends_are_let_through(store, house, sleep):
    after = sleep | {"starts_at": sleep["ends_at"], "ends_at": FOREVER}
    write(store, Assignment, sleep, after)


@pytest.mark.parametrize("moved", [-SECOND, -20 * DAY])
def test_room_02_one_bed_with_two_people_is_refused_by_the_file_itself(store, sleep, moved):
    other = sleep | {"resident_id": with_resident(store, "Kalniņš")}
    start = max(sleep["ends_at"] + moved, ADMITTED)
    with pytest.raises(IntegrityError, match="overlap:assignments:bed"):
        write(store, Assignment, sleep, other | {"starts_at": start, "ends_at": FOREVER})


@pytest.mark.parametrize("moved", [-SECOND, -20 * DAY])
def test_room_02_one_person_in_two_beds_is_refused_by_the_file_itself(store, house, sleep, moved):
    start = max(sleep["ends_at"] + moved, ADMITTED)
    other = sleep | {"bed_id": house.beds["102 A"], "starts_at": start, "ends_at": FOREVER}
    with pytest.raises(IntegrityError, match="overlap:assignments:resident"):
        write(store, Assignment, sleep, other)


def test_room_02_neither_is_an_assignment_stretched_over_another(store, house, sleep):
    after = sleep | {"starts_at": sleep["ends_at"], "ends_at": FOREVER}
    write(store, Assignment, sleep, after)
    ends = update(Assignment).where(Assignment.ends_at < FOREVER)
    with pytest.raises(IntegrityError, match="overlap:assignments"):
        change(store, ends.values(ends_at=sleep["ends_at"] + SECOND))


@pytest.mark.parametrize(("moved", "what"), [("bed_id", "bed"), ("resident_id", "resident")])
def test_room_02_neither_is_an_assignment_given_to_another_bed_or_person(
    store, house, sleep, moved, what
):
    other = sleep | {
        "resident_id": with_resident(store, "Kalniņš"),
        "bed_id": house.beds["102 A"],
    }
    write(store, Assignment, sleep, other)
    given = update(Assignment).where(Assignment.bed_id == other["bed_id"])
    with pytest.raises(IntegrityError, match=f"overlap:assignments:{what}"):
        change(store, given.values({moved: sleep[moved]}))


def test_room_03_a_stay_is_not_given_to_somebody_else_from_under_a_bed(store, sleep):
    write(store, Assignment, sleep)
    other = with_resident(store, "Kalniņš", admitted=ADMITTED - 9 * DAY, discharged=ADMITTED)
    given = update(Stay).where(Stay.resident_id == sleep["resident_id"])
    with pytest.raises(IntegrityError, match="stay-has-assignment"):
        change(store, given.values(resident_id=other))


@pytest.mark.parametrize("outside", [{"starts_at": ADMITTED - SECOND}, {"resident_id": 4711}])
def test_room_03_a_bed_outside_a_stay_is_refused_by_the_file_itself(store, sleep, outside):
    with pytest.raises(IntegrityError, match="outside-stay"):
        write(store, Assignment, sleep | outside)


def test_room_03_a_stay_is_neither_cut_nor_taken_away_from_under_a_bed(store, sleep):
    write(store, Assignment, sleep)
    with pytest.raises(IntegrityError, match="stay-has-assignment"):
        change(store, update(Stay).values(discharged=sleep["ends_at"] - SECOND))
    with pytest.raises(IntegrityError, match="stay-has-assignment"):
        change(store, delete(Stay))
    change(store, update(Stay).values(discharged=sleep["ends_at"]))


@pytest.mark.parametrize("wrong", [{"bed_id": 4711}, {"ends_at": ADMITTED + DAY}])
def test_an_assignment_to_no_bed_or_of_no_length_is_refused(store, sleep, wrong):
    with pytest.raises(IntegrityError):
        write(store, Assignment, sleep | wrong)


CLOSURE = {
    "scope": "room",
    "subject_id": 1,
    "reason": "damp",
    "remark": "",
    "starts_at": ADMITTED,
    "expected_on": None,
    "ends_at": FOREVER,
    "closed_by": "Anna Bērziņa",
    "version": 1,
}


def test_room_05_a_closure_may_be_written(store):
    write(store, Closure, CLOSURE, CLOSURE | {"reason": "other", "remark": "a film crew"})


@pytest.mark.parametrize(
    "wrong",
    [{"scope": "floor"}, {"reason": "bored"}, {"reason": "other"}, {"ends_at": ADMITTED}],
)
def test_room_05_a_closure_of_nothing_for_no_reason_or_no_time_is_refused(store, wrong):
    with pytest.raises(IntegrityError):
        write(store, Closure, CLOSURE | wrong)


@pytest.mark.parametrize(
    "wrong", [{"remark": ""}, {"bed_id": 4711}, {"resident_id": 4711}, {"ends_at": ADMITTED}]
)
def test_room_15_a_hold_for_nobody_of_no_bed_or_of_no_time_is_refused(store, house, wrong):
    hold = {
        "bed_id": house.beds["101 A"],
        "resident_id": None,
        "remark": "a visit",
        "starts_at": ADMITTED,
        "ends_at": ADMITTED + DAY,
        "held_by": "Anna Bērziņa",
        "version": 1,
    }
    write(store, Hold, hold)
    with pytest.raises(IntegrityError):
        write(store, Hold, hold | wrong)


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (Building, {"name": ""}),
        (Building, {"name": "Korpuss"}),
        (Floor, {"building_id": 4711, "name": "2", "place": 2, "width": 1, "height": 1}),
        (Floor, {"building_id": 1, "name": "1. stāvs", "place": 2, "width": 1, "height": 1}),
        (Floor, {"building_id": 1, "name": "2", "place": 2, "width": 0, "height": 1}),
        (Section, {"floor_id": 1, "name": "B", "sex": "x"}),
        (Section, {"floor_id": 1, "name": "A", "sex": ""}),
        (Bed, {"room_id": 1, "label": "A", "place": 3}),
        (Bed, {"room_id": 1, "label": "", "place": 3}),
    ],
)
def test_room_01_parts_of_a_house_without_a_name_of_their_own_are_refused(
    store, house, table, wrong
):
    with pytest.raises(IntegrityError):
        write(store, table, wrong | {"version": 1})


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": ""},
        {"code": "101"},
        {"sex": "x"},
        {"kind": "cell"},
        {"door": "ceiling"},
        {"width": 0},
        {"area": -1},
        {"section_id": 4711},
    ],
)
def test_room_01_a_code_is_one_rooms_in_its_building(store, house, wrong):
    room = {"building_id": 1, "section_id": 1, "code": "103", "version": 1}
    with pytest.raises(IntegrityError):
        write(store, Room, room | wrong)
    write(store, Room, room)

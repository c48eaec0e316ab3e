"""Every bed and everyone without one at an instant, whichever instant that is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import event, insert

from openblock.clock import FOREVER, standing_at
from openblock.features.residents.commands import (
    ChangeResident,
    ReadmitResident,
    ReleaseResident,
    change_resident,
    readmit_resident,
    release_resident,
)
from openblock.features.residents.rules.content import ResidentContent, StayContent
from openblock.features.residents.tables import Resident, Stay
from openblock.features.rooms.queries import BedState, bed_of, occupancy, placed_at, roll_at
from openblock.features.rooms.tables import Assignment, Bed, Room
from tests.factories import ADMITTED, with_resident
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND, codes

BEGUN = NOW - 10 * DAY


def bed(block, name, at=NOW):
    found = block.store.read(occupancy, at).beds
    return next(each for each in found if each.bed_id == block.beds[name])


def states(block, at=NOW):
    names = {number: name for name, number in block.beds.items()}
    return {names[each.bed_id]: each.state.value for each in block.store.read(occupancy, at).beds}


def test_a_bed_is_occupied_held_closed_or_free(block):
    block.hold("101 B")
    block.close("bed", block.beds["102 B"])
    assert states(block) == {
        "101 A": "occupied",
        "101 B": "held",
        "102 A": "occupied",
        "102 B": "closed",
        "201 A": "free",
    }


def test_a_closure_or_hold_has_ended_at_its_end_and_not_just_before(block):
    block.hold("101 B", end=NOW + HOUR)
    block.close("bed", block.beds["102 B"], end=NOW + HOUR)
    before, after = states(block, NOW + HOUR - SECOND), states(block, NOW + HOUR)
    assert (before["101 B"], before["102 B"]) == ("held", "closed")
    assert (after["101 B"], after["102 B"]) == ("free", "free")


def test_a_bed_kept_for_somebody_and_closed_is_closed_and_shows_both(block):
    block.hold("102 B")
    block.close("bed", block.beds["102 B"])
    found = bed(block, "102 B")
    assert found.state is BedState.CLOSED
    assert found.hold is not None
    assert found.closure is not None


def test_a_bed_tells_who_is_in_it_and_who_comes_next(block):
    block.place(block.bob, "102 B", NOW + DAY)
    block.place(block.dan, "101 A", NOW + 2 * DAY)
    found = bed(block, "101 A")
    assert (found.assignment.name, found.assignment.initialled) == ("Bobs Jānis", "Bobs J.")
    assert (found.next.name, found.next.content.starts_at) == ("Dans Jānis", NOW + 2 * DAY)
    free = bed(block, "102 B")
    assert (free.assignment, free.next.name) == (None, "Bobs Jānis")


def test_before_anybody_came_the_house_stands_empty(block):
    found = block.store.read(occupancy, ADMITTED - SECOND)
    assert (found.roll.beds, found.roll.beds_in_use, found.roll.present) == (5, 0, 0)
    assert (found.without_bed, found.expected) == ((), ())
    long_ago = block.store.read(occupancy, datetime(1950, 1, 1, tzinfo=UTC))
    assert (long_ago.roll, long_ago.expected) == (found.roll, ())


def test_an_empty_file_has_an_empty_house(store):
    found = store.read(occupancy, NOW)
    assert (found.buildings, found.beds, found.roll.free) == ((), (), 0)


def test_room_14_who_is_here_without_a_bed_is_listed_with_what_waits_for_them(block):
    block.place(block.dan, "101 B", NOW + DAY)
    kept = block.hold("201 A", block.ann).value
    ann, dan = block.store.read(occupancy, NOW).without_bed
    assert (ann.name, ann.hold.hold_id, ann.planned) == ("Anns Jānis", kept, None)
    assert (dan.name, dan.planned.bed, dan.hold, dan.arrives) == ("Dans Jānis", "101 B", None, None)
    assert block.store.read(roll_at, NOW).without_bed == 2


def test_who_is_to_arrive_is_expected_until_they_do(block):
    with_resident(block.store, "Coming", admitted=NOW + DAY)
    (found,) = block.store.read(occupancy, NOW + DAY - SECOND).expected
    assert (found.name, found.arrives) == ("Coming Jānis", NOW + DAY)
    there = block.store.read(occupancy, NOW + DAY)
    assert there.expected == ()
    assert "Coming Jānis" in [each.name for each in there.without_bed]


def test_what_waits_is_told_by_the_stay_it_is_for(block):
    request = ReleaseResident(block.bob, block.version(block.bob), NOW + DAY, "released")
    block.store.run(release_resident, request)
    again = ReadmitResident(
        block.bob, block.version(block.bob), StayContent(NOW + 3 * DAY), "back again"
    )
    block.store.run(readmit_resident, again)
    block.place(block.bob, "101 B", NOW + HOUR)
    block.place(block.bob, "102 B", NOW + 3 * DAY)
    (found,) = block.store.read(occupancy, NOW).expected
    assert found.planned.bed == "102 B"


def test_what_does_not_fit_about_the_occupant_is_told_there(block):
    block.place(block.dan, "101 B")
    block.apart(block.bob, block.dan)
    content = ResidentContent("Bobs", "Jānis", sex="male", needs=("lower_bed",))
    request = ChangeResident(block.bob, block.version(block.bob), content, "as it is")
    block.store.run(change_resident, request)
    assert codes(bed(block, "101 A").problems) == ["apart-in-room", "need-unmet"]
    assert codes(bed(block, "101 B").problems) == ["apart-in-room"]
    assert bed(block, "102 A").problems == ()


def test_who_has_which_bed_is_asked_for_all_or_for_some(block):
    assert set(block.store.read(placed_at, NOW)) == {block.bob, block.carl}
    assert set(block.store.read(placed_at, NOW, (block.bob, block.dan))) == {block.bob}
    assert block.store.read(bed_of, block.bob, BEGUN).bed == "101 A"
    assert block.store.read(bed_of, block.bob, BEGUN - SECOND) is None
    block.place(block.bob, "101 B", NOW + DAY)
    assert block.store.read(placed_at, NOW + DAY)[block.bob].bed == "101 B"


@pytest.fixture
def crowd(block):
    """Puts many people into many beds at once, past the commands."""

    def come(number):
        with block.store.engine.begin() as connection:
            for each in range(number):
                key = 1000 + number * 10 + each
                rows = (
                    (Resident, {"id": key, "surname": "X", "given_name": str(key), "folded": "x"}),
                    (Stay, {"id": key, "resident_id": key, "admitted": ADMITTED}),
                    (Room, {"id": key, "building_id": 1, "section_id": 1, "code": f"X{key}"}),
                    (Bed, {"id": key, "room_id": key, "label": "A", "place": 1}),
                    (
                        Assignment,
                        {"id": key, "resident_id": key, "bed_id": key, "starts_at": BEGUN},
                    ),
                )
                for table, row in rows:
                    connection.execute(insert(table), EMPTY[table] | row | {"version": 1})

    return come


EMPTY = {
    Resident: {"sex": "", "needs": [], "accepted": {}},
    Stay: {
        "discharged": FOREVER,
        "admission_kind": "transfer",
        "discharge_kind": "",
    },
    Room: {"attributes": []},
    Bed: {},
    Assignment: {
        "ends_at": FOREVER,
        "reason": "admission",
        "remark": "",
        "decision_number": "",
        "override": "",
        "decided_by": "",
    },
}


def test_the_house_is_read_in_as_many_questions_however_many_live_there(block, crowd):
    asked = []
    event.listen(block.store.engine, "before_cursor_execute", lambda *seen: asked.append(seen[2]))

    def questions():
        asked.clear()
        found = block.store.read(occupancy, NOW)
        return len(asked), found.roll.beds_in_use

    few, lived = questions()
    crowd(30)
    many, live = questions()
    assert live == lived + 30
    assert many == few


def test_an_arrival_that_passed_is_expected_no_more_when_looking_back(block):
    with_resident(block.store, "Coming", admitted=NOW + DAY)
    with standing_at(NOW + 2 * DAY):
        assert block.store.read(occupancy, NOW).expected == ()
    assert len(block.store.read(occupancy, NOW).expected) == 1

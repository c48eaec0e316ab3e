"""Who slept where: at an instant, in a room, one person; and the house day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock import clock
from openblock.clock import FOREVER, standing_at
from openblock.features.rooms.queries import (
    occupancy_by_day,
    resident_placements,
    roll_at,
    room_history,
    who_slept,
)
from tests.factories import with_house
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND

BEGUN = NOW - 10 * DAY
TICK = timedelta(microseconds=1)


def test_who_slept_where_is_told_by_room_and_bed_as_people_count(block):
    with_house(block.store, {"9": ("A",), "10": ("A",)}, section="C")
    block.beds = {**block.beds, "9 A": 6, "10 A": 7}
    block.place(block.dan, "10 A")
    block.place(block.ann, "9 A")
    told = block.store.read(who_slept, NOW)
    assert [each.bed for each in told] == ["9 A", "10 A", "101 A", "102 A"]
    assert (told[2].name, told[2].since, told[2].until) == ("Bobs Jānis", BEGUN, FOREVER)


def test_a_bed_is_slept_in_from_its_first_instant_and_not_at_its_last(block):
    block.place(block.bob, "101 B", NOW + HOUR)
    assert block.sleeping(BEGUN - SECOND) == {}
    assert block.sleeping(BEGUN)[block.bob] == "101 A"
    assert block.sleeping(NOW + HOUR - TICK)[block.bob] == "101 A"
    assert block.sleeping(NOW + HOUR)[block.bob] == "101 B"


def test_a_rooms_history_is_told_newest_first_and_not_without_end(block):
    block.place(block.dan, "101 B", NOW - HOUR)
    block.place(block.bob, "102 B")
    block.place(block.carl, "101 A", NOW + HOUR)
    room = block.home.rooms["101"]
    names = [row.name for row in block.store.read(room_history, room)]
    assert names == ["Carls Jānis", "Dans Jānis", "Bobs Jānis"]
    assert len(block.store.read(room_history, room, 2)) == 2


def test_a_persons_beds_are_told_newest_first_with_what_is_planned(block):
    block.place(block.bob, "101 B", NOW + DAY)
    beds = [row.bed for row in block.store.read(resident_placements, block.bob)]
    assert beds == ["101 B", "101 A"]


def test_days_are_counted_at_their_last_instant(block):
    today = clock.day_of(NOW)
    midnight = clock.at(today + DAY)
    block.place(block.dan, "101 B", midnight - HOUR)
    block.place(block.bob, "102 B", midnight)
    block.close("bed", block.beds["201 A"], midnight)
    counted = block.store.read(occupancy_by_day, today, today + DAY)
    assert [each.day for each in counted] == [today, today + DAY]
    assert [each.roll.out_of_service for each in counted] == [0, 1]
    assert [each.roll for each in counted] == [
        block.store.read(roll_at, clock.at(each.day + DAY) - TICK) for each in counted
    ]


def test_a_bed_held_for_who_sleeps_in_it_is_not_counted_as_held(block):
    block.hold("101 B", block.dan)
    block.hold("102 B")
    today = clock.day_of(NOW)
    assert block.store.read(occupancy_by_day, today, today)[0].roll.held == 2
    block.place(block.dan, "101 B")
    (counted,) = block.store.read(occupancy_by_day, today, today)
    assert counted.roll.held == block.store.read(roll_at, NOW).held == 1


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2028, 2, 29)])
def test_days_of_23_and_25_hours_and_the_leap_day_end_at_their_midnight(block, day):
    last = clock.at(day + DAY) - TICK
    with standing_at(last):
        block.place(block.dan, "101 B", last, last + TICK)
    counted = block.store.read(occupancy_by_day, day - DAY, day + DAY)
    used = [each.roll.beds_in_use for each in counted]
    around = 2 if day > clock.day_of(BEGUN) else 0
    assert used == [around, around + 1, around]


def test_a_period_that_ends_before_it_begins_has_no_days(block):
    assert block.store.read(occupancy_by_day, date(2026, 11, 2), date(2026, 11, 1)) == ()

"""What the plan says of rooms and beds, and where it puts them: plain values, no window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF

from openblock.errors import Problem, Severity
from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    PlaceResident,
    VacateBed,
    Why,
    close_space,
    hold_bed,
    place_resident,
    vacate_bed,
)
from openblock.features.rooms.queries import BedState, occupancy
from openblock.features.rooms.rules.content import ClosureContent, HoldContent, Walls
from openblock.features.rooms.ui.plan import measure
from openblock.features.rooms.ui.plan.picture import (
    AMBER,
    NONE,
    RED,
    BedPicture,
    closure_lines,
    mark_of,
    pictures_of,
)
from openblock.ui.theme import apply
from tests.features.rooms.ui.conftest import HOUR, NOON, Block


def pictures(block: Block, at=NOON):
    seen = block.store.read(occupancy, at)
    return {each.room.code: each for each in pictures_of(seen, seen.buildings[0].floors[0])}


def bed(block: Block, name: str, at=NOON) -> BedPicture:
    code, _space, label = name.partition(" ")
    return next(each for each in pictures(block, at)[code].beds if each.label == label)


def test_an_occupied_bed_shows_surname_and_initial(block: Block) -> None:
    assert bed(block, "101 A").text == "Bērziņš A."
    assert "Bērziņš Andrejs, since 05/01/2026 11:00" in bed(block, "101 A").spoken
    assert bed(block, "101 A").resident_id == block.berzins


def test_a_free_bed_says_so_and_who_comes(block: Block) -> None:
    assert (bed(block, "101 B").text, bed(block, "101 B").detail) == ("free", "")
    request = PlaceResident(block.zalitis, block.beds["101 B"], NOON + 24 * HOUR, Why("admission"))
    block.store.run(place_resident, request)
    assert bed(block, "101 B").detail == "23 Nov Zālītis K."
    assert "next Zālītis Kaspars from 23/11/2026 12:00" in bed(block, "101 B").spoken


def test_an_occupied_bed_shows_until_when(block: Block) -> None:
    block.store.run(vacate_bed, VacateBed(block.berzins, NOON + 48 * HOUR, Why("request")))
    assert bed(block, "101 A").detail == "until 24 Nov"


def test_a_held_bed_carries_its_letter_and_for_whom(block: Block) -> None:
    content = HoldContent(block.beds["101 B"], NOON, NOON + HOUR, None, "court tomorrow")
    block.store.run(hold_bed, HoldBed(content))
    held = bed(block, "101 B")
    assert (held.state, held.text) == (BedState.HELD, "R court tomorrow")
    assert "reserved for court tomorrow until 22/11/2026 13:00" in held.spoken


def test_a_closed_bed_is_hatched_with_its_reason_and_a_closed_room_as_a_whole(
    block: Block,
) -> None:
    one = ClosureContent("bed", block.beds["101 B"], "damage", NOON - HOUR)
    block.store.run(close_space, CloseSpace(one))
    assert bed(block, "101 B").text == "S damage"
    assert pictures(block)["101"].closure is None
    assert pictures(block)["101"].count == "1/1"
    for person in (block.zukovs, block.vanags):
        block.store.run(vacate_bed, VacateBed(person, NOON, Why("closure")))
    whole = ClosureContent(
        "room", block.house.rooms["102"], "repair", NOON, date(2026, 11, 30), "damp wall"
    )
    block.store.run(close_space, CloseSpace(whole))
    closed = pictures(block)["102"].closure
    assert closed is not None
    assert closure_lines(closed) == ("Repair", "damp wall", "since 22 Nov", "back 30 Nov")
    assert not pictures(block)["102"].late
    assert pictures(block, NOON + timedelta(days=9))["102"].late


def test_people_too_near_are_red_and_an_unmet_need_is_amber(block: Block) -> None:
    block.keep_apart()
    assert bed(block, "102 A").mark == RED
    assert bed(block, "101 A").mark == NONE
    assert mark_of([Problem("need-unmet", Severity.WARNING)]) == AMBER
    assert mark_of([Problem("apart-nearby", Severity.WARNING)]) == AMBER
    assert mark_of([Problem("sex-differs")]) == RED


# Measures


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("beds", [1, 2, 4, 7, 12])
def test_beds_stand_inside_their_room_and_apart_at_every_text_size(qapp, percent, beds) -> None:
    apply(qapp, "light", percent)
    walls = Walls(0, 0, 160, 240)
    factor = measure.least_factor([(walls, beds)])
    room = QRectF(0, 0, walls.width * factor, walls.height * factor)
    places = measure.bed_places(room, beds)
    apply(qapp)
    assert len(places) == beds
    assert all(room.contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_twice_the_text_needs_about_twice_the_plan(qapp) -> None:
    apply(qapp, "light", 100)
    once = measure.least_factor([(Walls(), 4)])
    apply(qapp, "light", 200)
    twice = measure.least_factor([(Walls(), 4)])
    apply(qapp)
    assert 1.8 < twice / once < 2.2


def test_a_room_without_beds_has_no_places(qapp) -> None:
    assert measure.bed_places(QRectF(0, 0, 100, 100), 0) == ()
    assert measure.least_factor([]) == 0

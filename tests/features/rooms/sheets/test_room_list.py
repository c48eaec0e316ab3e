"""The wall's room list: initials, rooms and dates, and nothing a wall must not show."""

from __future__ import annotations

from datetime import date

from openblock.features.rooms.sheets import room_list
from tests.features.rooms.printed_house import (
    free,
    full_house,
    held,
    house,
    initialled,
    room,
    shut,
    taken,
)


def test_every_bed_stands_in_its_room_with_the_initialled_name_and_since_when():
    sheet = room_list(full_house(3), {})
    (section,) = sheet.sections
    assert section.title == "A nodaļa, 1. stāvs"
    assert [each.code for each in section.rooms] == ["101", "103"]
    first = section.rooms[0].beds[0]
    assert (first.label, first.words, first.since) == ("A", initialled(1), date(2026, 11, 23))
    assert (section.in_use, section.beds) == (3, 4)


def test_a_wall_copy_holds_no_full_name_and_not_for_whom_a_bed_is_kept():
    beds = (taken(1), held(2, name="Ģērmane Līga"))
    said = repr(room_list(house((room(1, beds),), beds), {}))
    assert "Jānis" not in said
    assert "Ģērmane" not in said


def test_beds_nobody_sleeps_in_say_what_they_are():
    beds = (free(1), held(2), shut(3))
    sheet = room_list(house((room(1, beds),), beds), {})
    lines = sheet.sections[0].rooms[0].beds
    assert [each.words for each in lines] == ["free", "reserved", "out of service: repair"]
    assert [each.shut for each in lines] == [False, False, True]
    assert not any(each.taken for each in lines)


def test_those_without_a_bed_are_named_with_their_initial_only():
    sheet = room_list(house((), (), without=(7, 8)), {7: "Čakste M."})
    assert sheet.without_bed == ("Čakste M.",)


def test_a_room_without_beds_is_no_living_room_and_stays_out():
    assert room_list(house((room(1, ()),), ()), {}).sections == ()

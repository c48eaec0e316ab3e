"""Beds nobody sleeps in, in three lists, each with what its reader needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from openblock.clock import FOREVER
from openblock.features.rooms.sheets import empty_beds
from tests.features.rooms.printed_house import (
    AT,
    DAY,
    assignment,
    free,
    held,
    house,
    room,
    shut,
    taken,
)


def lists(*beds, **facts):
    return empty_beds(house((room(1, beds, **facts),), beds))


def test_each_bed_stands_in_the_list_of_its_state_and_a_taken_one_in_none():
    sheet = lists(free(1), held(2), shut(3), taken(4))
    found = [
        [bed.label for each in rooms for bed in each.beds]
        for rooms in (sheet.free, sheet.held, sheet.closed)
    ]
    assert found == [["A"], ["B"], ["C"]]


def test_a_free_bed_says_until_when_it_is_free():
    planned = replace(free(1), next=assignment(9, starts_at=AT + 2 * DAY))
    sheet = lists(planned, free(2))
    assert [bed.words for bed in sheet.free[0].beds] == [("26/11/2026 08:41",), ("—",)]


def test_a_held_bed_says_for_whom_or_why_and_the_log_is_told_whom():
    sheet = lists(held(1), held(2, name="", resident=None))
    assert [bed.words for bed in sheet.held[0].beds] == [
        ("Ģērmane Līga", "25/11/2026 08:41"),
        ("no Jelgavas", "25/11/2026 08:41"),
    ]
    assert sheet.subjects == (5,)


def test_a_hold_without_an_end_says_none():
    bed = held(1)
    endless = replace(bed.hold, content=replace(bed.hold.content, ends_at=FOREVER))
    assert lists(replace(bed, hold=endless)).held[0].beds[0].words == ("Ģērmane Līga", "")


def test_a_closed_bed_says_why_since_when_and_is_marked_once_it_is_late():
    today = date(2026, 11, 24)
    sheet = lists(
        shut(1, expected=today), shut(2, expected=date(2026, 11, 23)), shut(3, expected=None)
    )
    assert [bed.words for bed in sheet.closed[0].beds] == [
        ("Repair, santehnika", "15/11/2026", "24/11/2026"),
        ("Repair, santehnika", "15/11/2026", "23/11/2026 !"),
        ("Repair, santehnika", "15/11/2026", ""),
    ]


def test_a_room_says_for_whom_it_is_and_what_it_offers():
    sheet = lists(free(1), sex="female", attributes=("non_smoking", "lower_bed"))
    assert sheet.free[0].offers == "For women, non-smokers, lower bed"
    assert sheet.free[0].place == "A nodaļa, 1. stāvs"

"""Beds against days: every bar that meets the period, and what the next days bring."""

from __future__ import annotations

from openblock.clock import FOREVER
from openblock.features.residents.commands import (
    ReadmitResident,
    ReleaseResident,
    readmit_resident,
    release_resident,
)
from openblock.features.residents.rules.content import StayContent
from openblock.features.rooms.queries import board, upcoming
from tests.factories import with_house, with_resident
from tests.features.rooms.placings import DAY, HOUR, NOW, SECOND, codes


def bars(block, start=NOW - DAY, end=NOW + DAY, **options):
    found = block.store.read(board, start, end, **options).bars
    return {(each.assignment.name.split()[0], each.assignment.bed): each for each in found}


def test_a_bar_is_shown_while_it_meets_the_period(block):
    block.place(block.dan, "101 B", NOW, NOW + HOUR)
    assert ("Dans", "101 B") in bars(block, NOW + HOUR - SECOND, NOW + DAY)
    assert ("Dans", "101 B") not in bars(block, NOW + HOUR, NOW + DAY)
    assert ("Dans", "101 B") not in bars(block, NOW - DAY, NOW)


def test_a_bar_tells_where_its_person_comes_from_and_goes_to(block):
    block.place(block.bob, "101 B", NOW + HOUR)
    block.place(block.bob, "102 B", NOW + 9 * DAY)
    found = bars(block)
    assert found["Bobs", "101 A"].moves_to == "101 B"
    moved = found["Bobs", "101 B"]
    assert (moved.moved_from, moved.moves_to) == ("101 A", "102 B")
    assert (found["Carls", "102 A"].moved_from, found["Carls", "102 A"].moves_to) == ("", "")


def test_a_bar_ends_with_the_stay_it_lies_in(block):
    request = ReleaseResident(block.bob, block.version(block.bob), NOW + DAY, "released")
    block.store.run(release_resident, request)
    again = ReadmitResident(
        block.bob, block.version(block.bob), StayContent(NOW + 3 * DAY), "back again"
    )
    block.store.run(readmit_resident, again)
    block.place(block.bob, "101 B", NOW + 3 * DAY)
    found = bars(block, end=NOW + 9 * DAY)
    assert found["Bobs", "101 A"].discharged == NOW + DAY
    assert found["Bobs", "101 B"].discharged == FOREVER


def test_a_bar_tells_what_does_not_fit(block):
    block.place(block.dan, "101 B", NOW + 2 * DAY)
    block.apart(block.bob, block.dan)
    assert codes(bars(block, end=NOW + 9 * DAY)["Bobs", "101 A"].problems) == ["apart-in-room"]
    assert bars(block, end=NOW + DAY)["Bobs", "101 A"].problems == ()


def test_one_floor_is_shown_with_what_is_closed_and_held_there(block):
    other = with_house(block.store, {"301": ("A",)}, floor="2. stāvs", section="C")
    block.close("bed", other.beds["301 A"])
    block.close("bed", block.beds["102 B"])
    block.hold("101 B")
    upstairs = block.store.read(board, NOW, NOW + DAY, other.floor_id)
    assert (upstairs.bars, upstairs.holds) == ((), ())
    assert [each.named for each in upstairs.closures] == ["301 A"]
    downstairs = block.store.read(board, NOW, NOW + DAY, block.home.floor_id)
    assert (len(downstairs.bars), len(downstairs.holds)) == (2, 1)
    assert [each.named for each in downstairs.closures] == ["102 B"]
    assert len(block.store.read(board, NOW, NOW + DAY).closures) == 2


def test_an_empty_board_has_no_bars(store):
    assert store.read(board, NOW, NOW + DAY).bars == ()


def test_what_the_next_days_bring_is_told_in_order_of_time(block):
    block.place(block.bob, "101 B", NOW + 2 * DAY)
    block.place(block.dan, "102 B", NOW + DAY)
    block.place(block.carl, "101 A", NOW + 14 * DAY)
    leaving = with_resident(block.store, "Leaving", sex="female", discharged=NOW + 3 * DAY)
    block.place(leaving, "201 A")
    found = block.store.read(upcoming, NOW)
    assert [row.name for row in found.moves] == ["Dans Jānis", "Bobs Jānis"]
    assert found.from_beds == ("", "101 A")
    assert [row.name for row in found.leavers] == ["Leaving Jānis"]
    later = block.store.read(upcoming, NOW, 15)
    assert [row.name for row in later.moves][-1] == "Carls Jānis"
    assert block.store.read(upcoming, NOW + 2 * DAY, 1).leavers == ()


def test_nothing_planned_is_nothing_told(block):
    found = block.store.read(upcoming, NOW)
    assert (found.moves, found.from_beds, found.leavers) == ((), (), ())

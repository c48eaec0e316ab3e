"""A release takes somebody out of what is booked; taken back, the bookings are as they were."""

from __future__ import annotations

import subprocess
import sys

import pytest

from openblock.clock import standing_at
from openblock.features.diary.rules import resident
from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.queries import booking_card
from openblock.features.grounds.rules.content import State
from openblock.features.residents.commands import (
    EraseResident,
    ReleaseResident,
    WithdrawRelease,
    erase_resident,
    release_resident,
    withdraw_release,
)
from openblock.features.residents.queries import resident_card
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, on
from tests.features.rooms.living import refused

LATER = NOW.replace(year=2037)


def version(block, who):
    return block.store.read(resident_card, block.residents[who], NOW).row.version


def wanted(block, who, when=NOW):
    number = block.residents[who]
    return ReleaseResident(number, version(block, who), when, "released", reason="as it is")


def release(block, who, when=NOW):
    return block.store.run(release_resident, wanted(block, who, when))


def booking(block, number):
    return block.store.read(booking_card, number, NOW).booking


def test_res_09_who_is_released_is_taken_out_and_the_others_stay(block, deeds):
    release(block, "a")
    left = booking(block, block.football)
    assert (left.heads, left.residents, left.state) == (3, block.people("bcd"), State.APPROVED)
    assert [person for person, *_times in deeds.diary(block.football)] == [
        resident(number) for number in block.people("bcd")
    ]


def test_res_09_a_booking_nobody_is_left_in_is_cancelled_and_says_why(block, deeds):
    release(block, "e")
    gone = booking(block, block.gym)
    assert gone.state is State.CANCELLED
    assert "released" in gone.cause
    assert gone.residents == block.people("e")
    assert deeds.diary(block.gym) == []


@pytest.mark.parametrize(("hour", "heads"), [(16.25, 3), (16.5, 4)])
def test_res_09_what_ends_before_the_release_is_left_as_it_is(block, hour, heads):
    release(block, "a", on(16, hour))
    assert booking(block, block.football).heads == heads


@pytest.mark.parametrize("who", ["a", "e", "h"])
def test_a_release_taken_back_brings_back_what_was_booked_to_the_last_column(block, deeds, who):
    deeds.run(release_resident, wanted(block, who))


def test_gr_03_a_release_is_not_taken_back_once_somebody_else_has_the_place(block, deeds):
    done = release(block, "h")
    with_booking(block.store, block.garden, block.people("c"), on(16, 14), on(16, 15))
    assert refused(deeds.back, done.undo) == ["area-full"]
    assert booking(block, block.weeding).heads == 1


def test_a_planned_release_that_is_withdrawn_brings_no_place_back(block):
    release(block, "a", on(16, 14))
    request = WithdrawRelease(block.a, version(block, "a"), "he stays after all")
    block.store.run(withdraw_release, request)
    assert booking(block, block.football).residents == block.people("bcd")


def test_res_10_an_erasure_empties_what_officers_wrote_of_the_persons_bookings(block):
    block.store.run(cancel_booking, CancelBooking(block.football, 1, "Apsītis is ill"))
    release(block, "a")
    release(block, "e")
    with standing_at(LATER):
        for who in "ae":
            request = EraseResident(block.residents[who], version(block, who), "time is up")
            block.store.run(erase_resident, request)
    assert booking(block, block.football).cause == ""
    assert booking(block, block.football).purpose == "Futbols"
    assert booking(block, block.gym).cause == ""


def test_the_window_has_releases_end_bookings_before_anybody_opens_the_grounds():
    asked = (
        "from openblock.features.grounds import ui; "
        "from openblock.features.residents.commands import erasure, release; "
        "print('grounds' in release._endings, 'grounds' in erasure._erasings)"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert said.stdout.split() == ["True", "True"]

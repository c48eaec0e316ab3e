"""What a request names is there, is open, and is not older than what is stored."""

from __future__ import annotations

import pytest

from openblock.clock import standing_at
from openblock.features.grounds.commands import (
    CancelBooking,
    StartBooking,
    cancel_booking,
    start_booking,
)
from openblock.features.grounds.commands.stored import content_of, lock
from openblock.features.grounds.tables import Booking
from openblock.storage.store import Done
from tests.features.grounds.commands.doing import refusal, refused
from tests.features.grounds.outside import on


def asked(deeds, deed):
    """What ``deed`` gives back within a transaction of this feature."""

    def ask(work, _request):
        return Done(deed(work))

    ask.__module__, ask.__name__ = cancel_booking.__module__, cancel_booking.__name__
    return deeds.store.run(ask, None).value


def test_a_refusal_says_what_became_of_the_booking_and_who_said_so(deeds):
    block = deeds.block
    error = refusal(deeds.run, cancel_booking, CancelBooking(block.gone, 99, "it rains"))
    assert error.code == "booking-settled"
    assert error.facts == {
        "area": "Sporta laukums",
        "state": "finished",
        "start": on(15, 15),
        "end": on(15, 16),
        "who": "Anna Bērziņa",
    }


def test_whoever_was_missing_is_no_part_of_what_is_entered(deeds):
    block = deeds.block
    with standing_at(on(16, 14)):
        missing = StartBooking(*deeds.seen(block.weeding), missing=block.people("g"))
        deeds.store.run(start_booking, missing)

    def content(work):
        return content_of(work, work.session.get_one(Booking, block.weeding))

    assert asked(deeds, content) == deeds.content(block.weeding)
    assert asked(deeds, content).residents == block.people("h")


@pytest.mark.parametrize(
    ("areas", "people", "officers", "code"),
    [
        ({1, 2}, {1, 3}, {1}, ""),
        (set(), set(), set(), ""),
        ({1}, {1, 99}, {1}, "resident-unknown"),
        ({99}, {1}, {1}, "area-unknown"),
        ({99}, {99}, {99}, "officer-unknown"),
    ],
)
def test_everybody_held_is_there_or_it_is_told_who_is_not(deeds, areas, people, officers, code):
    def hold(work):
        lock(work, areas, people, officers)
        return "held"

    if code:
        assert refused(asked, deeds, hold) == [code]
    else:
        assert asked(deeds, hold) == "held"

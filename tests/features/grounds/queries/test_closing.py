"""A closure lists the bookings it hits: those of its area that are not over, and no others."""

from __future__ import annotations

from openblock.clock import standing_at
from openblock.features.grounds.commands import (
    CancelBooking,
    StartBooking,
    cancel_booking,
    start_booking,
)
from openblock.features.grounds.queries import closure_hits
from openblock.features.grounds.rules.content import ClosureContent, ClosureReason
from tests.features.grounds.outside import on


def hits(block, area, start, end):
    content = ClosureContent(block.areas[area], start, end, ClosureReason.WEATHER)
    return [each.booking_id for each in block.store.read(closure_hits, content)]


def test_a_closure_hits_what_it_meets_and_not_what_it_touches(block):
    assert hits(block, "field", on(16, 16), on(16, 20)) == [block.football]
    assert hits(block, "field", on(16, 16.5), on(16, 20)) == []
    assert hits(block, "field", on(16, 13), on(16, 15)) == []
    assert hits(block, "hall", on(16, 0), on(17, 0)) == []


def test_a_closure_of_months_hits_everything_in_it_but_what_is_over_or_off(block):
    assert hits(block, "field", on(1, 0), on(1, 0, 12)) == [block.football]
    block.store.run(cancel_booking, CancelBooking(block.football, 1, "it rains"))
    assert hits(block, "field", on(1, 0), on(1, 0, 12)) == []


def test_a_group_that_is_out_is_hit_until_its_time_is_over(block):
    with standing_at(on(16, 15)):
        block.store.run(start_booking, StartBooking(block.football, 1))
        assert hits(block, "field", on(16, 15.5), on(16, 20)) == [block.football]
    with standing_at(on(16, 16.5)):
        assert hits(block, "field", on(16, 15.5), on(16, 20)) == []

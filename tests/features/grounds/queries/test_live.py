"""Which bookings take places, and that an index finds those of a time without the past."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from openblock.clock import FOREVER
from openblock.features.grounds.commands import CancelBooking, cancel_booking
from openblock.features.grounds.queries.live import ahead, live, meets, to_come
from openblock.features.grounds.rules.content import Span
from openblock.features.grounds.tables import Booking
from tests.features.grounds.outside import on
from tests.features.grounds.queries.asking import inside


def found(block, *wanted):
    def numbers(session):
        return set(session.scalars(select(Booking.id).where(*wanted)))

    return inside(block.store, numbers)


def test_cancelled_bookings_take_no_places_and_finished_ones_are_not_ahead(block):
    block.store.run(cancel_booking, CancelBooking(block.weeding, 1, "it rains"))
    assert found(block, live()) == {block.gone, block.football, block.gym}
    assert found(block, ahead()) == {block.football, block.gym}
    assert found(block, to_come(on(16, 16.5))) == {block.gym}
    assert found(block, to_come(on(16, 16.25))) == {block.football, block.gym}


@pytest.mark.parametrize(
    ("hours", "there"),
    [((14, 15), False), ((14, 15.25), True), ((16.25, 20), True), ((16.5, 20), False)],
)
def test_a_booking_meets_what_it_overlaps_and_not_what_it_touches(block, hours, there):
    start, end = (on(16, hour) for hour in hours)
    assert (block.football in found(block, meets(Span(start, end)))) is there


def test_a_time_without_an_end_meets_everything_from_its_beginning(block):
    assert found(block, meets(Span(on(16, 16.5), FOREVER))) == {block.gym}

"""Bookings are read as stored, with who takes part by the Latvian order of names."""

from __future__ import annotations

from datetime import timedelta

from openblock.features.grounds.queries.stored import (
    Person,
    by_name,
    held_time,
    people_of,
    stored_bookings,
)
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.tables import Booking
from tests.features.grounds.outside import on
from tests.features.grounds.queries.asking import inside

PLANNED = Span(on(16, 10), on(16, 11))
MINUTE = timedelta(minutes=1)


def test_a_booking_gives_back_what_was_entered(block):
    (football,) = inside(block.store, stored_bookings, Booking.id == block.football)
    assert football.content == block.wish(
        "field", "abcd", 16, (15, 16.5), officer="agnese", purpose="Futbols"
    )
    assert (football.state, football.heads, football.officer) == (
        State.APPROVED,
        4,
        "Agneseska Jana",
    )


def test_bookings_stand_by_their_start_and_without_people_where_nobody_asks(block):
    found = inside(block.store, stored_bookings, people=False)
    assert [each.booking_id for each in found] == [
        *(block.gone, block.weeding, block.football, block.gym)
    ]
    assert all(each.people == () for each in found)
    assert found[1].officer == ""


def test_people_are_read_of_the_bookings_wanted_only(block):
    found = inside(block.store, people_of, Booking.id == block.weeding)
    names = [each.name for each in found[block.weeding]]
    assert (set(found), names) == ({block.weeding}, ["Grāvis Jānis", "Hofmanis Jānis"])


def test_who_is_back_early_holds_the_time_until_then_and_a_minute_at_the_least():
    assert held_time(PLANNED, None) == PLANNED
    assert held_time(PLANNED, on(16, 10.5)) == Span(on(16, 10), on(16, 10.5))
    assert held_time(PLANNED, on(16, 9.9)) == Span(on(16, 10), on(16, 10) + MINUTE)
    assert held_time(PLANNED, on(16, 11.5)) == PLANNED


def test_people_of_one_name_stand_by_their_number():
    people = [Person(9, "Ābols Jānis"), Person(3, "Zars Jānis"), Person(2, "Ābols Jānis")]
    assert [each.resident_id for each in by_name(people)] == [2, 9, 3]

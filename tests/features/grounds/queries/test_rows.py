"""What rows of the grounds say of themselves."""

from __future__ import annotations

from datetime import date

from openblock.features.grounds.queries import FairLine, booking_card
from openblock.features.grounds.rules.content import Span
from tests.factories import with_closure
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import seen


def test_a_booking_belongs_to_the_date_it_begins_on_by_the_wall_clock(block):
    row = block.store.read(booking_card, block.football, NOW).booking
    assert row.day == date(2026, 9, 16)


def test_a_closure_has_the_time_that_was_entered(block):
    with_closure(block.store, block.hall, on(18, 9), on(19, 12))
    (closure,) = seen(block).closures
    assert closure.span == Span(on(18, 9), on(19, 12))


def test_a_persons_total_is_over_all_areas():
    assert FairLine(1, "Apsītis Jānis", "", {1: 60, 2: 45}, 2, 0, 0).total == 105
    assert FairLine(1, "Apsītis Jānis", "", {}, 0, 0, 0).total == 0

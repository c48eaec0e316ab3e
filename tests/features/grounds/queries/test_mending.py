"""What has to be put right is counted from now on, whatever its date, and nothing of the past."""

from __future__ import annotations

from openblock.features.grounds.queries import mending_number, to_mend
from tests.factories import with_booking
from tests.features.grounds.outside import NOW, on
from tests.features.grounds.queries.asking import inside, seen
from tests.features.shadowing.queries.asking import scanned, statements


def test_a_block_in_order_has_nothing_to_mend(block):
    assert block.store.read(mending_number, NOW) == 0
    assert seen(block).to_mend == ()


def test_bookings_of_every_date_that_lost_their_officer_are_counted(block):
    far = with_booking(
        block.store,
        block.field,
        block.people("h"),
        on(26, 9),
        on(26, 10),
        officer_id=block.normunds,
    )
    block.duty("normunds", 26, None)
    block.duty("agnese", 16, None)
    assert [each.booking_id for each in seen(block).to_mend] == [block.football, far]
    assert block.store.read(mending_number, NOW) == 2
    assert block.store.read(mending_number, on(16, 16.5)) == 1


def test_what_is_to_mend_can_be_asked_of_some_areas_only(block):
    block.duty("agnese", 16, None)
    assert inside(block.store, to_mend, NOW, (block.hall,)) == ()
    rows = inside(block.store, to_mend, NOW, (block.field,))
    assert [each.booking_id for each in rows] == [block.football]
    assert rows[0].residents == block.people("abcd")


def test_counting_takes_so_many_statements_and_looks_through_no_bookings(block):
    before = statements(block.store, mending_number, NOW)
    for hour in range(9, 14):
        with_booking(
            block.store,
            block.hall,
            block.people("h"),
            on(18, hour),
            on(18, hour + 1),
            officer_id=block.kristine,
        )
    assert statements(block.store, mending_number, NOW) == before
    assert not scanned(block.store, mending_number, NOW) & {"bookings", "participants", "duties"}

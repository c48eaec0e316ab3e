"""What was done goes back row by row, and not at all where a row has moved on."""

from __future__ import annotations

import pytest

from openblock.errors import NotAllowed
from openblock.features.grounds.commands import (
    BookArea,
    CancelBooking,
    RestoreAreas,
    RestoreBookings,
    book_area,
    cancel_booking,
    restore_areas,
    restore_bookings,
)
from openblock.features.grounds.tables import Booking
from openblock.storage.acts import plain_values
from openblock.storage.ledger import RowChange
from tests.features.grounds.commands.doing import refused, standing


def test_there_and_back_and_there_again_ends_where_it_began(deeds):
    before = standing(deeds.store)
    cancelled = CancelBooking(*deeds.seen(deeds.block.football), "it rains")
    step = deeds.store.run(cancel_booking, cancelled).undo
    for _ in range(3):
        step = deeds.back(step)
        assert standing(deeds.store) == before
        step = deeds.back(step)


def test_an_undo_is_logged_as_what_it_is_and_about_everybody(deeds):
    block = deeds.block
    done = deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(block.weeding), "it rains"))
    deeds.back(done.undo)
    (logged, *_others) = deeds.log("grounds.restore_bookings")
    assert logged.details == {"undoes": True}
    about = {("booking", str(block.weeding)), ("area", str(block.garden))}
    assert about | {("resident", str(each)) for each in block.people("gh")} <= set(logged.subjects)


def test_gr_06_an_undo_brings_no_officer_back_who_is_off_duty_by_now(deeds):
    block = deeds.block
    done = deeds.store.run(book_area, deeds.changed(block.football, officer_id=block.kristine))
    block.duty("agnese", 16, None)
    assert refused(deeds.back, done.undo) == ["supervisor-off-duty"]
    assert deeds.booking(block.football).officer_id == block.kristine


def test_what_was_wrong_already_is_no_reason_not_to_go_back(deeds):
    block = deeds.block
    block.duty("agnese", 16, None)
    done = deeds.run(book_area, deeds.changed(block.football, officer_id=block.kristine))
    again = deeds.back(done.undo)
    deeds.back(again)


def test_a_refused_undo_leaves_everything_as_it_was_the_diary_too(deeds):
    block = deeds.block
    done = deeds.store.run(cancel_booking, CancelBooking(*deeds.seen(block.weeding), "it rains"))
    deeds.booked(block.wish("corner", "g", 16, (14, 15), officer="agnese"))
    before = standing(deeds.store)
    assert refused(deeds.back, done.undo) == ["guest-busy"]
    assert standing(deeds.store) == before


def test_an_undo_cannot_be_made_to_write_what_is_not_of_its_kind(deeds):
    """A request made by hand reaches no other table, whoever sends it."""
    block = deeds.block
    change = RowChange("accounts", 1, None, {"role": "administrator"})
    with pytest.raises(KeyError):
        deeds.store.run(restore_bookings, RestoreBookings((change,)))
    values = plain_values(deeds.booking(block.gym))
    change = RowChange("bookings", block.gym, values, {**values, "heads": 1})
    with pytest.raises(KeyError):
        deeds.store.run(restore_areas, RestoreAreas((change,)))


def test_whoever_may_only_look_takes_nothing_back(deeds):
    done = deeds.store.run(book_area, BookArea(deeds.block.wish("garden", "a", 17)))
    deeds.block.sign_in("auditor")
    with pytest.raises(NotAllowed):
        deeds.back(done.undo)


def test_a_booking_nobody_changed_is_not_written(deeds):
    block = deeds.block
    version = deeds.booking(block.gym).version
    done = deeds.store.run(book_area, deeds.changed(block.gym))
    assert (done.value, done.undo) == (block.gym, None)
    assert deeds.booking(block.gym).version == version
    assert Booking.__tablename__ == "bookings"

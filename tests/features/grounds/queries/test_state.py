"""Every area stands as it is at a moment: free, in use, closed, dark or shut, and until when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from openblock.clock import standing_at
from openblock.features.grounds.commands import StartBooking, start_booking
from openblock.features.grounds.queries import grounds_now
from openblock.features.grounds.rules.content import AreaState, ClosureReason
from tests.factories import with_closure
from tests.features.grounds.outside import NOW, on
from tests.features.shadowing.queries.asking import statements


def now_of(block, name, at=NOW):
    rows = {each.area.area_id: each for each in block.store.read(grounds_now, at)}
    return rows[block.areas[name]]


def gone_out(block, at, missing=()):
    with standing_at(at):
        block.store.run(start_booking, StartBooking(block.football, 1, missing=missing))


@pytest.mark.parametrize(
    ("name", "hour", "state"),
    [
        ("field", 12, AreaState.FREE),
        ("field", 20, AreaState.DARK),
        ("field", 21.5, AreaState.SHUT),
        ("garden", 20, AreaState.FREE),
        ("hall", 20.75, AreaState.FREE),
        ("hall", 3, AreaState.SHUT),
        ("house", 12, AreaState.SHUT),
    ],
)
def test_an_area_is_free_by_its_light_and_its_hours(block, name, hour, state):
    assert now_of(block, name, on(16, hour)).state is state


def test_a_field_is_free_until_the_sun_sets(block):
    found = now_of(block, "field")
    assert abs(found.until - on(16, 19.65)) < timedelta(minutes=5)


def test_a_group_that_is_out_is_on_the_field_until_it_is_to_be_back(block):
    gone_out(block, on(16, 15), missing=block.people("d"))
    found = now_of(block, "field", on(16, 15.5))
    assert (found.state, found.heads, found.until) == (AreaState.IN_USE, 3, on(16, 16.5))
    assert found.booking_ids == (block.football,)


def test_a_group_that_is_late_is_out_there_still(block):
    gone_out(block, on(16, 15))
    late = now_of(block, "field", on(16, 17))
    assert (late.state, late.heads, late.until) == (AreaState.IN_USE, 4, None)


def test_a_group_nobody_ticked_back_is_no_longer_out_there_after_a_day(block):
    gone_out(block, on(16, 15))
    assert now_of(block, "field", on(17, 16)).state is AreaState.IN_USE
    assert now_of(block, "field", on(17, 17)).state is AreaState.FREE


def test_a_booking_that_was_not_ticked_out_does_not_take_the_field(block):
    assert now_of(block, "field", on(16, 15.5)).heads == 0


def test_a_closed_area_says_why_and_until_when(block):
    with_closure(block.store, block.hall, on(16, 13), on(17, 9), ClosureReason.REPAIR, "grīda")
    before, after = now_of(block, "hall"), now_of(block, "hall", on(16, 13))
    assert (before.state, before.until, before.closure) == (AreaState.FREE, on(16, 13), "")
    assert (after.state, after.until) == (AreaState.CLOSED, on(17, 9))
    assert (after.closure, after.closure_remark) == ("repair", "grīda")


def test_the_state_of_all_areas_takes_so_many_statements_however_many_are_out(block):
    before = statements(block.store, grounds_now, on(16, 15.5))
    gone_out(block, on(16, 15))
    assert statements(block.store, grounds_now, on(16, 15.5)) == before

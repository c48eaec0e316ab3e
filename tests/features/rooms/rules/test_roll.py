"""The figures of the block at an instant, and what always holds between them (§4.3)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from openblock.features.rooms.rules.roll import roll_of

numbers = st.frozensets(st.integers(1, 8))


def roll(**sets):
    empty = ("beds", "closed", "held", "assigned", "staying", "outside")
    return roll_of(**{name: frozenset(sets.get(name, ())) for name in empty})


def test_room_13_who_is_outside_keeps_the_bed():
    found = roll(beds={1, 2, 3}, assigned={7, 8}, staying={7, 8}, outside={8})
    assert (found.beds_in_use, found.inside, found.outside, found.free) == (2, 1, 1, 1)
    assert found.present == 1


def test_room_14_who_is_here_without_a_bed_is_present_and_counted_so():
    found = roll(beds={1}, assigned={7}, staying={7, 8, 9}, outside={9})
    assert (found.without_bed, found.present) == (1, 2)


def test_room_07_what_is_closed_is_not_usable_and_free_may_fall_below_nothing():
    found = roll(beds={1, 2}, closed={1, 2, 99}, assigned={7}, staying={7})
    assert (found.out_of_service, found.usable, found.free) == (2, 0, -1)


def test_a_bed_kept_that_is_closed_or_gone_is_not_counted_as_kept():
    assert roll(beds={1, 2, 3}, closed={1}, held={1, 2, 99}).held == 1


@given(beds=numbers, closed=numbers, staying=numbers, outside=numbers, data=st.data())
def test_beds_in_use_are_in_and_out_and_present_are_in_and_without_bed(
    beds, closed, staying, outside, data
):
    assigned = data.draw(st.frozensets(st.sampled_from(sorted(staying)))) if staying else set()
    found = roll(beds=beds, closed=closed, assigned=assigned, staying=staying, outside=outside)
    assert found.beds_in_use == found.inside + found.outside == len(assigned)
    assert found.present == found.inside + found.without_bed == len(staying - outside)
    assert found.free == len(beds - closed) - len(assigned)

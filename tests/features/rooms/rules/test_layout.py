"""New rooms stand on the plan so that it can be read at once: none over another, none beyond it."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.features.rooms.rules.content import FloorContent, Walls
from openblock.features.rooms.rules.house import walls_problems
from openblock.features.rooms.rules.layout import CORRIDOR, MARGIN, laid_out


def overlap(one: Walls, other: Walls) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def test_nine_rooms_stand_along_both_sides_of_one_corridor():
    found = laid_out([4] * 9)
    upper, lower = found.walls[:5], found.walls[5:]
    assert {each.y for each in upper} == {MARGIN}
    assert {each.door for each in upper} == {"bottom"}
    assert {each.door for each in lower} == {"top"}
    assert {each.y - (MARGIN + upper[0].height) for each in lower} == {CORRIDOR}
    assert (found.width, found.height) == (1000, 640)
    assert found.walls[4].x + found.walls[4].width == 980


def test_rooms_stand_side_by_side_in_the_order_asked_for():
    first, second, third = laid_out([4, 4, 4]).walls
    assert first.x + first.width == second.x
    assert second.x + second.width == third.x


def test_a_room_with_more_beds_than_fit_one_under_another_is_wider():
    small, large = laid_out([4, 8]).walls
    assert large.width == 2 * small.width


def test_what_stands_on_the_plan_stays_and_new_rooms_come_below_it():
    taken = (Walls(20, 20, 160, 240), Walls(300, 100, 500, 500))
    found = laid_out([4, 4], taken)
    assert min(each.y for each in found.walls) == 600 + CORRIDOR
    assert found.height == 600 + CORRIDOR + 240 + MARGIN


def test_a_floor_of_many_rooms_grows_in_both_directions():
    found = laid_out([4] * 48)
    assert found.width == 2 * MARGIN + 12 * 160
    assert found.height > 640
    assert len({each.y for each in found.walls}) == 4


@pytest.mark.parametrize("number", range(1, 25))
def test_up_to_two_dozen_rooms_have_one_corridor(number):
    assert len({each.y for each in laid_out([4] * number).walls}) <= 2


def test_no_rooms_leave_the_plan_as_it_is():
    found = laid_out([], (), 1200, 700)
    assert (found.walls, found.width, found.height) == ((), 1200, 700)


@given(
    st.lists(st.integers(0, 12), max_size=40),
    st.lists(
        st.builds(
            Walls,
            st.integers(0, 800),
            st.integers(0, 400),
            st.integers(20, 200),
            st.integers(20, 200),
        ),
        max_size=5,
    ),
    st.integers(100, 2000),
)
def test_no_room_lies_over_another_or_beyond_the_plan(beds, taken, width):
    found = laid_out(beds, taken, width, 640)
    assert len(found.walls) == len(beds)
    assert found.width >= width
    assert found.height >= 640
    assert not any(overlap(*pair) for pair in combinations(found.walls, 2))
    assert not any(overlap(new, old) for new in found.walls for old in taken)
    plan = FloorContent(1, "1", 1, found.width, found.height)
    assert not any(list(walls_problems(each, plan)) for each in found.walls)

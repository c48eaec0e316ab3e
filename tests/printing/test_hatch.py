"""Hatching: inside its area, and joined to its neighbour's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openblock.printing.hatch import Hatch, hatch
from openblock.printing.leaf import Leaf
from openblock.printing.style import GRID

EDGE = st.floats(0, 400)
SIZE = st.floats(1, 200)


def lines_of(area, kind, gap=4.8):
    leaf = Leaf(600, 600)
    hatch(leaf, area, kind, gap)
    return leaf.lines[GRID]


@given(left=EDGE, top=EDGE, wide=SIZE, high=SIZE, kind=st.sampled_from(Hatch))
def test_no_line_leaves_its_area(left, top, wide, high, kind):
    for x1, y1, x2, y2 in lines_of((left, top, left + wide, top + high), kind):
        assert left - 1e-6 <= x1 <= x2 + 1e-6
        assert x2 <= left + wide + 1e-6
        assert all(top - 1e-6 <= y <= top + high + 1e-6 for y in (y1, y2))


def test_lines_of_neighbours_are_on_the_same_rising_lines():
    first = lines_of((100, 50, 120, 70), Hatch.WEEKEND)
    second = lines_of((120, 50, 140, 70), Hatch.WEEKEND)
    step = 4.8 * 2**0.5
    for x, y, _right, _top in (*first, *second):
        assert (x + y) / step == pytest.approx(round((x + y) / step))


def test_two_areas_hatch_like_the_one_they_make():
    whole = lines_of((100, 50, 120, 90), Hatch.WEEKEND)
    parts = [
        *lines_of((100, 50, 120, 70), Hatch.WEEKEND),
        *lines_of((100, 70, 120, 90), Hatch.WEEKEND),
    ]

    def length(lines):
        return sum(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 for x1, y1, x2, y2 in lines)

    assert length(parts) == pytest.approx(length(whole))


def test_a_holiday_is_crossed_and_a_weekend_is_not():
    area = (10, 10, 60, 60)
    rising = lines_of(area, Hatch.WEEKEND)
    crossed = lines_of(area, Hatch.HOLIDAY)
    assert set(rising) < set(crossed)
    assert all(y1 > y2 for _x1, y1, _x2, y2 in rising)
    assert any(y1 < y2 for _x1, y1, _x2, y2 in crossed)


def test_a_date_there_is_not_is_hatched_the_other_way_alone():
    found = lines_of((100, 50, 120, 70), Hatch.NO_DATE)
    assert found
    assert all(x2 > x1 and y2 > y1 for x1, y1, x2, y2 in found)
    both = lines_of((100, 50, 120, 70), Hatch.HOLIDAY)
    assert set(found) < set(both)

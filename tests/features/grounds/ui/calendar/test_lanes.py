"""Which lane a booking has: side by side where they overlap, whole width where they touch."""

from __future__ import annotations

import pytest

from openblock.features.grounds.ui.calendar.lanes import lanes_of


@pytest.mark.parametrize(
    ("extents", "lanes"),
    [
        ((), ()),
        (((0, 60), (60, 120)), ((0, 1), (0, 1))),
        (((0, 60), (30, 90)), ((0, 2), (1, 2))),
        (((0, 60), (0, 60)), ((0, 2), (1, 2))),
        # The third takes the lane the first has left, and all three share the width.
        (((0, 60), (30, 120), (60, 90)), ((0, 2), (1, 2), (0, 2))),
        (((30, 90), (0, 60), (200, 230)), ((1, 2), (0, 2), (0, 1))),
    ],
)
def test_overlapping_ones_stand_side_by_side(
    extents: tuple[tuple[int, int], ...], lanes: tuple[tuple[int, int], ...]
) -> None:
    assert lanes_of(extents) == lanes


def test_no_two_in_one_lane_ever_overlap() -> None:
    extents = [(start, start + length) for start in range(0, 300, 15) for length in (15, 45, 90)]
    found = lanes_of(extents)
    for one, (lane, _of) in zip(extents, found, strict=True):
        for other, (beside, _all) in zip(extents, found, strict=True):
            if one is not other and lane == beside:
                assert one[1] <= other[0] or other[1] <= one[0]

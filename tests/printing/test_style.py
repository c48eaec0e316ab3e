"""The papers of the house style."""

from __future__ import annotations

import pytest

from openblock.printing.style import A3_FULL_WALL, A3_WALL, A4_HANDED, A4_WALL, MM, SMALLEST


@pytest.mark.parametrize(
    ("style", "size"),
    [
        (A3_WALL, (420, 297)),
        (A3_FULL_WALL, (420, 297)),
        (A4_WALL, (297, 210)),
        (A4_HANDED, (210, 297)),
    ],
)
def test_a_style_has_its_papers_size_and_room_between_margins(style, size):
    assert (style.width / MM, style.height / MM) == pytest.approx(size)
    assert style.inner_width == pytest.approx(style.right_edge - style.left)
    assert min(style.left, style.top, style.right, style.bottom) >= 6 * MM - 0.01


@pytest.mark.parametrize("style", [A3_WALL, A3_FULL_WALL, A4_WALL, A4_HANDED])
def test_no_type_of_the_frame_is_smaller_than_seven_points(style):
    assert min(style.kicker, style.title, style.fact, style.detail, style.foot) >= SMALLEST

"""A page as plain data."""

from __future__ import annotations

import pytest

from openblock.printing.fonts import Face, width
from openblock.printing.leaf import CENTRE, RIGHT, Leaf


@pytest.mark.parametrize(("align", "share"), [(0.0, 0), (CENTRE, 0.5), (RIGHT, 1)])
def test_text_is_set_by_its_left_edge_middle_or_right_edge(align, share):
    leaf = Leaf(100, 100)
    leaf.text(50, 20, "24", Face.BOLD, 10, align=align)
    assert leaf.texts[0].x == pytest.approx(50 - share * width("24", Face.BOLD, 10))


def test_turned_text_is_centred_on_its_height():
    leaf = Leaf(100, 100)
    leaf.turned(10, 50, "1. maiņa", Face.BOLD, 10)
    assert leaf.texts[0].turned
    assert leaf.texts[0].baseline == pytest.approx(50 + width("1. maiņa", Face.BOLD, 10) / 2)


def test_lines_boxes_and_bars_are_kept_by_weight():
    leaf = Leaf(100, 100)
    leaf.across(1, 9, 5, 0.25)
    leaf.down(3, 1, 9, 0.25)
    leaf.box(1, 1, 9, 9, 0.9)
    leaf.bar(2, 2, 4, 4)
    assert leaf.lines == {0.25: [(1, 5, 9, 5), (3, 1, 3, 9)]}
    assert leaf.boxes == {0.9: [(1, 1, 9, 9)]}
    assert leaf.bars == [(2, 2, 4, 4)]

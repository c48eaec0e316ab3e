"""A legend explains every mark, whole, in as many rows as that takes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.legend import Entry, Legend
from openblock.printing.marks import letter

ROOM = 300.0


def entry(words, wide=20.0):
    return Entry(wide, lambda leaf, cell: letter(leaf, cell, "K", Face.BOLD, 8), words)


def drawn(entries):
    leaf = Leaf(400, 800)
    legend = Legend(entries, 8, 9, ROOM)
    end = legend.draw(leaf, 50, 100)
    assert end == pytest.approx(100 + legend.height)
    return leaf, legend


def test_marks_stand_side_by_side_and_go_on_in_the_next_row():
    leaf, _legend = drawn([entry(f"Čiekurs {number}") for number in range(12)])
    words = [each for each in leaf.texts if each.words != "K"]
    assert [each.words for each in words] == [f"Čiekurs {number}" for number in range(12)]
    assert len({each.baseline for each in words}) > 1
    assert all(each.x + width(each.words, each.face, each.size) <= 50 + ROOM for each in words)


def test_no_two_entries_touch_each_other():
    leaf, _legend = drawn([entry(f"Ēķis {number}") for number in range(12)])
    for row in {each.baseline for each in leaf.texts if each.words != "K"}:
        found = sorted(
            (each.x, each.x + width(each.words, each.face, each.size))
            for each in leaf.texts
            if each.baseline == row and each.words != "K"
        )
        assert all(end + 20 < start for (_s, end), (start, _e) in pairwise(found))


def test_an_entry_longer_than_the_sheet_wraps_and_the_row_grows():
    long = "ļoti garš skaidrojums " * 12
    leaf, legend = drawn([entry(long.strip())])
    lines = [each for each in leaf.texts if each.words != "K"]
    assert " ".join(each.words for each in lines) == long.strip()
    assert len(lines) > 1
    assert legend.height > 9 + 8 * (len(lines) - 1)


def test_a_legend_of_nothing_takes_no_room():
    leaf, legend = drawn([])
    assert legend.height == 0
    assert not leaf.texts

"""The marks of the grids stay inside their cells."""

from __future__ import annotations

import pytest

from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.marks import (
    Cell,
    alarm,
    changed,
    dashed,
    letter,
    ruled,
    shift,
    signature,
    signature_height,
    spell,
)
from openblock.printing.style import GROUP, SECTION

CELL = Cell(100, 50, 117, 64)


def only(leaf):
    (found,) = leaf.texts
    return found


@pytest.mark.parametrize("code", ["8", "24", "24!", "D12", "ĢKŅ24", "WWW"])
def test_a_code_stays_inside_its_box(code):
    leaf = Leaf(200, 200)
    shift(leaf, CELL, code, 12.5)
    text = only(leaf)
    ((left, top, right, bottom),) = leaf.boxes[SECTION]
    assert text.words == code
    assert left < text.x
    assert text.x + width(code, Face.BOLD, text.size) < right
    assert top < text.baseline - 0.714 * text.size
    assert text.baseline < bottom


def test_a_low_cell_has_a_lighter_box():
    leaf = Leaf(200, 200)
    shift(leaf, Cell(100, 50, 117, 60), "24", 12)
    assert list(leaf.boxes) == [GROUP]


def test_a_letter_has_no_box():
    leaf = Leaf(200, 200)
    letter(leaf, CELL, "B", Face.REGULAR, 9)
    assert only(leaf).words == "B"
    assert not leaf.boxes


def test_too_few_is_white_on_black():
    leaf = Leaf(200, 200)
    alarm(leaf, CELL, "4!", 9)
    assert leaf.bars == [(100, 50, 117, 64)]
    assert only(leaf).white


@pytest.mark.parametrize("words", ["Saskaņoja", "Sastādīja vecākais korpusa uzraugs " * 4])
def test_a_signature_keeps_room_for_the_pen_and_all_its_words(words):
    leaf = Leaf(400, 400)
    height = signature_height(words, 250, 8.5)
    signature(leaf, Cell(20, 300 - height, 270, 300), words, 8.5)
    *said, caption = leaf.texts
    assert " ".join(each.words for each in said) == words.strip()
    assert caption.words == "signature, date"
    ((start, _y, end, _y2),) = next(iter(leaf.lines.values()))
    assert end - start > 60
    assert all(each.x + width(each.words, each.face, each.size) < start for each in said)
    assert min(each.baseline - each.size for each in said) > 300 - height - 1


@pytest.mark.parametrize("size", [(17, 14), (80, 66), (3, 3)])
def test_a_dashed_frame_stays_on_its_edges_and_has_closed_corners(size):
    wide, high = size
    cell = Cell(100, 50, 100 + wide, 50 + high)
    leaf = Leaf(300, 300)
    dashed(leaf, cell, SECTION)
    lines = leaf.lines[SECTION]
    assert all(
        x1 in (cell.left, cell.right) or y1 in (cell.top, cell.bottom) for x1, y1, _x, _y in lines
    )
    ends = {(round(x, 6), round(y, 6)) for x1, y1, x2, y2 in lines for x, y in ((x1, y1), (x2, y2))}
    assert {(100, 50), (100 + wide, 50), (100, 50 + high), (100 + wide, 50 + high)} <= ends
    drawn = sum(abs(x2 - x1) + abs(y2 - y1) for x1, y1, x2, y2 in lines)
    assert drawn < 0.75 * 2 * (wide + high)


def test_lines_to_write_on_are_as_many_as_the_cell_holds():
    leaf = Leaf(300, 300)
    ruled(leaf, Cell(20, 100, 220, 151), 25)
    assert [y for _x, y, _x2, _y2 in next(iter(leaf.lines.values()))] == [125, 150]


def test_an_absence_is_a_bar_that_stops_before_every_letter_and_inside_its_cells():
    leaf = Leaf(300, 300)
    cells = [Cell(100 + 17 * at, 50, 117 + 17 * at, 64) for at in range(3)]
    spell(leaf, cells, "A", 10)
    bars = leaf.lines[SECTION]
    assert len(bars) == 4
    assert {y for _x, y, _x2, _y2 in bars} == {57}
    assert all(100 < start < end < 151 for start, _y, end, _y2 in bars)
    for each in leaf.texts:
        right = each.x + width(each.words, each.face, each.size)
        assert not any(start < right and end > each.x for start, _y, end, _y2 in bars)


def test_letters_too_wide_for_a_bar_stand_alone_and_stay_inside():
    leaf = Leaf(300, 300)
    spell(leaf, [CELL], "MMMM", 12)
    said = only(leaf)
    assert CELL.left < said.x
    assert said.x + width(said.words, said.face, said.size) < CELL.right
    assert not leaf.lines[SECTION]


def test_what_is_changed_has_a_black_square_in_its_upper_right_corner():
    leaf = Leaf(300, 300)
    changed(leaf, CELL, 3.5)
    assert leaf.bars == [(113.5, 50, 117, 53.5)]

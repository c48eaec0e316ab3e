"""The marks of the grids stay inside their cells."""

from __future__ import annotations

import pytest

from openblock.printing.fonts import Face, width
from openblock.printing.leaf import Leaf
from openblock.printing.marks import Cell, alarm, letter, shift, signature, signature_height
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

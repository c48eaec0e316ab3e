"""A frame is put together from what is in sight, and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect

from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.drafts import Grip, taken
from openblock.features.rooms.ui.board.painter import BoardPainter
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import token
from tests.features.rooms.ui.board.pictures import colours, painted

WHOLE = QRect(0, 0, 960, 21 * 28)


@pytest.fixture
def sheet(read):
    return Sheet(read.picture(), Axis(date(2026, 11, 14), 30, 32.0), 21)


def test_a_part_looks_as_it_does_in_the_whole(sheet):
    """Scrolling paints strips: a strip must not differ from the frame it belongs to."""
    whole = painted(960, 588, lambda p: BoardPainter().paint(p, sheet, WHOLE, WHOLE))
    strip = QRect(0, 63, 960, 84)

    def part(painter):
        painter.setClipRect(strip)
        BoardPainter().paint(painter, sheet, strip, WHOLE)

    drawn = painted(960, 588, part)
    assert drawn.copy(strip) == whole.copy(strip)


def test_nothing_out_of_sight_is_asked_for_its_text(sheet, monkeypatch):
    painter = BoardPainter()
    seen = []
    fit = painter.letters.fit
    monkeypatch.setattr(
        painter.letters, "fit", lambda n, r, room: seen.append(n) or fit(n, r, room)
    )
    strip = QRect(0, 0, 960, 42)
    painted(960, 588, lambda p: painter.paint(p, sheet, strip, strip))
    assert "Bērziņš Jānis" in seen
    assert "Rudzītis Jānis" not in seen


def test_one_plate_names_the_closure_of_a_whole_room(sheet):
    image = painted(960, 588, lambda p: BoardPainter().paint(p, sheet, WHOLE, WHOLE))
    first = next(n for n, line in enumerate(sheet.picture.lines) if line.name == "104 A")
    middle = (first + 2) * 21
    assert token("text").name() in colours(image, QRect(200, middle - 12, 200, 24))
    assert token("text").name() not in colours(image, QRect(0, first * 21, 960, 18))


def test_the_ring_is_thicker_with_the_keyboard_on_it(sheet, read):
    piece = read.piece("Bērziņš")

    def ring(focus):
        return painted(960, 588, lambda p: BoardPainter().paint_chosen(p, sheet, piece, focus))

    with_focus, without = ring(True), ring(False)
    accent, quiet = token("accent").name(), token("text2").name()
    count = sum(with_focus.pixelColor(400, y).name() == accent for y in range(21))
    fewer = sum(without.pixelColor(400, y).name() == quiet for y in range(21))
    assert count == 2 * fewer > 0


def test_a_bar_in_hand_is_drawn_on_the_line_it_is_held_over(sheet, read):
    held = taken(read.piece("Kļaviņš"), Grip.END)
    image = painted(960, 588, lambda p: BoardPainter().paint_draft(p, sheet, held))
    assert token("soft").name() in colours(image, QRect(100, 21, 200, 21))
    assert colours(image, QRect(0, 43, 960, 100)) == {"#ff00ff"}

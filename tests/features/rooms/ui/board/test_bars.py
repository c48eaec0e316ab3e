"""Every kind of bar is told from the others without colour: by stroke, sign, letter or hatch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect

from openblock.features.rooms.ui.board import bars
from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.lettering import Lettering
from openblock.features.rooms.ui.board.pieces import Kind
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import token
from tests.features.rooms.ui.board.pictures import colours, painted


@pytest.fixture
def sheet(read):
    return Sheet(read.picture(), Axis(date(2026, 11, 14), 30, 32.0), 21)


def drawn(sheet, piece):
    placed = bars.place(Lettering(), sheet, piece)
    return painted(960, 21 * 28, lambda painter: bars.paint_bar(painter, placed))


def edge(sheet, piece):
    body = bars.body_of(sheet, piece)
    return QRect(body.left() + 20, body.top(), 60, 1)


def test_a_problem_puts_a_triangle_before_the_name_and_a_plan_an_arrow(read):
    assert bars.label_of(read.piece("Žukovs")) == "▲ Žukovs Jānis"
    assert bars.label_of(read.piece("Vanags", "planned")) == "→ Vanags Jānis"
    assert bars.label_of(read.piece("Bērziņš")) == "Bērziņš Jānis"
    warned = replace(read.piece("Bērziņš"), problem="warning")
    assert bars.label_of(warned) == "● Bērziņš Jānis"


def test_a_plan_is_dashed_and_a_hold_dotted(sheet, read):
    plan = read.piece("Vanags", "planned")
    image = drawn(sheet, plan)
    assert colours(image, edge(sheet, plan)) >= {token("accent").name(), token("surface").name()}
    hold = read.piece("R ")
    body = bars.body_of(sheet, hold)
    top = colours(drawn(sheet, hold), QRect(body.left() + 2, body.top(), 20, 1))
    assert top == {token("vio").name(), token("viosoft").name()}


def test_a_present_bar_is_solid_and_a_past_one_grey(sheet, read):
    for name, colour in (("Bērziņš", "chip.24"), ("Lūsis", "grid")):
        piece = read.piece(name)
        middle = bars.body_of(sheet, piece).adjusted(20, 4, -20, -4)
        assert colours(drawn(sheet, piece), middle) == {token(colour).name()}


def test_a_problem_rings_the_bar(sheet, read):
    piece = read.piece("Žukovs")
    body = bars.body_of(sheet, piece)
    image = drawn(sheet, piece)
    ring = colours(image, QRect(body.left() + 40, body.top(), 1, 4))
    assert token("bad").name() in ring
    assert token("badsoft").name() in colours(image, body.adjusted(20, 5, -20, -5))


def test_a_planned_bar_with_a_problem_stays_dashed_and_a_past_one_plain(read):
    plan = replace(read.piece("Vanags", "planned"), problem="error")
    assert bars.dress_of(plan).stroke == "dashed"
    assert bars.dress_of(plan).frame == "bad"
    past = replace(read.piece("Lūsis"), problem="error")
    assert bars.dress_of(past).frame == ""
    assert bars.label_of(past).startswith("▲")


def test_a_closure_is_hatched_and_lighter_once_it_may_be_over(sheet, read):
    piece = read.piece("S Repair")
    image = painted(960, 21 * 28, lambda painter: bars.paint_closure(painter, sheet, piece))
    row = piece.line * 21
    doubtful = sheet.axis.x_of(piece.doubtful)
    sure = colours(image, QRect(40, row + 2, 30, 16))
    unsure = colours(image, QRect(doubtful + 40, row + 2, 30, 16))
    assert len(sure) > 2
    assert len(unsure) > 2
    assert token("alt").name() in sure
    assert token("surface").name() in unsure


def test_a_closure_says_what_it_is_on_a_plate(read, qapp):
    letters = Lettering()
    plates = []
    room = QRect(10, 10, 300, 84)
    painted(
        400,
        200,
        lambda painter: plates.append(
            bars.paint_closure_label(painter, letters, "S Repair 9 Nov", room)
        ),
    )
    (plate,) = plates
    assert room.contains(plate)
    narrow = QRect(10, 10, 12, 84)
    painted(
        400,
        200,
        lambda painter: plates.append(
            bars.paint_closure_label(painter, letters, "S Repair 9 Nov", narrow)
        ),
    )
    assert plates[1] is None


def text_colours(sheet, piece, shown=(0, 959), area=None):
    letters = Lettering()
    placed = bars.place(letters, sheet, piece)
    image = painted(
        960, 21 * 28, lambda painter: bars.paint_bar_text(painter, letters, placed, shown)
    )
    return colours(image, area or sheet.rect(piece)) - {"#ff00ff"}


def test_a_name_that_does_not_fit_stands_beside_its_bar(sheet, read):
    piece = read.piece("Vanags", "present")
    body = bars.body_of(sheet, piece)
    beside = QRect(body.right() + 8, body.top(), 90, body.height())
    assert text_colours(sheet, piece, area=beside)


def test_a_bar_that_has_gone_out_of_sight_leaves_no_text_behind(sheet, read):
    piece = read.piece("Lūsis")
    assert not text_colours(sheet, piece, shown=(300, 959), area=QRect(0, 0, 960, 21 * 28))


def test_the_text_begins_where_the_bar_comes_into_sight(sheet, read):
    piece = read.piece("Bērziņš")
    left = QRect(0, piece.line * 21, 300, 21)
    right = QRect(300, piece.line * 21, 200, 21)
    assert not text_colours(sheet, piece, shown=(300, 959), area=left)
    assert text_colours(sheet, piece, shown=(300, 959), area=right)


def test_every_kind_of_piece_but_free_and_closed_has_a_dress(read):
    kinds = {piece.kind for line in read.picture().pieces for piece in line} - {Kind.CLOSED}
    assert {Kind.PRESENT, Kind.PAST, Kind.PLANNED, Kind.HELD} == kinds
    looks = {
        (bars.dress_of(read.piece(name, kind)).stroke, bars.dress_of(read.piece(name, kind)).fill)
        for name, kind in (("Bērziņš", ""), ("Lūsis", ""), ("Vanags", "planned"), ("R ", ""))
    }
    assert len(looks) == 4

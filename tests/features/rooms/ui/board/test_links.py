"""The thin line that joins the two ends of a move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect

from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.links import paint_links
from openblock.features.rooms.ui.board.pieces import Link
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import token
from tests.features.rooms.ui.board.invented import moment
from tests.features.rooms.ui.board.pictures import colours, painted


@pytest.fixture
def sheet(read):
    return Sheet(read.picture(), Axis(date(2026, 11, 14), 30, 32.0), 21)


def drawn(sheet):
    area = QRect(0, 0, 960, 21 * 28)
    return painted(960, 21 * 28, lambda painter: paint_links(painter, sheet, area))


def test_a_planned_move_is_drawn_from_bed_to_bed(sheet):
    (up,) = [link for link in sheet.picture.links if link.target < link.source]
    image = drawn(sheet)
    x = sheet.axis.x_of(up.at) + 5
    between = QRect(x, (up.target + 1) * 21 + 8, 1, (up.source - up.target - 1) * 21)
    assert colours(image, between) == {token("accent").name()}


def test_a_move_that_has_been_is_drawn_quieter(sheet):
    old = Link(moment(11, 20), 0, 9, planned=False)
    image = drawn(replace(sheet, picture=replace(sheet.picture, links=(old,))))
    x = sheet.axis.x_of(old.at) + 5
    assert image.pixelColor(x, 5 * 21).name() == token("text3").name()


def test_a_move_outside_of_the_days_is_not_drawn(sheet):
    gone = Link(moment(12, 20), 0, 9, planned=True)
    image = drawn(replace(sheet, picture=replace(sheet.picture, links=(gone,))))
    assert colours(image, image.rect()) == {"#ff00ff"}

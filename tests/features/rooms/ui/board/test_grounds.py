"""Today, weekends, months and rooms can be told apart beneath the bars."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRect

from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.grounds import paint_ground, paint_now, paint_now_mark
from openblock.features.rooms.ui.board.sheet import Sheet
from openblock.ui.theme import token
from tests.features.rooms.ui.board.pictures import colours, painted


@pytest.fixture
def sheet(read):
    return Sheet(read.picture(), Axis(date(2026, 11, 14), 30, 32.0), 21)


@pytest.fixture
def image(sheet):
    area = QRect(0, 0, 960, 21 * 28)
    return painted(960, 21 * 28, lambda painter: paint_ground(painter, sheet, area))


def inside(sheet, day):
    return QRect(sheet.axis.x_of_day(day) + 2, 2, 27, 16)


def test_today_has_a_ground_of_its_own(sheet, image):
    assert colours(image, inside(sheet, sheet.today)) == {token("today").name()}


def test_a_weekend_is_hatched_and_a_weekday_is_not(sheet, image):
    assert len(colours(image, inside(sheet, 0))) > 1
    assert colours(image, inside(sheet, 3)) == {token("surface").name()}


def test_rooms_are_parted_by_a_stronger_line_than_beds(sheet, image):
    x = sheet.axis.x_of_day(3) + 8
    assert image.pixelColor(x, 4 * 21 - 1).name() == token("strong").name()
    assert image.pixelColor(x, 21 - 1).name() == token("grid").name()


def test_a_month_begins_behind_a_stronger_line(sheet, image):
    strong = {
        number
        for number in range(1, 30)
        if image.pixelColor(sheet.axis.x_of_day(number) - 1, 5).name() == token("strong").name()
    }
    assert [sheet.axis.day(number).day for number in strong] == [1]


def test_only_the_asked_area_is_painted(sheet):
    area = QRect(0, 0, 40, 40)
    image = painted(960, 200, lambda painter: paint_ground(painter, sheet, area))
    assert image.pixelColor(500, 100).name() == "#ff00ff"


def test_the_line_of_now_stands_at_this_moment(sheet):
    area = QRect(0, 0, 960, 100)
    image = painted(960, 100, lambda painter: paint_now(painter, sheet, area))
    x = sheet.axis.x_of(sheet.picture.now)
    assert image.pixelColor(x, 50).name() == token("todayline").name()


def test_the_mark_of_now_hangs_from_the_head():
    image = painted(40, 20, lambda painter: paint_now_mark(painter, 20, 18))
    assert image.pixelColor(20, 14).name() == token("todayline").name()

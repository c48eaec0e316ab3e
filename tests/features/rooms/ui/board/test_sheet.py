"""The board as geometry: where pieces lie and what lies under a point."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint

from openblock.features.rooms.ui.board.axis import Axis
from openblock.features.rooms.ui.board.pieces import Kind
from openblock.features.rooms.ui.board.sheet import Sheet, day_width
from tests.features.rooms.ui.board.invented import NOW


@pytest.fixture
def sheet(read):
    return Sheet(read.picture(), Axis(date(2026, 11, 14), 30, 32.0), 21)


def test_days_fill_the_room_but_never_become_unreadable():
    assert day_width(30, 960) == 32.0
    assert day_width(30, 100) == 27.0
    assert day_width(90, 100) == 10.0
    assert day_width(14, 100) == 34.0


def test_a_bar_reaches_from_its_start_to_its_end_and_no_farther_than_the_days(sheet, read):
    rect = sheet.rect(read.piece("Čerņavskis"))
    assert rect.left() == 0
    assert rect.left() + rect.width() == sheet.axis.x_of(read.piece("Čerņavskis").end)
    assert sheet.rect(read.piece("Bērziņš")).width() == 960


def test_a_piece_gone_by_before_these_days_keeps_a_width_that_can_be_hit(sheet, read):
    old = read.piece("Lūsis")
    early = Sheet(sheet.picture, Axis(date(2026, 12, 1), 30, 32.0), 21)
    assert early.rect(old).width() == 3
    late = Sheet(sheet.picture, Axis(date(2026, 1, 1), 30, 32.0), 21)
    assert late.rect(old).right() < late.axis.whole


def test_a_point_finds_the_bar_and_beside_it_the_free_days(sheet, read):
    lusis = read.piece("Lūsis")
    y = lusis.line * 21 + 10
    assert sheet.stop_at(QPoint(20, y)) == lusis
    assert sheet.stop_at(QPoint(sheet.axis.x_of(NOW), y)).kind == Kind.FREE
    assert sheet.stop_at(QPoint(20, 21 * 28 + 3)) is None
    assert sheet.stop_at(QPoint(-3, y)) is None
    assert sheet.stop_at(QPoint(20, -5)) is None


def test_today_is_the_column_of_this_moment(sheet, read):
    assert sheet.today == 8
    assert Sheet(sheet.picture, Axis(date(2026, 11, 22), 30, 32.0), 21).today == 0


def test_weekends_come_as_runs_of_two_days(sheet):
    assert sheet.weekends()[:3] == [(0, 2), (7, 9), (14, 16)]
    sunday_first = Sheet(sheet.picture, Axis(date(2026, 11, 15), 8, 32.0), 21)
    assert sunday_first.weekends() == [(0, 1), (6, 8)]


def test_edges_are_drawn_to_the_ends_of_others_on_the_bed_and_to_now(sheet, read):
    planned = read.piece("Vanags", "planned")
    magnets = sheet.magnets(planned.line, planned.key)
    assert read.piece("Lūsis").end in magnets
    assert NOW in magnets
    assert planned.start not in magnets

"""Where everything lies: in the room there is, never smaller than it can be read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize

from openblock.clock import at
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.ui.calendar import picture_of
from openblock.features.grounds.ui.calendar.picture import CalendarPicture
from openblock.features.grounds.ui.calendar.sheet import laid_out, least_hour, least_width
from tests.features.grounds.ui.calendar.invented import DAY, MONDAY, booking, week


def test_a_large_room_is_filled_and_a_small_one_scrolls(picture: CalendarPicture) -> None:
    wide = laid_out(picture, QSize(1400, 2000))
    small = laid_out(picture, QSize(200, 100))
    assert wide.size == QSize(1400, 2000)
    assert small.size.width() == round(7 * least_width())
    assert small.axis.unit == least_hour() / 60


def test_what_is_drawn_is_what_is_hit(picture: CalendarPicture) -> None:
    sheet = laid_out(picture, QSize(1400, 900))
    for block in picture.blocks:
        assert sheet.block_at(sheet.rect_of_block(block).center()) == block
    assert sheet.shut_at(sheet.rect_of_shut(picture.shuts[0]).center()) == picture.shuts[0]
    assert sheet.block_at(QPoint(10, 2)) is None


def test_the_words_of_a_closure_stand_where_no_booking_lies() -> None:
    friday = MONDAY + 4 * DAY
    off = booking(1, friday, 750, 810, state=State.CANCELLED)
    sheet = laid_out(picture_of(week((off,)), by_area=False), QSize(1400, 900))
    (shut,) = sheet.picture.shuts
    free = sheet.free_of_blocks(shut)
    assert free.bottom() == sheet.rect_of_shut(shut).bottom()
    assert free.top() == sheet.rect_of_block(sheet.picture.blocks[0]).bottom() + 1
    bare = laid_out(picture_of(week(()), by_area=False), QSize(1400, 900))
    assert bare.free_of_blocks(shut) == bare.rect_of_shut(shut)
    full = laid_out(
        picture_of(
            week((replace(off, span=Span(at(friday, 700), at(friday, 1000))),)), by_area=False
        ),
        QSize(1400, 900),
    )
    assert full.free_of_blocks(shut) == full.rect_of_shut(shut)


def test_blocks_side_by_side_do_not_overlap(picture: CalendarPicture) -> None:
    sheet = laid_out(picture, QSize(1400, 900))
    one, other = (sheet.rect_of_block(picture.block_of(number)) for number in (2, 3))
    assert one.right() < other.left()
    assert one.left() >= sheet.left_of(1)


def test_columns_in_sight_are_those_the_area_touches(picture: CalendarPicture) -> None:
    sheet = laid_out(picture, QSize(1400, 900))
    area = sheet.column_rect(2).united(sheet.column_rect(3))
    assert list(sheet.columns_in(area)) == [2, 3]

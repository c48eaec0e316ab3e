"""Where the keyboard stands: out of bookings in one step, kept over other pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from openblock.features.grounds.ui.calendar import cursor as cursors
from openblock.features.grounds.ui.calendar.picture import CalendarPicture, picture_of
from tests.features.grounds.ui.calendar.invented import FIELD, MONDAY, SUNDAY, week


def test_it_begins_at_now_where_now_is_shown_else_where_the_day_begins(
    picture: CalendarPicture,
) -> None:
    # Before the hours that are shown: where it is light from the first minute on.
    assert cursors.first(picture) == cursors.at(picture, 6, 8 * 60 + 30)
    later = replace(picture, now=13 * 60 + 5)
    assert cursors.first(later) == cursors.at(picture, 6, 780)


@pytest.mark.parametrize(
    ("minute", "by", "found"),
    [(600, 15, 630), (600, -15, 525), (600, 60, 660), (540, -60, 480), (405, -15, 405)],
)
def test_a_step_leaves_a_booking_whole(
    picture: CalendarPicture, minute: int, by: int, found: int
) -> None:
    here = cursors.at(picture, 0, minute)
    chosen = picture.at(0, minute)
    assert cursors.walked(picture, here, by, chosen).minute == found


def test_a_selection_grows_both_ways(picture: CalendarPicture) -> None:
    here = cursors.at(picture, 3, 660)
    down = cursors.extended(picture, cursors.extended(picture, here, 15), 15)
    up = cursors.extended(picture, here, -15)
    assert (down.start, down.end, down.selects) == (660, 705, True)
    assert (up.start, up.end) == (645, 675)


def test_tab_goes_through_the_bookings_in_the_order_of_reading(picture: CalendarPicture) -> None:
    found, chosen = [], None
    while block := cursors.next_block(picture, cursors.at(picture, 0, 405), chosen, 1):
        found.append(block.row.booking_id)
        chosen = block
    assert found == [1, 2, 3, 8, 4, 5, 6, 7]
    back = cursors.next_block(picture, cursors.at(picture, 6, 700), None, -1)
    assert back.row.booking_id == 5
    assert cursors.next_block(picture, cursors.at(picture, 0, 405), None, -1) is None


def test_another_picture_keeps_the_day_or_else_the_place(picture: CalendarPicture) -> None:
    here = cursors.at(picture, 6, 600)
    day = picture_of(week(area_id=None, first=SUNDAY, days=1), by_area=True)
    assert cursors.again(picture, here, picture) == here
    assert cursors.again(day, cursors.at(day, 2, 600), day).column == 2
    assert cursors.again(picture, cursors.at(day, 0, 600), day).column == 6
    assert (picture.columns[0].day, day.columns[0].area_id) == (MONDAY, FIELD)

"""What is shown: columns, hours somebody could need, blocks past midnight, areas of a day."""

from __future__ import annotations

from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.calendar.picture import PAD, CalendarPicture, picture_of
from tests.features.grounds.ui.calendar.invented import (
    AREAS,
    DAY,
    FIELD,
    GARDEN,
    HALL,
    MONDAY,
    SUNDAY,
    booking,
    week,
)


def test_a_week_has_the_days_of_its_area_and_nothing_of_others() -> None:
    other = booking(70, MONDAY, 600, 660, area_id=GARDEN)
    shown = picture_of(week((other,)), by_area=False)
    assert [column.day for column in shown.columns] == [MONDAY + n * DAY for n in range(7)]
    assert shown.blocks == ()


def test_a_day_has_every_place_but_no_building_and_no_area_out_of_use() -> None:
    shown = picture_of(week(area_id=None, first=SUNDAY, days=1), by_area=True)
    assert [column.area_id for column in shown.columns] == [FIELD, GARDEN, HALL]
    assert AREAS[-1].area.area_id not in {column.area_id for column in shown.columns}


def test_only_the_hours_somebody_could_need_are_shown_and_a_little_more() -> None:
    assert (picture_of(week(()), by_area=False).first) == 420 - PAD
    early = picture_of(week((booking(1, MONDAY, 330, 400),)), by_area=False)
    late = picture_of(week((booking(1, MONDAY, 1300, 1430),)), by_area=False)
    assert (early.first, early.last) == (330 - PAD, 1260 + PAD)
    assert late.last == 1440


def test_a_booking_past_midnight_stands_in_both_days() -> None:
    shown = picture_of(week((booking(1, MONDAY, 1380, 1440 + 60),)), by_area=False)
    assert [(b.column, b.top, b.bottom) for b in shown.blocks] == [(0, 1380, 1500), (1, -60, 60)]
    assert (shown.first, shown.last) == (0, 1440)


def test_what_was_cancelled_stands_to_the_right_of_what_takes_places() -> None:
    gone = booking(1, MONDAY, 600, 660, state=State.CANCELLED)
    live = booking(2, MONDAY, 600, 660)
    shown = picture_of(week((gone, live)), by_area=False)
    assert {b.row.booking_id: (b.lane, b.lanes) for b in shown.blocks} == {1: (1, 2), 2: (0, 2)}


def test_a_minute_between_two_bookings_belongs_to_neither(picture: CalendarPicture) -> None:
    assert picture.at(0, 540).row.booking_id == 1
    assert picture.at(0, 629).row.booking_id == 1
    assert picture.at(0, 630) is None


def test_what_can_still_be_changed_depends_on_the_state(picture: CalendarPicture) -> None:
    found = {b.row.state: (b.movable, b.stretchable) for b in picture.blocks}
    assert found[State.APPROVED] == found[State.REQUESTED] == (True, True)
    assert found[State.IN_USE] == (False, True)
    assert found[State.FINISHED] == found[State.CANCELLED] == (False, False)


def test_an_empty_block_has_no_columns() -> None:
    assert picture_of(week((), area_id=None, areas=()), by_area=False).columns == ()

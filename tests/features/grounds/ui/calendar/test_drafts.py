"""A time in hand: drawn, carried, stretched, always in quarters and within the day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize

from openblock.clock import at
from openblock.features.grounds.ui.calendar.drafts import (
    Draft,
    Grip,
    begun,
    dragged,
    grip_at,
    stepped,
    stretched,
    taken,
)
from openblock.features.grounds.ui.calendar.picture import CalendarPicture, picture_of
from openblock.features.grounds.ui.calendar.sheet import Sheet, laid_out
from tests.features.grounds.ui.calendar.invented import DAY, MONDAY, booking, week


@pytest.fixture
def sheet(picture: CalendarPicture) -> Sheet:
    return laid_out(picture, QSize(1400, 900))


def spot(sheet: Sheet, column: int, minute: int) -> QPoint:
    return QPoint(sheet.left_of(column) + 20, sheet.axis.y_of(minute) + 2)


@pytest.mark.parametrize(("to", "span"), [(720, (600, 735)), (500, (495, 615)), (600, (600, 615))])
def test_a_new_time_grows_both_ways_from_where_it_began(
    sheet: Sheet, to: int, span: tuple[int, int]
) -> None:
    pressed = spot(sheet, 3, 600)
    drawn = dragged(sheet, begun(sheet, pressed), pressed, spot(sheet, 5, to))
    assert (drawn.column, drawn.start, drawn.end) == (3, *span)


def test_a_block_is_carried_to_another_day_and_hour_as_long_as_it_was(sheet: Sheet) -> None:
    block = sheet.picture.block_of(3)
    pressed = spot(sheet, 1, 600)
    moved = dragged(sheet, taken(block, Grip.WHOLE), pressed, spot(sheet, 3, 667))
    assert (moved.column, moved.start, moved.end) == (3, 570 + 60, 660 + 60)
    assert moved.span(sheet.picture).start == at(MONDAY + 3 * DAY, 630)


def test_a_block_is_not_carried_out_of_its_day(sheet: Sheet) -> None:
    block = sheet.picture.block_of(3)
    held = stepped(sheet.picture, taken(block, Grip.WHOLE), 2000, 0)
    assert (held.start, held.end) == (1350, 1440)
    assert stepped(sheet.picture, held, -3000, -9).start == 0
    assert stepped(sheet.picture, held, 0, -9).column == 0


def test_an_edge_never_passes_the_other(sheet: Sheet) -> None:
    block = sheet.picture.block_of(3)
    pressed = spot(sheet, 1, 660)
    shorter = dragged(sheet, taken(block, Grip.BOTTOM), pressed, spot(sheet, 1, 430))
    later = dragged(sheet, taken(block, Grip.TOP), pressed, spot(sheet, 1, 900))
    assert (shorter.start, shorter.end) == (570, 585)
    assert (later.start, later.end) == (645, 660)
    assert stretched(taken(block, Grip.WHOLE), -500).end == 585


def test_what_has_not_moved_changes_nothing(sheet: Sheet) -> None:
    held = taken(sheet.picture.block_of(3), Grip.WHOLE)
    assert not held.changes
    assert stepped(sheet.picture, held, 15, 0).changes
    assert Draft(Grip.NEW, 0, 600, 615).changes


def test_only_the_end_of_a_group_that_is_out_can_be_taken_and_nothing_of_a_past_one(
    sheet: Sheet,
) -> None:
    out, finished = sheet.picture.block_of(5), sheet.picture.block_of(1)
    below = sheet.rect_of_block(out).bottom()
    assert grip_at(sheet, out, below - 1) == Grip.BOTTOM
    assert grip_at(sheet, out, sheet.rect_of_block(out).center().y()) is None
    assert grip_at(sheet, finished, sheet.rect_of_block(finished).bottom()) is None


def test_a_stretch_on_the_short_day_of_spring_keeps_to_the_wall_clock() -> None:
    sunday = MONDAY.replace(month=3, day=29)
    rows = (booking(1, sunday, 540, 600),)
    shown = picture_of(week(rows, first=sunday, days=1), by_area=False)
    longer = stretched(taken(shown.blocks[0], Grip.BOTTOM), 30)
    assert longer.span(shown).end == at(sunday, 630)

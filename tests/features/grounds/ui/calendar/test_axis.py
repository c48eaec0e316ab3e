"""Heights and minutes: quarters of an hour, both clock changes, and the edges of the day."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.clock import at
from openblock.features.grounds.ui.calendar.axis import Axis, relative, span_of

AXIS = Axis(405, 1275, 0.7)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize("day", [SPRING, AUTUMN, date(2026, 11, 22)])
def test_two_in_the_afternoon_lies_at_the_same_height_on_every_day(day: date) -> None:
    assert relative(day, at(day, 14 * 60)) == 14 * 60
    assert span_of(day, 14 * 60, 15 * 60).start == at(day, 14 * 60)


def test_the_days_before_and_after_are_counted_from_the_same_midnight() -> None:
    day = date(2026, 11, 22)
    assert relative(day, at(day, -30)) == -30
    assert relative(day, at(day, 1440 + 45)) == 1485


@pytest.mark.parametrize(("minute", "y"), [(405, 0), (300, 0), (505, 70), (1275, 609), (1440, 609)])
def test_a_minute_that_is_not_shown_lies_at_the_near_end(minute: int, y: int) -> None:
    assert AXIS.y_of(minute) == y


def test_a_slot_holds_its_height_and_an_edge_snaps_to_the_nearest_quarter() -> None:
    y = AXIS.y_of(9 * 60 + 8)
    assert AXIS.slot_at(y) == 9 * 60
    assert AXIS.snapped(y) == 9 * 60 + 15


def test_below_the_last_minute_the_last_slot_is_meant() -> None:
    assert AXIS.slot_at(10_000) == 1260
    assert AXIS.slot_at(-50) == 405


def test_only_whole_hours_within_the_shown_ones_are_written() -> None:
    assert list(AXIS.hours()) == list(range(420, 1261, 60))

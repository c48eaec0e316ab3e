"""What the queries give out says of itself what screens ask it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from openblock.clock import FOREVER
from openblock.features.rooms.queries.rows import ClosureRow, RoomRow
from openblock.features.rooms.rules.content import ClosureContent, RoomContent
from tests.features.rooms.placings import DAY, NOW

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("expected", "ends", "late"),
    [
        (TODAY, FOREVER, False),
        (TODAY - timedelta(days=1), FOREVER, True),
        (None, FOREVER, False),
        (TODAY - timedelta(days=1), NOW + DAY, False),
    ],
)
def test_room_05_a_closure_is_late_the_day_after_it_was_to_end(expected, ends, late):
    content = ClosureContent("room", 1, "damp", NOW - 9 * DAY, expected, ends_at=ends)
    assert ClosureRow(1, 1, content, "Anna", "101").late_on(TODAY) is late


def test_a_rooms_code_is_what_stands_on_its_door():
    assert RoomRow(1, 1, RoomContent(1, "101"), "", ()).code == "101"

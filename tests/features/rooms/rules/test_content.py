"""What is entered about rooms begins with what is most often meant."""

from __future__ import annotations

import pytest

from openblock.clock import FOREVER
from openblock.features.rooms.rules.content import (
    AssignmentContent,
    ClosureContent,
    FloorContent,
    PlaceResident,
    RoomContent,
    Why,
)
from openblock.features.rooms.rules.house import room_problems, walls_problems
from tests.features.rooms.placings import NOW


def test_what_has_no_end_yet_lasts_forever():
    assert AssignmentContent(1, 1, NOW).ends_at == FOREVER
    assert ClosureContent("room", 1, "damp", NOW).ends_at == FOREVER
    assert PlaceResident(1, 1, NOW, Why()).until == FOREVER


def test_a_room_of_which_only_the_code_is_known_may_be_entered_on_a_new_plan():
    room = RoomContent(1, "101")
    assert room_problems(room) == ()
    assert list(walls_problems(room.walls, FloorContent(1, "1. stāvs"))) == []


def test_a_request_is_not_changed_once_it_is_made():
    with pytest.raises(AttributeError):
        Why().reason = "swap"

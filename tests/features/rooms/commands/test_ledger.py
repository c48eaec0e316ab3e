"""What was done goes back row by row, and not at all where a row has moved on."""

from __future__ import annotations

from openblock.features.rooms.commands import RemoveSpace, SaveRoom, remove_space, save_room
from openblock.features.rooms.rules.content import RoomContent
from tests.features.rooms.living import refused
from tests.features.rooms.placings import DAY, NOW


def back(block, done):
    """One step back; the step forth again."""
    return block.back(done.undo)


def test_undo_is_refused_once_the_row_has_moved_on(block):
    done = block.place(block.dan, "101 B")
    block.place(block.dan, "102 B", NOW + DAY)
    assert refused(back, block, done) == ["rooms-changed-meanwhile"]


def test_what_is_taken_back_is_not_taken_back_twice(block):
    done = block.place(block.dan, "101 B")
    back(block, done)
    assert refused(back, block, done) == ["rooms-changed-meanwhile"]


def test_what_the_file_refuses_to_take_back_is_told_as_a_change(block):
    """A room that was set up anew has the code of the one that is to come back."""
    number = block.store.run(save_room, SaveRoom(None, 0, RoomContent(1, "301"))).value
    block.store.run(save_room, SaveRoom(None, 0, RoomContent(1, "302")))  # keeps the numbers apart
    done = block.store.run(remove_space, RemoveSpace("room", number, 1))
    block.store.run(save_room, SaveRoom(None, 0, RoomContent(1, "301")))
    assert refused(back, block, done) == ["rooms-changed-meanwhile"]

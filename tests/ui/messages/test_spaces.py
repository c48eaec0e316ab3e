"""What rooms, closures and holds are refused for reads apart from placements."""

from __future__ import annotations

from openblock.errors import Problem
from openblock.ui.messages import rooms, spaces, words


def test_a_closed_room_and_a_hold_have_their_words_here_and_nowhere_else():
    assert {"closure-occupied", "hold-length", "room-code-taken"} <= set(spaces.WORDS)
    assert not set(spaces.WORDS) & set(rooms.WORDS)


def test_who_has_to_be_moved_first_is_said_by_name_and_bed():
    problem = Problem("closure-occupied", facts={"people": ("Liepa Juris (105 A)",), "number": 1})
    assert words(problem) == "Move these people first: Liepa Juris (105 A)."

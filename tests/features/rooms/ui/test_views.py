"""Whichever view is on, the same bed is chosen and the same house is shown."""

from __future__ import annotations

from openblock.features.rooms.ui.tab import RoomsTab
from openblock.features.rooms.ui.toolbar import BOARD, TABLE
from tests.features.rooms.ui.conftest import Block


def test_who_is_chosen_is_asked_of_the_view_on_show(tab: RoomsTab, block: Block) -> None:
    views = tab.views
    assert views.chosen_bed() is None
    assert views.chosen_resident() is None
    views.choose_bed(block.beds["102 A"])
    assert views.chosen_resident() == block.zukovs
    tab.show_view(TABLE)
    views.choose_bed(block.beds["101 A"])
    assert (views.chosen_bed(), views.chosen_resident()) == (block.beds["101 A"], block.berzins)


def test_the_board_is_loaded_when_it_is_first_shown(tab: RoomsTab, block: Block) -> None:
    assert tab.views.board is None
    tab.show_view(BOARD)
    first = tab.views.board
    assert first is not None
    tab.show_view(TABLE)
    tab.show_view(BOARD)
    assert tab.views.board is first
    assert tab.views.chosen_resident() is None

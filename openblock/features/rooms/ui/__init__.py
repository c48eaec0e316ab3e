"""Rooms on screen: plan, board and table, and the deeds that every view calls."""

from __future__ import annotations

from openblock.features.rooms.ui.spec import (
    menu_entries,
    place_resident,
    search_source,
    swap_resident,
    tab_spec,
)

__all__ = ["menu_entries", "place_resident", "search_source", "swap_resident", "tab_spec"]

"""What the rooms give to the window: their tab, their search, their line in the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.rooms.queries import find_rooms
from openblock.features.rooms.ui.deeds import RoomDeeds
from openblock.features.rooms.ui.opening import open_set_up
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.search.source import ASKED, Hit, SearchSource
from openblock.ui.tab import MenuEntry, Tab, TabSpec

KEY = "rooms"
_BUILDING = "rooms.save_room"


def tab_spec() -> TabSpec:
    """The rooms tab."""
    return TabSpec(KEY, lambda: _("Rooms"), "room", "rooms.occupancy", _make)


def search_source() -> SearchSource:
    """Rooms by code and name."""
    return SearchSource(KEY, lambda: _("Rooms"), "room", "rooms.find_rooms", _find)


def menu_entries() -> tuple[MenuEntry, ...]:
    """The set-up of the house, for administrators."""
    return (MenuEntry("rooms-set-up", lambda: _("Set up rooms…"), "room", _BUILDING, open_set_up),)


def place_resident(desk: Desk, resident_id: int, parent: QWidget) -> bool:
    """Place a person or move them; whether it was done."""
    return RoomDeeds(desk, parent).place(resident_id)


def swap_resident(desk: Desk, resident_id: int, parent: QWidget) -> bool:
    """Let a person change beds with another; whether it was done."""
    return RoomDeeds(desk, parent).swap(resident_id)


def _make(desk: Desk) -> Tab:
    # The tab is loaded when first opened: the window is to stand as soon as may be.
    from openblock.features.rooms.ui.tab import RoomsTab  # noqa: PLC0415

    return RoomsTab(desk)


def _find(desk: Desk, typed: str) -> tuple[Hit, ...]:
    found = desk.read(find_rooms, typed, ASKED)
    return tuple(
        Hit(
            _("Room {code}").format(code=each.code),
            each.detail,
            KEY,
            {"room_id": each.room_id},
            each.rank,
        )
        for each in found
    )

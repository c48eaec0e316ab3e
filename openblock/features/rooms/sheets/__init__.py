"""What stands on the paper about rooms: lists, door labels, the placement order, occupancy."""

from __future__ import annotations

from openblock.features.rooms.sheets.empty import EmptyBeds, empty_beds
from openblock.features.rooms.sheets.labels import DoorLabel, door_labels
from openblock.features.rooms.sheets.occupancy import OccupancyReport, occupancy_report
from openblock.features.rooms.sheets.order import PlacementOrder, placement_order
from openblock.features.rooms.sheets.room_list import RoomList, room_list

__all__ = [
    "DoorLabel",
    "EmptyBeds",
    "OccupancyReport",
    "PlacementOrder",
    "RoomList",
    "door_labels",
    "empty_beds",
    "occupancy_report",
    "placement_order",
    "room_list",
]

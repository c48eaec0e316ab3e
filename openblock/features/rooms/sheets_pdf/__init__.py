"""How the rooms' sheets read on paper: A4 portrait."""

from __future__ import annotations

from openblock.features.rooms.sheets_pdf.empty import empty_beds_pdf
from openblock.features.rooms.sheets_pdf.labels import door_labels_pdf
from openblock.features.rooms.sheets_pdf.occupancy import occupancy_pdf
from openblock.features.rooms.sheets_pdf.order import placement_order_pdf
from openblock.features.rooms.sheets_pdf.room_list import room_list_pdf

__all__ = [
    "door_labels_pdf",
    "empty_beds_pdf",
    "occupancy_pdf",
    "placement_order_pdf",
    "room_list_pdf",
]

"""What the shared import dialog needs to know about a list of rooms."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from openblock.features.rooms.commands.importing import import_rooms
from openblock.features.rooms.queries import house
from openblock.features.rooms.queries.lists import remembered_columns
from openblock.features.rooms.sheets.list_intake import rooms_import, rooms_intake
from openblock.i18n import _, n_
from openblock.importing.preview import Preview
from openblock.ui import importing
from openblock.ui.desk import Desk
from openblock.ui.importing import ImportDialog, ImportOffer, ListKind, offer_of


def open_import(desk: Desk, parent: QWidget | None = None) -> ImportDialog:
    """Show the import of rooms; the dialog writes only when the officer confirms."""
    return importing.open_import(desk, import_offer(desk), parent)


def import_offer(desk: Desk) -> ImportOffer:
    """The import of rooms with their beds, its undo one step."""

    def request(preview: Preview, file_name: str, headings: Mapping[str, str]) -> object:
        return rooms_import(preview, desk.read(house), file_name, headings)

    return offer_of(
        desk,
        ListKind(
            key="rooms",
            title=_("Import rooms"),
            intake=lambda: rooms_intake(desk.read(house)),
            remembered=remembered_columns,
            command=import_rooms,
            request=request,
            counted=lambda number: n_("{number} room", "{number} rooms", number),
        ),
    )

"""The list of rooms as a file: asked why and for whom, then written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.rooms.queries import house
from openblock.features.rooms.sheets.list_file import rooms_list_head, rooms_list_rows
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.importing.export_dialog import ExportDialog
from openblock.ui.importing.exporting import ListToWrite, ask_where, write_list

KEY = "rooms"


def export_list(desk: Desk, parent: QWidget | None = None) -> None:
    """Ask what for, and write every room with its beds; nothing when the officer leaves."""
    found: list[ListToWrite] = []
    if not desk.show(lambda: found.append(listed(desk))):
        return
    (rooms,) = found
    said = n_("{number} room goes into it.", "{number} rooms go into it.", len(rooms.rows))
    dialog = ExportDialog(said, desk.actor.name, parent)
    if not dialog.exec():
        return
    request = dialog.request()
    path = ask_where(desk, KEY, rooms.name, request.kind, parent)
    if path is not None:
        write_list(desk, rooms, request, path)


def listed(desk: Desk) -> ListToWrite:
    """The list as it leaves; it names nobody. KnownError."""
    rows = rooms_list_rows(desk.read(house))
    return ListToWrite(
        key=KEY,
        name=_("Rooms"),
        what="room-file",
        head=rooms_list_head(),
        rows=rows,
        count=n_("{number} room", "{number} rooms", len(rows)),
    )

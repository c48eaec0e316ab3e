"""What the shared import dialog needs to know about a list of rooms."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from openblock.features.rooms.commands.importing import import_rooms
from openblock.features.rooms.queries import house
from openblock.features.rooms.queries.lists import remembered_columns
from openblock.features.rooms.sheets.list_intake import rooms_import, rooms_intake
from openblock.i18n import _, n_
from openblock.importing.preview import Intake, Preview
from openblock.ui.desk import Desk
from openblock.ui.importing import ImportDialog, ImportOffer
from openblock.ui.importing.offer import backup_before


def open_import(desk: Desk, parent: QWidget | None = None) -> ImportDialog:
    """Show the import of rooms; the dialog writes only when the officer confirms."""
    dialog = ImportDialog(desk, import_offer(desk), parent)
    dialog.open()
    return dialog


def import_offer(desk: Desk) -> ImportOffer:
    """The import of rooms with their beds, its undo one step."""

    def intake() -> Intake:
        return rooms_intake(desk.read(house))

    def write(preview: Preview, file_name: str, headings: Mapping[str, str]) -> None:
        count = n_("{number} room", "{number} rooms", len(preview.to_write))
        said = _("Imported: {count} from {file}").format(count=count, file=file_name)
        request = rooms_import(preview, desk.read(house), file_name, headings)
        desk.attempt(import_rooms, request, said)

    def remembered() -> Mapping[str, str]:
        return desk.read(remembered_columns)

    return ImportOffer(
        key="rooms",
        title=_("Import rooms"),
        intake=intake,
        remembered=remembered,
        write=write,
        before_writing=backup_before(desk),
    )

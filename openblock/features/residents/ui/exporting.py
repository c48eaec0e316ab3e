"""The list of residents as a file: asked why and for whom, then written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.residents.queries.lists import listed_residents, personal_codes
from openblock.features.residents.queries.wheres import wheres
from openblock.features.residents.sheets.list_file import residents_list_head, residents_list_rows
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.importing.export_dialog import ExportDialog, ExportRequest
from openblock.ui.importing.exporting import ListToWrite, ask_where, write_list

KEY = "residents"
CODES = "residents.personal_codes"


def export_list(desk: Desk, parent: QWidget | None = None) -> None:
    """Ask what for, and write who is here and expected; nothing when the officer leaves."""
    dialog = export_dialog(desk, parent)
    if dialog is None or not dialog.exec():
        return
    request = dialog.request()
    path = ask_where(desk, KEY, _("Residents"), request.kind, parent)
    if path is not None:
        desk.show(lambda: write_list(desk, listed(desk, request), request, path))


def export_dialog(desk: Desk, parent: QWidget | None = None) -> ExportDialog | None:
    """The question; personal codes are offered only to a role that may see them, never ticked."""
    counted: list[int] = []
    if not desk.show(lambda: counted.append(len(desk.read(listed_residents, clock.now())))):
        return None
    said = n_("{number} resident goes into it.", "{number} residents go into it.", counted[0])
    more = _("With personal codes") if desk.may(CODES) else ""
    return ExportDialog(said, desk.actor.name, parent, more=more)


def listed(desk: Desk, request: ExportRequest) -> ListToWrite:
    """The list as it leaves, with personal codes where they were asked for. KnownError."""
    now = clock.now()
    people = desk.read(listed_residents, now)
    numbers = tuple(each.resident_id for each in people)
    codes = desk.read(personal_codes, numbers) if request.with_more else None
    return ListToWrite(
        key=KEY,
        name=_("Residents"),
        what="resident-file",
        head=residents_list_head(codes=codes is not None),
        rows=residents_list_rows(people, desk.read(wheres, now), codes),
        count=n_("{number} resident", "{number} residents", len(people)),
        subjects=tuple(f"resident:{number}" for number in numbers),
    )

"""The list of trainees as a file: asked why and for whom, then written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.shadowing.queries import items, trainees
from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.sheets.list_file import trainees_list_head, trainees_list_rows
from openblock.i18n import _, n_
from openblock.ui.desk import Desk
from openblock.ui.importing.export_dialog import ExportDialog
from openblock.ui.importing.exporting import ListToWrite, ask_where, write_list

KEY = "trainees"


def export_list(desk: Desk, course_id: int | None, parent: QWidget | None = None) -> None:
    """Ask what for, and write the trainees of one course, of all for None."""
    dialog = export_dialog(desk, course_id, parent)
    if dialog is None or not dialog.exec():
        return
    request = dialog.request()
    path = ask_where(desk, KEY, _("Trainees"), request.kind, parent)
    if path is not None:
        desk.show(lambda: write_list(desk, listed(desk, course_id), request, path))


def export_dialog(
    desk: Desk, course_id: int | None, parent: QWidget | None = None
) -> ExportDialog | None:
    """The question: in which form, why and for whom."""
    counted: list[int] = []
    if not desk.show(lambda: counted.append(len(desk.read(trainees, course_id)))):
        return None
    said = n_("{number} trainee goes into it.", "{number} trainees go into it.", counted[0])
    return ExportDialog(said, desk.actor.name, parent)


def listed(desk: Desk, course_id: int | None) -> ListToWrite:
    """The list as it leaves. KnownError."""
    rows = desk.read(trainees, course_id)
    clearance = desk.read(items, ItemKind.CLEARANCE, only_active=True)
    return ListToWrite(
        key=KEY,
        name=_("Trainees"),
        what="trainee-list",
        head=trainees_list_head(clearance),
        rows=trainees_list_rows(rows, clearance),
        count=n_("{number} trainee", "{number} trainees", len(rows)),
        subjects=tuple(f"trainee:{row.trainee_id}" for row in rows),
    )

"""Files that leave the roster: own shifts as a calendar, the time-sheet as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.accounts.queries import settings
from openblock.features.roster.sheets_pdf.ready_handed import ready_calendar, ready_workbook
from openblock.i18n import _
from openblock.printing.ready import ReadySheet
from openblock.printing.sheet import Imprint
from openblock.ui.desk import Desk
from openblock.ui.paper.file_saving import FileDialog, FileKind, Leaving, ask_and_write


def export_calendar(desk: Desk, parent: QWidget | None, officer_id: int, month: date) -> None:
    """Ask what is to be asked, and write an officer's shifts; nothing when somebody leaves."""
    kind = FileKind(
        _("Save as a calendar"), _("Calendar files (*.ics)"), ".ics", "roster.calendar.folder"
    )
    contents = _("The officer’s duties of the month with their times and posts; nobody else’s.")
    _export(
        desk,
        parent,
        kind,
        contents,
        lambda: ready_calendar(desk.read, officer_id, month, clock.now()),
    )


def export_time_sheet(desk: Desk, parent: QWidget | None, month: date) -> None:
    """Ask what is to be asked, and write a month's time-sheet as a workbook."""
    kind = FileKind(
        _("Save as a workbook"), _("Excel workbooks (*.xlsx)"), ".xlsx", "roster.workbook.folder"
    )
    contents = _("Everybody’s hours, nights and call-outs day by day, with whole names.")
    _export(desk, parent, kind, contents, lambda: ready_workbook(desk.read, month))


def _export(
    desk: Desk,
    parent: QWidget | None,
    kind: FileKind,
    contents: str,
    prepare: Callable[[], ReadySheet],
) -> None:
    made: list[ReadySheet] = []
    if not desk.show(lambda: made.append(prepare())):
        return
    (ready,) = made
    dialog = FileDialog(kind.title, contents, ready.recipient, parent)
    if dialog.exec():
        desk.show(lambda: ask_and_write(desk, leaving_of(desk, ready), kind, dialog.said, parent))


def leaving_of(desk: Desk, ready: ReadySheet) -> Leaving:
    """What is ready, as the file it becomes. KnownError."""
    imprint = Imprint(
        block=str(desk.read(settings)["block_name"]),
        sheet_number=ready.number,
        version=ready.version,
        printed_by=desk.actor.name,
        printed_at=clock.now(),
        audit_number=0,
        audit_head="",
    )
    return Leaving(
        ready.key,
        ready.subjects,
        ready.file_name,
        ready.make(imprint),
        {**ready.details, "sheet": ready.number},
    )

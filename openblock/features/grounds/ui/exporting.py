"""The bookings of an area as a calendar file: asked why and for whom, then written."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.grounds.sheets_pdf.ready import ready_calendar
from openblock.features.shadowing.ui.calendar_saving import CalendarDialog, ask_and_write
from openblock.i18n import _
from openblock.ui.desk import Desk


def export_area(desk: Desk, parent: QWidget | None, area_id: int) -> None:
    """Ask what is to be asked, and write the area's calendar; nothing when somebody leaves."""
    contents = _("Bookings with their times, what for, how many and who supervises; no residents.")
    dialog = CalendarDialog(desk.actor.name, parent, contents=contents)
    if not dialog.exec():
        return
    said = (dialog.purpose.purpose, dialog.purpose.recipient.text().strip())
    desk.show(
        lambda: ask_and_write(desk, ready_calendar(desk.read, area_id, clock.now()), said, parent)
    )

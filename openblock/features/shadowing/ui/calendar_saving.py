"""A trainee's calendar as a file: asked why and for whom unless it is the own, then written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.shadowing.sheets_pdf.own import CalendarFile, Trainee, ready_calendar
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.paper import file_saving
from openblock.ui.paper.file_saving import FileDialog, FileKind, Leaving

_FOLDER = "practice.calendar.folder"


class CalendarDialog(FileDialog):
    """Why a calendar leaves and who receives it (SEC-03); it writes nothing.

    ``contents`` says what is in it, a trainee's shifts and classes without it.
    """

    def __init__(
        self, recipient: str, parent: QWidget | None = None, *, contents: str = ""
    ) -> None:
        usual = _("Shifts and classes with their times, and the mentors’ names.")
        super().__init__(_("Save as a calendar"), contents or usual, recipient, parent)


def save_calendar(
    desk: Desk, trainee_id: int | None = None, recipient: str = "", parent: QWidget | None = None
) -> None:
    """Ask what is to be asked, and write the calendar; nothing when somebody leaves.

    Without a number it is the own of the trainee who is signed in, who need not say for whom.
    ``recipient`` is whom it is usually for: the trainee's name.
    """
    said = ("duty", desk.actor.name)
    if trainee_id is not None:
        dialog = CalendarDialog(recipient, parent)
        if not dialog.exec():
            return
        said = dialog.said
    trainee = Trainee(desk.read, desk.actor.role, trainee_id)
    desk.show(lambda: ask_and_write(desk, ready_calendar(trainee, clock.now()), said, parent))


def ask_and_write(
    desk: Desk, made: CalendarFile, said: tuple[str, str], parent: QWidget | None
) -> None:
    """Ask where, and write what was made for ``said``, its purpose and recipient. KnownError."""
    file_saving.ask_and_write(desk, _leaving(made), _kind(), said, parent)


def write_calendar(desk: Desk, made: CalendarFile, said: tuple[str, str], path: Path) -> None:
    """Tell the log, with purpose and recipient, and write the file whole or not at all."""
    file_saving.write_leaving(desk, _leaving(made), _kind(), said, path)


def _leaving(made: CalendarFile) -> Leaving:
    return Leaving(made.what, made.subjects, made.file_name, made.content)


def _kind() -> FileKind:
    return FileKind(_("Save as a calendar"), _("Calendar files (*.ics)"), ".ics", _FOLDER)

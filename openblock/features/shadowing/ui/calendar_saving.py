"""A trainee's calendar as a file: asked why and for whom unless it is the own, then written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.features.shadowing.sheets_pdf.own import CalendarFile, Trainee, ready_calendar
from openblock.files import write_whole
from openblock.i18n import _
from openblock.storage.store import Disclosure
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.paper.purposes import PurposeForm
from openblock.ui.theme import px

_FOLDER = "practice.calendar.folder"
_ENDING = ".ics"


class CalendarDialog(QDialog):
    """Why a calendar leaves and who receives it (SEC-03); it writes nothing.

    ``contents`` says what is in it, a trainee's shifts and classes without it.
    """

    def __init__(
        self, recipient: str, parent: QWidget | None = None, *, contents: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Save as a calendar"))
        self.purpose = PurposeForm()
        self.purpose.recipient.setText(recipient)
        note = labelled(
            _("The file is not encrypted. The log keeps what left, why and to whom."), "hint"
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.save_button = QPushButton(_("Choose where…"))
        self.save_button.setDefault(True)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(px(10))
        usual = _("Shifts and classes with their times, and the mentors’ names.")
        said = labelled(contents or usual)
        said.setWordWrap(True)
        for widget in (said, self.purpose, note, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(px(380))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)

    def _accept(self) -> None:
        if self.purpose.missing():
            self.purpose.focus_missing()
        else:
            self.accept()


def save_calendar(
    desk: Desk, trainee_id: int | None = None, recipient: str = "", parent: QWidget | None = None
) -> None:
    """Ask what is to be asked, and write the calendar; nothing when somebody leaves.

    Without a number it is the own of the trainee who is signed in, who need not say for whom.
    ``recipient`` is whom it is usually for: the trainee's name.
    """
    purpose, receiver = "duty", desk.actor.name
    if trainee_id is not None:
        dialog = CalendarDialog(recipient, parent)
        if not dialog.exec():
            return
        purpose, receiver = dialog.purpose.purpose, dialog.purpose.recipient.text().strip()
    trainee = Trainee(desk.read, desk.actor.role, trainee_id)
    said = (purpose, receiver)
    desk.show(lambda: ask_and_write(desk, ready_calendar(trainee, clock.now()), said, parent))


def ask_and_write(
    desk: Desk, made: CalendarFile, said: tuple[str, str], parent: QWidget | None
) -> None:
    """Ask where, and write what was made for ``said``, its purpose and recipient. KnownError."""
    folder = Path(str(desk.prefer(_FOLDER, str(Path.home()))))
    chosen, _kind = QFileDialog.getSaveFileName(
        parent,
        _("Save as a calendar"),
        str(folder / f"{made.file_name}{_ENDING}"),
        _("Calendar files (*.ics)"),
    )
    if chosen:
        write_calendar(desk, made, said, Path(chosen))


def write_calendar(desk: Desk, made: CalendarFile, said: tuple[str, str], path: Path) -> None:
    """Tell the log, with purpose and recipient, and write the file whole or not at all."""
    purpose, recipient = said
    whole = path if path.suffix.lower() == _ENDING else path.with_name(path.name + _ENDING)
    # The log is told first: what cannot be written afterwards did not leave, which harms nobody.
    desk.disclose(Disclosure(made.what, made.subjects, purpose, recipient, {"as": "file"}))
    write_whole(whole, made.content)
    desk.remember(_FOLDER, str(whole.parent))
    desk.say(_("Saved: {file}").format(file=whole.name))

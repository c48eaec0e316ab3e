"""A made file leaves as a file: asked why and for whom, told to the log, written whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.files import write_whole
from openblock.i18n import _
from openblock.storage.store import Disclosure
from openblock.ui.desk import Desk
from openblock.ui.forms import labelled
from openblock.ui.paper.purposes import PurposeForm
from openblock.ui.theme import px


@dataclass(frozen=True, slots=True)
class FileKind:
    """What is asked of a kind of file: the dialog's title, the kinds it lists, the ending.

    ``folder`` is the preference that remembers where the last one went.
    """

    title: str
    listed: str
    ending: str
    folder: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves: what the log is told of it, its usual name without ending, and its bytes."""

    what: str
    subjects: tuple[str, ...]
    file_name: str
    content: bytes
    details: Mapping[str, object] = field(default_factory=dict)


class FileDialog(QDialog):
    """Why a file leaves and who receives it (SEC-03); it writes nothing."""

    def __init__(
        self, title: str, contents: str, recipient: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
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
        said = labelled(contents)
        said.setWordWrap(True)
        for widget in (said, self.purpose, note, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(px(380))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)

    @property
    def said(self) -> tuple[str, str]:
        """The purpose as the log keeps it, and the recipient."""
        return self.purpose.purpose, self.purpose.recipient.text().strip()

    def _accept(self) -> None:
        if self.purpose.missing():
            self.purpose.focus_missing()
        else:
            self.accept()


def ask_and_write(
    desk: Desk,
    leaving: Leaving,
    kind: FileKind,
    said: tuple[str, str],
    parent: QWidget | None,
) -> None:
    """Ask where, and write what leaves for ``said``, its purpose and recipient. KnownError."""
    folder = Path(str(desk.prefer(kind.folder, str(Path.home()))))
    usual = str(folder / f"{leaving.file_name}{kind.ending}")
    chosen, _kind = QFileDialog.getSaveFileName(parent, kind.title, usual, kind.listed)
    if chosen:
        write_leaving(desk, leaving, kind, said, Path(chosen))


def write_leaving(
    desk: Desk, leaving: Leaving, kind: FileKind, said: tuple[str, str], path: Path
) -> None:
    """Tell the log, with purpose and recipient, and write the file whole or not at all."""
    purpose, recipient = said
    whole = path
    if path.suffix.lower() != kind.ending:
        whole = path.with_name(path.name + kind.ending)
    details = {**leaving.details, "as": "file"}
    # The log is told first: what cannot be written afterwards did not leave, which harms nobody.
    desk.disclose(Disclosure(leaving.what, leaving.subjects, purpose, recipient, details))
    write_whole(whole, leaving.content)
    desk.remember(kind.folder, str(whole.parent))
    desk.say(_("Saved: {file}").format(file=whole.name))

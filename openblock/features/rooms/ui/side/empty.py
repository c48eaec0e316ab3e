"""What stands on the tab while no room is set up: what belongs here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px


class EmptyRooms(QFrame):
    """Leads an administrator to the set-up; says to others that one is needed."""

    def __init__(self, *, may_build: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.set_up = QPushButton(_("Set up rooms…"))
        self.set_up.setIcon(icon("add", "onaccent"))
        self.set_up.setProperty("kind", "primary")
        self.set_up.setToolTip(_("Set up building, floors, rooms and beds"))
        self.import_list = QPushButton(_("Import a list…"))
        self.import_list.setIcon(icon("import"))
        self.import_list.setToolTip(_("Import rooms and beds from a file"))
        for button in (self.set_up, self.import_list):
            button.setVisible(may_build)
        said = labelled(_words(may_build=may_build), "secondary")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said.setFixedWidth(px(460))
        picture = QLabel()
        picture.setPixmap(pixmap("room", "text3", 40))
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(2)
        column.addWidget(picture, 0, centre)
        column.addWidget(labelled(_("No rooms yet"), "title"), 0, centre)
        for widgets in ((said,), (self.set_up, self.import_list)):
            # A wrapped text gets its height only when its line is not aligned.
            line = QHBoxLayout()
            line.addStretch(1)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
            column.addLayout(line)
        column.addStretch(3)


def _words(*, may_build: bool) -> str:
    if not may_build:
        return _("The rooms of the block will stand here once an administrator has set them up.")
    return _(
        "The building, its floors, rooms and beds stand here, and who sleeps where. Set them up "
        "once; several rooms with the same beds are added in one step."
    )

"""What stands on the tab while nobody is in the register: what belongs here, the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px


class EmptyRegister(QFrame):
    """Offers to admit the first person, or to bring the list the block has."""

    def __init__(self, *, may_admit: bool, may_import: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.admit_button = QPushButton(icon("add", "onaccent"), _("Admit the first resident…"))
        self.admit_button.setProperty("kind", "primary")
        self.admit_button.setToolTip(shortcuts.hint(_("Admit a resident"), "add-entry"))
        self.import_button = QPushButton(icon("import"), _("Import a list…"))
        said = _("Bring the list of residents you have, as CSV or Excel")
        self.import_button.setToolTip(shortcuts.hint(said, "import-list"))
        self.admit_button.setVisible(may_admit)
        self.import_button.setVisible(may_import)
        picture = QLabel()
        picture.setPixmap(pixmap("people", "text3", 40))
        words = labelled(_words(may_admit=may_admit), "secondary")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(px(460))
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(2)
        column.addWidget(picture, 0, centre)
        column.addWidget(labelled(_("No residents yet"), "title"), 0, centre)
        column.addLayout(_in_the_middle(words))
        column.addLayout(_in_the_middle(self.admit_button, self.import_button))
        column.addStretch(3)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.import_button if self.admit_button.isHidden() else self.admit_button


def _in_the_middle(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(px(8))
    line.addStretch(1)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def _words(*, may_admit: bool) -> str:
    if not may_admit:
        return _("Those who live in the block will be listed here.")
    return _(
        "Those who live in the block stand here, with their stays, needs, marks and notes. Admit "
        "them one by one, or import the list you have; nothing is written before you have seen it."
    )

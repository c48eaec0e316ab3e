"""What stands on the tab while there is no officer: what belongs here, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px


class EmptyStaff(QFrame):
    """Offers the import first: an administrator has a list already."""

    def __init__(self, *, may_change: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "toolbar")
        self.import_button = QPushButton(_("Import a list…"))
        self.import_button.setIcon(icon("import", "onaccent"))
        self.import_button.setProperty("kind", "primary")
        self.add_button = QPushButton(_("Add an officer"))
        self.add_button.setIcon(icon("add"))
        picture = QLabel()
        picture.setPixmap(pixmap("staff", "text3", 40))
        self._said = labelled(self._words(may_change=may_change), "secondary")
        self._said.setWordWrap(True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setFixedWidth(px(460))
        line = QHBoxLayout()
        line.addStretch(1)
        for button in (self.import_button, self.add_button):
            button.setVisible(may_change)
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture, 0, centre)
        column.addWidget(labelled(_("No officers yet"), "title"), 0, centre)
        # A wrapped text gets its height only when its line is not aligned.
        words = QHBoxLayout()
        words.addStretch(1)
        words.addWidget(self._said)
        words.addStretch(1)
        column.addLayout(words)
        column.addLayout(line)
        column.addStretch(3)

    def first(self) -> QPushButton:
        """Where the keyboard goes."""
        return self.import_button

    @staticmethod
    def _words(*, may_change: bool) -> str:
        if not may_change:
            return _("The officers of the block will be listed here.")
        return _(
            "The officers of the block stand here: who serves in which team and post. Import the "
            "list you have, as CSV or Excel; nothing is written before you have seen every row."
        )

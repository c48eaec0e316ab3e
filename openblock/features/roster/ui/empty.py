"""What stands in the roster's place before the block has officers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from openblock.i18n import _
from openblock.ui.forms import labelled
from openblock.ui.icons import icon, pixmap
from openblock.ui.theme import px


class NoOfficers(QWidget):
    """Says what belongs here and offers the first step."""

    import_wanted = Signal()

    def __init__(self, *, may_import: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(pixmap("roster", "text3", 48))
        words = labelled(
            _("The roster has a row for each officer who serves in the days shown."), "secondary"
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(icon("import", "onaccent"), _("Import a list of officers…"))
        self.button.setProperty("kind", "primary")
        self.button.setVisible(may_import)
        self.button.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(picture, 0, centre)
        column.addWidget(labelled(_("No officers yet"), "title"), 0, centre)
        # Not aligned by the layout: an aligned label that wraps is given one line too few.
        column.addWidget(words)
        column.addWidget(self.button, 0, centre)
        column.addStretch(2)

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
        words.setMinimumWidth(px(360))
        self.button = QPushButton(icon("import", "onaccent"), _("Import a list of officers…"))
        self.button.setProperty("kind", "primary")
        self.button.setVisible(may_import)
        self.button.clicked.connect(self.import_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(px(12))
        column.addStretch(1)
        for widget in (picture, labelled(_("No officers yet"), "title"), words, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

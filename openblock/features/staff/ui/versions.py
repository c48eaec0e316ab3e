"""Both versions of an officer whom two people changed at once, side by side (SEC-09)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.rules import FIELDS, OfficerContent
from openblock.features.staff.sheets import staff_columns
from openblock.i18n import _, format_day
from openblock.ui.forms import labelled
from openblock.ui.theme import px


class BothVersions(QFrame):
    """Yours and theirs, field by field where they differ, and the choice between them."""

    #: The version to save over.
    mine = Signal(int)
    #: The officer as stored now.
    theirs = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.said = labelled("", "warning")
        self.said.setWordWrap(True)
        self.mine_button = QPushButton(_("Save mine over it"))
        self.theirs_button = QPushButton(_("Take theirs"))
        self._stored: OfficerRow | None = None
        self._table = QWidget()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.said)
        self._column.addWidget(self._table)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.theirs_button)
        line.addWidget(self.mine_button)
        self._column.addLayout(line)
        self.mine_button.clicked.connect(self._take_mine)
        self.theirs_button.clicked.connect(self._take_theirs)
        self.hide()

    def compare(self, yours: OfficerContent, stored: OfficerRow, said: str) -> None:
        """Show what differs between ``yours`` and ``stored``, under the words ``said``."""
        self._stored = stored
        self.said.setText(said)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        rows = [("", _("Yours"), _("Theirs")), *differences(yours, stored.content)]
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells):
                strong = number == 0 or place == 0
                label = labelled(text, "field" if strong else "strong")
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                grid.addWidget(label, number, place)
        self._column.replaceWidget(self._table, table)
        self._table.deleteLater()
        self._table = table
        self.show()
        self.theirs_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside a scroll area a wrapped text is squeezed unless it says how high it is.
        inside = event.size().width() - 2 * px(12)
        self.said.setMinimumHeight(max(0, self.said.heightForWidth(inside)))

    def _take_mine(self) -> None:
        self.hide()
        if self._stored is not None:
            self.mine.emit(self._stored.version)

    def _take_theirs(self) -> None:
        self.hide()
        self.theirs.emit(self._stored)


def differences(yours: OfficerContent, theirs: OfficerContent) -> list[tuple[str, str, str]]:
    """Field by field what differs: title, yours, theirs, as they are read."""
    titles = {column.key: column.title() for column in staff_columns()}
    return [
        (titles[name], shown(getattr(yours, name)), shown(getattr(theirs, name)))
        for name in FIELDS
        if getattr(yours, name) != getattr(theirs, name)
    ]


def shown(value: object) -> str:
    """A value of an officer as a person reads it; a dash for nothing."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return format_day(value)
    return str(value) if value not in (None, "") else "\N{EN DASH}"

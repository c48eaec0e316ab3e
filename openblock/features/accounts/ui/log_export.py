"""Exporting the log: the question what for and for whom, and the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.i18n import _
from openblock.importing.export import write_csv
from openblock.storage.log import LogRow, as_records
from openblock.ui.paper.purposes import PurposeForm

_HEADS = (
    "number",
    "at",
    "account",
    "actor",
    "role",
    "workstation",
    "operation",
    "purpose",
    "reason",
    "recipient",
    "subjects",
    "changes",
    "details",
    "mac",
)


def write_log(path: Path, rows: Sequence[LogRow]) -> int:
    """Write the rows as CSV, whole and formula-safe; how many there were.

    The heads are the columns' own names, for whoever verifies the file by programme.
    """
    records = as_records(rows)
    write_csv(path, _HEADS, [[record[head] for head in _HEADS] for record in records])
    return len(records)


class ExportPane(Pane):
    """``wanted(purpose, recipient)`` once both are said."""

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.purpose = PurposeForm()
        self.purpose.recipient.clear()
        go = button(_("Choose the file"), "primary")
        go.clicked.connect(self.confirm)
        back = button(_("Back"))
        back.clicked.connect(self.leave)
        line = QHBoxLayout()
        line.addWidget(back)
        line.addStretch(1)
        line.addWidget(go)
        self.column.addWidget(sentence(_("Export the log"), "name"))
        self.column.addWidget(
            sentence(_("The file is not encrypted. The log keeps who exported it and why."))
        )
        self.column.addWidget(self.purpose)
        self.column.addStretch(1)
        self.column.addLayout(line)
        self.setFocusProxy(self.purpose.choice)

    def confirm(self) -> None:
        """Go on when purpose and recipient are said."""
        if self.purpose.missing():
            self.purpose.focus_missing()
            return
        self.wanted.emit(self.purpose.purpose, self.purpose.recipient.text().strip())

    def leave(self) -> None:
        """Back to the log."""
        self.left.emit()

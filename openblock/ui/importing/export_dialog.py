"""Asks in which form a list leaves, why and for whom; the log keeps the answer (SEC-03)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.i18n import _
from openblock.ui.forms import Choice, Field, Form, labelled
from openblock.ui.paper.purposes import PurposeForm
from openblock.ui.theme import px

CSV, XLSX = "csv", "xlsx"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """The kind of file, the purpose as the log keeps it, the recipient, and what was ticked."""

    kind: str
    purpose: str
    recipient: str
    with_more: bool = False


class ExportDialog(QDialog):
    """Returns a request; it writes nothing.

    ``said`` is what goes into the file, ``more`` what goes into it only when it is ticked.
    """

    def __init__(
        self, said: str, recipient: str, parent: QWidget | None = None, *, more: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export the list"))
        self.kind = Choice(
            [(XLSX, _("Excel workbook (.xlsx)")), (CSV, _("CSV for any spreadsheet (.csv)"))], XLSX
        )
        self.purpose = PurposeForm()
        self.purpose.recipient.setText(recipient)
        self.more = QCheckBox(more)
        self.more.setVisible(bool(more))
        self.export_button = QPushButton(_("Choose where…"))
        self.export_button.setDefault(True)
        note = labelled(
            _("The file is not encrypted. The log keeps what left, why and to whom."), "hint"
        )
        note.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        leave = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        leave.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setSpacing(px(10))
        form = Form([Field("kind", _("File"), self.kind)], above=True)
        parts: tuple[QWidget, ...] = (labelled(said), form, self.more, self.purpose, note, buttons)
        for widget in parts:
            column.addWidget(widget)
        self.setMinimumWidth(px(380))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)

    def request(self) -> ExportRequest:
        """What was answered."""
        recipient = self.purpose.recipient.text().strip()
        kind, purpose = str(self.kind.value()), self.purpose.purpose
        return ExportRequest(kind, purpose, recipient, self.more.isChecked())

    def _accept(self) -> None:
        if self.purpose.missing():
            self.purpose.focus_missing()
        else:
            self.accept()

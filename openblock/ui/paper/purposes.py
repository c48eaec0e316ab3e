"""The form that asks why a sheet leaves the programme and who receives it (SEC-03)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from openblock.i18n import _, p_
from openblock.printing.purposes import purposes

_EXPLAINED = frozenset({"request", "other"})


class PurposeForm(QWidget):
    """Purpose, its explanation where one is needed, and the recipient."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        for code, words in purposes():
            self.choice.addItem(words, code)
        self.explanation = QLineEdit()
        self._proposed = notice_board()
        self.recipient = QLineEdit(self._proposed)
        self.problem = QLabel()
        self.problem.setProperty("kind", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._explanation_label = QLabel()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(_named(_("Purpose"), self.choice), self.choice)
        form.addRow(self._explanation_label, self.explanation)
        form.addRow(_named(_("Recipient"), self.recipient), self.recipient)
        form.addRow(self.problem)
        self.choice.currentIndexChanged.connect(self._renew)
        self.explanation.textChanged.connect(self._renew)
        self.recipient.textChanged.connect(self._renew)
        self._renew()

    @property
    def purpose(self) -> str:
        """What the log keeps: the code, and the explanation after it where there is one."""
        code = str(self.choice.currentData())
        said = self.explanation.text().strip()
        return f"{code}: {said}" if code in _EXPLAINED and said else code

    def propose(self, recipient: str) -> None:
        """Who usually receives what is chosen now; what was typed by hand stays."""
        if self.recipient.text() == self._proposed:
            self.recipient.setText(recipient)
        self._proposed = recipient

    def missing(self) -> str:
        """What is still to be said, in words; empty when the log has all it needs."""
        code = self.choice.currentData()
        if code in _EXPLAINED and not self.explanation.text().strip():
            return (
                _("Type the number of the request.")
                if code == "request"
                else _("Say in a few words what it is for.")
            )
        if not self.recipient.text().strip():
            return _("Say who receives it.")
        return ""

    def focus_missing(self) -> None:
        """Put the keyboard where something is still to be said."""
        empty = not self.recipient.text().strip()
        (self.recipient if empty else self.explanation).setFocus()

    def _renew(self) -> None:
        code = self.choice.currentData()
        words = _("Number of the request") if code == "request" else _("What for")
        self._explanation_label.setText(words)
        self._explanation_label.setBuddy(self.explanation)
        self.explanation.setAccessibleName(words)
        for each in (self._explanation_label, self.explanation):
            each.setVisible(code in _EXPLAINED)
        self.problem.setText(self.missing())
        self.problem.setVisible(bool(self.missing()))
        self.changed.emit()


def notice_board() -> str:
    """Who receives what is posted."""
    return p_("recipient of a sheet", "Notice board of the block")


def _named(words: str, field: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words)
    return label

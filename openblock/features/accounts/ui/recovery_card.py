"""Shows a new recovery key: to print, to save, and to prove that the paper can be read."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.accounts.ui.pane import Pane, button, sentence
from openblock.files import write_whole
from openblock.i18n import _
from openblock.ui.forms import Field, Form, TextEdit
from openblock.ui.paper.printers import LpSending, PrintJob, has_lp, print_with_qt, printers
from openblock.ui.theme import font, px

_LOOKALIKES = str.maketrans("ILO", "110")


class RecoveryCard(Pane):
    """``confirmed`` once two groups were typed back; ``make_pdf`` gives the sheet to print."""

    confirmed = Signal()
    left = Signal()

    def __init__(self, key: str, make_pdf: Callable[[], bytes], last_words: str) -> None:
        super().__init__()
        self.groups = key.split("-")
        self._make_pdf = make_pdf
        self._sending: LpSending | None = None
        self.asked = _two_of(len(self.groups))
        self._print = button(_("Print"))
        self._save = button(_("Save as PDF"))
        self._print.clicked.connect(self.print_key)
        self._save.clicked.connect(self.ask_where_to_save)
        self.done = button(last_words, "primary")
        self.done.clicked.connect(self.confirm)
        self.form = Form(above=True)
        for number in self.asked:
            label = _("Group {number} from the paper").format(number=number)
            self.form.add(Field(f"group{number}", label, TextEdit()))
        self._said = sentence("", "ok")
        self._said.hide()
        self._lay_out()
        self.setFocusProxy(self._print)

    def confirm(self) -> None:
        """Compare the groups typed with those of the key."""
        wrong = [
            Problem("recovery-groups-differ", field=f"group{number}")
            for number in self.asked
            if _plain(str(self.form.fields[f"group{number}"].value())) != self.groups[number - 1]
        ]
        if wrong:
            self.refuse(RuleBroken(*wrong), self.form)
        else:
            self.say([])
            self.confirmed.emit()

    def leave(self) -> None:
        """Back, where there is a way back."""
        self.left.emit()

    def print_key(self) -> None:
        """Print the key on this computer's usual printer."""
        found = printers()
        if not found:
            self.refuse(KnownError("no-printer"))
            return
        job = PrintJob(self._make_pdf(), found[0].name, 1, "A4", landscape=False)
        if has_lp():
            self._sending = LpSending(job, lambda: self._sent(job.printer), self.refuse, self)
            return
        try:
            print_with_qt(job)
        except KnownError as refusal:
            self.refuse(refusal)
        else:
            self._sent(job.printer)

    def ask_where_to_save(self) -> None:
        """Ask for a file; the sheet goes there and belongs on paper or on a stick in the safe."""
        usual = str(Path.home() / _("Recovery key.pdf"))
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), usual, _("PDF files (*.pdf)")
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save the sheet as ``path``."""
        try:
            write_whole(path, self._make_pdf())
        except KnownError as refusal:
            self.refuse(refusal)
            return
        self._tell(_("Saved: {file}").format(file=path.name))

    def _sent(self, printer: str) -> None:
        self._tell(_("Sent to {printer}.").format(printer=printer))

    def _tell(self, words_said: str) -> None:
        self.say([])
        self._said.setText(words_said)
        self._said.show()
        self.form.fields[f"group{self.asked[0]}"].setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(sentence(_("Recovery key"), "name"))
        self.column.addWidget(
            sentence(
                _(
                    "It opens the block when a password is lost; without it and without a password "
                    "nobody can, not even the makers. Print it, seal it in an envelope, keep it in "
                    "the safe."
                )
            )
        )
        self.column.addWidget(self._shown_key())
        line = QHBoxLayout()
        line.addWidget(self._print)
        line.addWidget(self._save)
        line.addWidget(self._said, 9)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(sentence(_("Type two groups back, to be sure the paper is good.")))
        for each in (self.form, self.refusal):
            self.column.addWidget(each)
        self.column.addStretch(1)
        self.column.addWidget(self.done)

    def _shown_key(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "panel")
        card.setAccessibleName(_("Recovery key"))
        grid = QGridLayout(card)
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPixelSize(font("name").pixelSize())
        letters.setWeight(QFont.Weight.DemiBold)
        for place, group in enumerate(self.groups):
            number = sentence(f"{place + 1}.", "hint")
            shown = sentence(group, "strong")
            shown.setFont(letters)
            shown.setStyleSheet(f"font-family: monospace; font-size: {px(19)}px;")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            shown.setAccessibleName(
                _("Group {number}: {letters}").format(number=place + 1, letters=" ".join(group))
            )
            row, half = divmod(place, 3)
            grid.addWidget(number, row, 2 * half, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(shown, row, 2 * half + 1)
            grid.setColumnStretch(2 * half + 1, 1)
        return card


def _two_of(count: int) -> tuple[int, int]:
    """Two different groups, numbered from 1, in order; not to be known before the paper is."""
    first = secrets.randbelow(count)
    second = (first + 1 + secrets.randbelow(count - 1)) % count
    return min(first, second) + 1, max(first, second) + 1


def _plain(typed: str) -> str:
    return "".join(typed.upper().split()).replace("-", "").translate(_LOOKALIKES)

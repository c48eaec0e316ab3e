"""The paper dialog: Ctrl+P, Enter prints the usual sheet; everything else is one Tab away."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError
from openblock.files import write_whole
from openblock.i18n import _, n_
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.message_bar import MessageBar
from openblock.ui.paper.choices import Choices
from openblock.ui.paper.issuing import Issuing
from openblock.ui.paper.preview import Preview
from openblock.ui.paper.printers import LpSending, PrintJob, has_lp, print_with_qt, printers
from openblock.ui.tab import SheetOffer
from openblock.ui.theme import px

# Sheets handed to another programme lie here until this one ends; each folder deletes itself.
_handed_over: list[tempfile.TemporaryDirectory[str]] = []


class PaperDialog(QDialog):
    """Preview, print, save and open the sheets offered; nothing leaves without a row in the log.

    Opening logs a consultation (KnownError when that is refused: nothing is shown then).
    """

    def __init__(
        self,
        desk: Desk,
        offers: tuple[SheetOffer, ...],
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(_("Print"))
        self.messages = MessageBar()
        self.preview = Preview()
        self.choices = Choices(offers, printers())
        self.choices.choose(current)
        self.print_button = QPushButton(_("Print"))
        self.save_button = QPushButton(_("Save as PDF…"))
        self.open_button = QPushButton(_("Open"))
        self.fit_button = QPushButton(_("Whole page"))
        self._sending: LpSending | None = None
        self._issuing = Issuing(desk, self.choices, self.preview)
        self._dress_buttons()
        self._take_room()
        self._lay_out()
        self._issuing.show()
        self.choices.sheet_changed.connect(self._renew)
        self.choices.purpose_changed.connect(self._show_possible)
        self._show_possible()
        self._focus_usual()

    def _renew(self) -> None:
        self._attempt(self._issuing.show, lambda: None)

    def _issue(self, way: str, where: str) -> bytes | None:
        """The logged sheet, ready to leave; None when something is missing or refused."""
        if self.choices.purpose.missing():
            self.choices.purpose.focus_missing()
            return None
        try:
            return self._issuing.issue(way, where)
        except KnownError as refusal:
            self.messages.refuse(refusal)
            return None

    # Print, save, open

    def print_sheet(self) -> None:
        """Send the sheet to the chosen printer; the dialog closes when the printer has it."""
        name = self.choices.printer.currentText()
        if not name:
            self.messages.refuse(KnownError("no-printer"))
            return
        pdf = self._issue("print", name)
        if pdf is None:
            return
        offer = self.choices.offer
        copies = self.choices.copies.value()
        landscape = offer.orientation == "landscape"
        job = PrintJob(pdf, name, copies, self.choices.paper, landscape)
        self._show_possible(sending=True)
        if has_lp():
            self._sending = LpSending(job, self._printed, self._not_printed, self)
        else:
            self._attempt(lambda: print_with_qt(job), self._printed)

    def ask_where_to_save(self) -> None:
        """Ask for a file name and save the sheet there."""
        if self.choices.purpose.missing():
            self.choices.purpose.focus_missing()
            return
        folder = Path(str(self.desk.prefer("paper.folder", str(Path.home()))))
        usual = str(folder / f"{self.choices.offer.file_name}.pdf")
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save as PDF"), usual, _("PDF files (*.pdf)")
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save the sheet as ``path``, whole or not at all."""
        whole = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
        pdf = self._issue("save", "file")
        if pdf is not None:
            self._attempt(lambda: write_whole(whole, pdf), lambda: self._saved(whole))

    def open_elsewhere(self) -> None:
        """Hand the sheet to the computer's own PDF programme; the copy goes when this one ends."""
        pdf = self._issue("open", "file")
        if pdf is None:
            return
        folder = tempfile.TemporaryDirectory(prefix="openblock-", ignore_cleanup_errors=True)
        _handed_over.append(folder)
        path = Path(folder.name) / f"{self.choices.offer.file_name}.pdf"
        self._attempt(lambda: write_whole(path, pdf), lambda: self._opened(path))

    def _attempt(self, act: Callable[[], None], then: Callable[[], None]) -> None:
        try:
            act()
        except KnownError as refusal:
            self._not_printed(refusal)
        else:
            then()

    def _printed(self) -> None:
        pages = n_("{number} page", "{number} pages", self.preview.pages)
        said = _("Sent to {printer}: {sheet}, {pages}").format(
            printer=self.choices.printer.currentText(),
            sheet=self.choices.offer.title,
            pages=pages,
        )
        self.desk.say(said)
        self.accept()

    def _not_printed(self, refusal: KnownError) -> None:
        self._show_possible()
        self.messages.refuse(refusal)

    def _saved(self, path: Path) -> None:
        self.desk.remember("paper.folder", str(path.parent))
        self.desk.say(_("Saved: {file}").format(file=path.name))
        self.accept()

    def _opened(self, path: Path) -> None:
        self.desk.say(_("Opened: {file}").format(file=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def done(self, result: int) -> None:
        if self._sending is not None:
            self._sending.wait()
        super().done(result)

    # Looks

    def _dress_buttons(self) -> None:
        drawings = ((self.print_button, "print"), (self.save_button, "save"))
        for button, drawing in (*drawings, (self.open_button, "open"), (self.fit_button, "search")):
            button.setIcon(icon(drawing))
            button.setAutoDefault(button is self.print_button)
        self.print_button.setToolTip(_("Print the sheet (Enter)"))
        self.fit_button.setCheckable(True)
        self.fit_button.setToolTip(_("Show the whole page instead of its whole width"))
        self.save_button.setShortcut(shortcuts.sequence("save-pdf"))
        self.save_button.setToolTip(shortcuts.hint(_("Save the sheet as a PDF"), "save-pdf"))
        self.open_button.setShortcut(shortcuts.sequence("open-pdf"))
        self.open_button.setToolTip(
            shortcuts.hint(
                _("Open the sheet in another programme, without encryption, until you close"),
                "open-pdf",
            )
        )
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.ask_where_to_save)
        self.open_button.clicked.connect(self.open_elsewhere)
        self.fit_button.toggled.connect(self._fit)

    def _fit(self, whole_page: bool) -> None:
        self.preview.fit(whole_page=whole_page)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.messages)
        line = QHBoxLayout()
        line.addWidget(self.preview, 1)
        self.choices.setFixedWidth(min(px(300), 2 * self.width() // 5))
        line.addWidget(self.choices)
        column.addLayout(line, 1)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fit_button)
        buttons.addStretch(1)
        for button in (close, self.open_button, self.save_button, self.print_button):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _take_room(self) -> None:
        screen = self.screen().availableSize()
        wanted = QSize(px(1180), px(720))
        self.resize(wanted.boundedTo(QSize(screen.width() - 40, screen.height() - 60)))

    def _show_possible(self, *, sending: bool = False) -> None:
        complete = not self.choices.purpose.missing() and not sending
        self.print_button.setEnabled(complete and bool(self.choices.printer.currentText()))
        self.save_button.setEnabled(complete)
        self.open_button.setEnabled(complete)

    def _focus_usual(self) -> None:
        usual = self.print_button if self.print_button.isEnabled() else self.save_button
        usual.setDefault(True)
        usual.setIcon(icon("print" if usual is self.print_button else "save", "onaccent"))
        if self.choices.purpose.missing():
            self.choices.purpose.focus_missing()
        else:
            usual.setFocus()

"""The import dialog: choose a file, see what would become of every row, confirm."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openblock.errors import KnownError
from openblock.i18n import _, n_
from openblock.importing.columns import to_remember
from openblock.importing.preview import Outcome
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.importing.file_line import FileLine
from openblock.ui.importing.job import PreviewJob, Seen
from openblock.ui.importing.offer import ImportOffer
from openblock.ui.importing.review import Review
from openblock.ui.importing.wording import doing_words, reading_words
from openblock.ui.message_bar import MessageBar
from openblock.ui.theme import px


class ImportDialog(QDialog):
    """One screen: file, columns, rows, faults; nothing is written before *Import* is pressed.

    A refusal leaves everything as it is; :attr:`written` says that the list is in.
    """

    written = Signal()

    def __init__(self, desk: Desk, offer: ImportOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(offer.title)
        self.setAcceptDrops(True)
        self.desk = desk
        self.offer = offer
        self._seen: Seen | None = None
        self._job = PreviewJob(desk, self, self._show, self._refused)
        self.messages = MessageBar()
        self.file_line = FileLine()
        self.review = Review()
        self.progress = QProgressBar()
        self.leave_out = QCheckBox()
        self.import_button = QPushButton(_("Import"))
        self.close_button = QPushButton(_("Close"))
        self._dress()
        self._lay_out()
        self._listen()
        self._show_possible()

    @property
    def seen(self) -> Seen | None:
        """The file on show; None before one was read."""
        return self._seen

    def load(self, path: Path, sheet: str = "") -> None:
        """Read ``path`` in the background and show what importing it would do."""
        self.file_line.show_path(path)
        self.messages.clear()
        try:
            intake, remembered = self.offer.intake(), self.offer.remembered()
        except KnownError as refusal:
            self.messages.refuse(refusal)
            return
        self._working(True)
        self._job.read(path, sheet, intake, remembered)

    def confirm(self) -> None:
        """Write what is shown as new and changed, in one step."""
        if self._seen is None or not self.import_button.isEnabled():
            return
        if self.offer.before_writing is None:
            self._write()
            return
        self._working(True)
        before = self.offer.before_writing
        self.desk.work(
            before, self._ready, words=_("Backing up…"), refused=self._refused, owner=self
        )

    def _ready(self, _result: object) -> None:
        self._working(False)
        self._write()

    def _write(self) -> None:
        seen = self._seen
        if seen is None:
            return
        headings = to_remember(seen.file.head, seen.mapped)
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            self.offer.write(seen.preview, seen.path.name, headings)
        except KnownError as refusal:
            self.messages.refuse(refusal)
            self._look_again()
            return
        finally:
            self.unsetCursor()
        self.written.emit()
        self.accept()

    # The file

    def _choose(self) -> None:
        folder = str(self.desk.prefer(f"{self.offer.key}.folder", str(Path.home())))
        kinds = _("Lists (*.csv *.xlsx *.txt)") + ";;" + _("All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Choose a file"), folder, kinds)
        if chosen:
            self.load(Path(chosen))

    def _typed(self, path: str) -> None:
        if path:
            self.load(Path(path).expanduser())
        else:
            self._choose()

    def _other_sheet(self, sheet: str) -> None:
        if self._seen is not None:
            self.load(self._seen.path, sheet)

    def _look_again(self) -> None:
        """Preview with the columns chosen now, against what is stored now."""
        if self._seen is None:
            return
        try:
            intake = self.offer.intake()
        except KnownError as refusal:
            self.messages.refuse(refusal)
            return
        self._working(True)
        self._job.preview(self._seen, self.review.columns.mapped(), intake)

    def _show(self, seen: Seen) -> None:
        same = self._seen is not None and self._seen.file is seen.file
        self._seen = seen
        self._working(False)
        self.desk.remember(f"{self.offer.key}.folder", str(seen.path.parent))
        self.file_line.show_table(seen.file.table, reading_words(seen.file.table))
        self.review.show_seen(seen, new_file=not same)
        self._show_possible()
        if not same:
            (
                self.import_button if self.import_button.isEnabled() else self.review.first()
            ).setFocus()

    def _refused(self, refusal: KnownError) -> None:
        self._working(False)
        if refusal.code != "cancelled":
            self.messages.refuse(refusal)
        self._show_possible()

    # What can be done

    def _show_possible(self) -> None:
        found = self._seen.preview if self._seen else None
        faulty = len(found.of(Outcome.FAULTY)) if found else 0
        self.leave_out.setVisible(bool(faulty))
        self.leave_out.setText(
            n_("Leave out the {number} faulty row", "Leave out the {number} faulty rows", faulty)
        )
        self.import_button.setText(doing_words(found) if found else _("Import"))
        possible = found is not None and bool(found.to_write) and not found.missing
        self.import_button.setEnabled(possible and (not faulty or self.leave_out.isChecked()))
        self.import_button.setDefault(self.import_button.isEnabled())

    def _working(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0)
        if busy:
            self.import_button.setEnabled(False)

    def _progressed(self, done: int, total: int, words: str) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.setFormat(f"{words} %p %" if total else words)

    def done(self, result: int) -> None:
        self._job.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._job.stop()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            self.load(Path(path))

    # Looks

    def _dress(self) -> None:
        for button in (self.import_button, self.close_button):
            button.setAutoDefault(False)
        self.import_button.setProperty("kind", "primary")
        self.import_button.setToolTip(_("Write the rows; Undo takes them back in one step"))
        self.leave_out.setToolTip(_("Only the rows without faults are imported then"))
        self.progress.setTextVisible(True)
        self.progress.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(px(8))
        column.addWidget(self.messages)
        column.addWidget(self.file_line)
        column.addWidget(self.review, 1)
        line = QHBoxLayout()
        line.addWidget(self.progress, 1)
        line.addStretch(1)
        for widget in (self.leave_out, self.close_button, self.import_button):
            line.addWidget(widget)
        column.addLayout(line)
        screen = self.screen().availableSize()
        wanted = QSize(px(1180), px(690))
        self.resize(wanted.boundedTo(QSize(screen.width() - 40, screen.height() - 60)))

    def _listen(self) -> None:
        self.file_line.chosen.connect(self._typed)
        self.file_line.browsed.connect(self._choose)
        self.file_line.sheet_chosen.connect(self._other_sheet)
        self.review.columns.changed.connect(self._look_again)
        self.leave_out.toggled.connect(self._show_possible)
        self.import_button.clicked.connect(self.confirm)
        self.close_button.clicked.connect(self.reject)
        self.desk.worker.progressed.connect(self._progressed)
        for shortcut in shortcuts.bind("next-problem", self):
            shortcut.activated.connect(self.review.next_fault)
        for shortcut in shortcuts.bind("previous-problem", self):
            shortcut.activated.connect(self.review.previous_fault)


def open_import(desk: Desk, offer: ImportOffer, parent: QWidget | None = None) -> ImportDialog:
    """Show an import over ``parent``; the dialog writes only when the officer confirms."""
    dialog = ImportDialog(desk, offer, parent)
    dialog.open()
    return dialog

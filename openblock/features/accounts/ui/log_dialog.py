"""The log of who did and saw what: filtered, verified, exported; looking at it is itself logged."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.errors import KnownError, Problem
from openblock.features.accounts import queries
from openblock.features.accounts.queries import LogChoices
from openblock.features.accounts.session.proving import verify_log
from openblock.features.accounts.ui.dialog import AccountsDialog
from openblock.features.accounts.ui.log_export import ExportPane, write_log
from openblock.features.accounts.ui.log_model import LogModel
from openblock.features.accounts.ui.log_words import deed_words
from openblock.features.accounts.ui.pane import button, sentence
from openblock.i18n import _, format_short_day, n_, sort_key
from openblock.storage.log import LogFilter, LogRow
from openblock.storage.store import Consultation, Disclosure
from openblock.ui.desk import Desk
from openblock.ui.forms import Choice, DayEdit, NumberEdit, TextEdit, labelled
from openblock.ui.messages import words
from openblock.ui.theme import font, px
from openblock.ui.worker import Progress

PAGE = 500
_WIDTHS = (64, 150, 150, 130, 190, 120, 180)


class LogDialog(AccountsDialog):
    """Opening it is a consultation (SEC-05), exporting a disclosure with purpose and recipient."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Log of who did and saw what"), QSize(1120, 640), parent)
        choices = desk.read(queries.log_choices)
        self.who = Choice([(None, _("Everyone")), *choices.people])
        self.what = Choice(_deeds(choices))
        self.since = DayEdit()
        self.until = DayEdit()
        self.model = LogModel(self._fetch_shown)
        self.view = QTableView()
        self.verdict = sentence("", "secondary")
        self.row_number = NumberEdit(0, 0, 999_999_999)
        self.printed = TextEdit()
        self.pages = QStackedWidget()
        self.pages.setStyleSheet("QStackedWidget { background: transparent; }")
        self._list = self._list_page()
        self.pages.addWidget(self._list)
        self.column.addWidget(self.pages)
        desk.consult(Consultation("log", "all"))
        self.search()
        for each in (self.who, self.what, self.since, self.until):
            each.edited.connect(self.search)

    def wanted(self, before: int | None = None) -> LogFilter:
        """The rows the filter asks for; days are whole days of the block, both included."""
        until = self.until.value()
        return LogFilter(
            since=_begin(self.since.value()),
            until=clock.at(until, clock.MINUTES_OF_DAY) if until else None,
            account_id=self.who.value(),
            operation=str(self.what.value() or ""),
            before=before,
            limit=PAGE,
        )

    def search(self) -> None:
        """Show the rows the filter asks for, the newest first."""
        self.model.start()
        self.view.scrollToTop()

    def verify(self) -> None:
        """Prove the chain in the background; the sentence beneath says what was found."""
        store = self.desk.store
        number, printed = self.row_number.value(), self.printed.value()
        self.verdict.setText(_("Verifying…"))

        def prove(_progress: Progress) -> tuple[int, tuple[Problem, ...]]:
            return verify_log(store, number, printed)

        self.desk.work(prove, self._proved, words=_("Verifying the log"), refused=self._unproved)

    def ask_export(self) -> None:
        """Ask what for and for whom, as the log must say (SEC-03)."""
        pane = ExportPane()
        pane.wanted.connect(self._choose_file)
        pane.left.connect(self.back)
        self.pages.addWidget(pane)
        self.pages.setCurrentWidget(pane)
        pane.setFocus()

    def export_to(self, path: Path, purpose: str, recipient: str) -> bool:
        """Write every row the filter asks for to ``path``; logged before it is written."""
        details = {"rows": "filtered", "file": path.name}
        try:
            self.desk.disclose(Disclosure("log", ("log:all",), purpose, recipient, details))
            count = write_log(path, self._every_row())
        except KnownError as refusal:
            self.verdict.setText(words(refusal))
            self.back()
            return False
        said = n_("{number} row written to the file.", "{number} rows written to the file.", count)
        self.verdict.setText(said)
        self.desk.say(said)
        self.back()
        return True

    def back(self) -> None:
        """Back to the list."""
        pane = self.pages.currentWidget()
        if pane is not None and pane is not self._list:
            self.pages.removeWidget(pane)
            pane.deleteLater()
        self.pages.setCurrentWidget(self._list)
        self.search()

    def reject(self) -> None:
        """Esc leaves the question first, then the log."""
        if self.pages.currentWidget() is self._list or not self.isVisible():
            super().reject()
        else:
            self.back()

    def _fetch(self, before: int | None) -> tuple[LogRow, ...]:
        return self.desk.read(queries.log_rows, self.wanted(before))

    def _fetch_shown(self, before: int | None) -> tuple[LogRow, ...]:
        """For the table, which asks while it paints: a refusal is told and ends the list."""
        found: list[LogRow] = []
        self.desk.show(lambda: found.extend(self._fetch(before)))
        return tuple(found)

    def _every_row(self) -> list[LogRow]:
        rows: list[LogRow] = []
        while more := self._fetch(rows[-1].number if rows else None):
            rows.extend(more)
        return rows

    def _choose_file(self, purpose: str, recipient: str) -> None:
        name = f"openblock-log-{clock.today():%Y-%m-%d}.csv"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Export the log"), str(Path.home() / name), _("CSV files (*.csv)")
        )
        if chosen:
            self.export_to(Path(chosen), purpose, recipient)

    def _proved(self, found: tuple[int, tuple[Problem, ...]]) -> None:
        rows, problems = found
        if problems:
            self.verdict.setText(" ".join(words(problem) for problem in problems))
        else:
            whole = n_(
                "The log is whole: {number} row, every one in its place.",
                "The log is whole: {number} rows, every one in its place.",
                rows,
            )
            self.verdict.setText(whole)
        self._tone("problem" if problems else "ok")

    def _unproved(self, refusal: KnownError) -> None:
        self.verdict.setText(words(refusal))
        self._tone("problem")

    def _tone(self, kind: str) -> None:
        self.verdict.setProperty("kind", kind)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(self._filter_line())
        column.addWidget(self._dressed_view(), 1)
        column.addLayout(self._proof_line())
        return page

    def _filter_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(px(8))
        today = format_short_day(clock.today())
        fields: tuple[tuple[str, Any], ...] = (
            (_("Who"), self.who),
            (_("What"), self.what),
            (_("From"), self.since),
            (_("To"), self.until),
        )
        for text, field in fields:
            label = labelled(text, "field")
            label.setBuddy(field)
            field.setAccessibleName(text)
            if isinstance(field, DayEdit):
                field.setPlaceholderText(today)
            line.addWidget(label)
            line.addWidget(field)
        line.addStretch(1)
        return line

    def _dressed_view(self) -> QTableView:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName(_("Log of who did and saw what"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(QFontMetrics(font()).height() + px(10))
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for place, width in enumerate(_WIDTHS):
            view.setColumnWidth(place, px(width))
        return view

    def _proof_line(self) -> QVBoxLayout:
        prove = button(_("Verify the log"))
        prove.clicked.connect(self.verify)
        export = button(_("Export"))
        export.clicked.connect(self.ask_export)
        close = button(_("Close"))
        close.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(prove)
        printed = _("Against a printed sheet: row")
        for text, field in ((printed, self.row_number), (_("mark"), self.printed)):
            line.addWidget(labelled(text, "field"))
            field.setAccessibleName(text)
            line.addWidget(field)
        self.row_number.setMaximumWidth(px(110))
        self.printed.setMinimumWidth(px(110))
        line.addStretch(1)
        line.addWidget(export)
        line.addWidget(close)
        column = QVBoxLayout()
        column.addWidget(self.verdict)
        column.addLayout(line)
        return column


def _begin(day: date | None) -> datetime | None:
    return clock.at(day) if day else None


def _deeds(choices: LogChoices) -> list[tuple[str, str]]:
    deeds = [(operation, deed_words(operation)) for operation in choices.operations]
    return [("", _("Everything")), *sorted(deeds, key=lambda deed: sort_key(deed[1]))]

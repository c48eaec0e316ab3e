"""The backup panel: what there is, a new one, the way back to an old one, and the check."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openblock import clock
from openblock.errors import KnownError
from openblock.i18n import _, format_moment
from openblock.storage.check import Report
from openblock.storage.manifest import Backup
from openblock.ui.backups.rounds import BackupRounds
from openblock.ui.backups.wording import reason_words, report_words, restore_words
from openblock.ui.desk import Notice
from openblock.ui.icons import icon
from openblock.ui.message_bar import MessageBar
from openblock.ui.messages.facts import size
from openblock.ui.status import age_in_words
from openblock.ui.table_model import Column, RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import px

Restore = Callable[[Backup], None]


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            _("Taken"),
            lambda row: format_moment(row.taken_at),
            sort=lambda row: -row.taken_at.timestamp(),
            strong=True,
        ),
        Column(_("Age"), lambda row: age_in_words(clock.now() - row.taken_at), align="right"),
        Column(_("Why"), lambda row: reason_words(row.reason)),
        Column(_("Size"), lambda row: size(row.size), align="right"),
        Column(_("State"), lambda _row: _("verified"), tone=lambda _row: "ok", icon=_sound),
    )


def _sound(_row: Backup) -> str:
    return "ok"


class BackupPanel(QDialog):
    """List and acts on one page, the question before a restore on another: never two dialogs.

    ``backups`` lists what there is, ``restore`` does it once the officer has confirmed; without
    ``rounds`` (a file that could not be opened) only restoring is offered.
    """

    def __init__(
        self,
        backups: Callable[[], tuple[Backup, ...]],
        restore: Restore | None,
        rounds: BackupRounds | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Backups"))
        self._backups = backups
        self._restore = restore
        self._rounds = rounds
        self.messages = MessageBar()
        self.model = RowsTableModel(_columns(), key=lambda row: row.path)
        self.table = RowsView(self.model, sort_by=0)
        self.table.setAccessibleName(_("Backups, the newest first"))
        self.question = QLabel()
        self.pages = QStackedWidget()
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self._question_page())
        column = QVBoxLayout(self)
        column.addWidget(self.messages)
        column.addWidget(self.pages, 1)
        screen = self.screen().availableSize()
        self.resize(min(px(780), screen.width() - 40), min(px(460), screen.height() - 60))
        self.refresh()
        if rounds is not None:
            rounds.taken.connect(self._backed_up)

    def refresh(self) -> None:
        """Read the list again; the newest backup is the one chosen."""
        self.model.set_rows(self._backups())
        self.table.fit()
        # The ring around the cell in focus takes room of its own.
        self.table.setColumnWidth(0, self.table.columnWidth(0) + px(12))
        some = bool(self.model.rows)
        self.empty.setVisible(not some)
        self.table.setVisible(some)
        if some and self.table.chosen() is None:
            self.table.choose(self.model.rows[0].path)
        self.restore_button.setEnabled(some and self._restore is not None)
        self.restore_button.setVisible(self._restore is not None)

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self.empty = QLabel(
            _(
                "Backups of the block's file are listed here. One is taken when the programme "
                "closes and every half hour if something changed. Take the first one now."
            )
        )
        self.empty.setWordWrap(True)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        if self._rounds is not None and self._rounds.keeper is not None:
            place = QLabel(_("Place: {folder}").format(folder=self._rounds.keeper.folder))
            place.setProperty("kind", "secondary")
            place.setWordWrap(True)
            column.addWidget(place)
        column.addLayout(self._list_buttons())
        return page

    def _list_buttons(self) -> QHBoxLayout:
        self.back_up_button = self._button(_("Back up now"), "backup", self._back_up)
        self.check_button = self._button(_("Check the file now"), "shield", self._check)
        self.restore_button = self._button(_("Restore…"), "restore", self._ask)
        close = self._button(_("Close"), "", self.reject)
        line = QHBoxLayout()
        for button in (self.back_up_button, self.check_button, self.restore_button):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(close)
        for button in (self.back_up_button, self.check_button):
            button.setVisible(self._rounds is not None)
        return line

    def _question_page(self) -> QWidget:
        page = QFrame()
        page.setProperty("kind", "card")
        heading = QLabel(_("Restore this backup?"))
        heading.setProperty("kind", "title")
        self.question.setWordWrap(True)
        self.confirm_button = self._button(_("Restore"), "restore", self._confirmed)
        self.confirm_button.setProperty("kind", "danger")
        self.back_button = self._button(_("Back"), "", self._back)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.back_button)
        line.addWidget(self.confirm_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.addWidget(heading)
        column.addWidget(self.question)
        column.addStretch(1)
        column.addLayout(line)
        return page

    def _button(self, words: str, drawing: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if drawing:
            button.setIcon(icon(drawing))
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _back_up(self) -> None:
        if self._rounds is not None:
            self._rounds.back_up()

    def _backed_up(self, backup: Backup) -> None:
        self.refresh()
        sentence = _("{name} was taken and verified.").format(name=backup.path.name)
        self.messages.notify(Notice("ok", sentence, key="panel"))
        self.table.choose(backup.path)

    def _check(self) -> None:
        if self._rounds is None:
            return
        self.check_button.setEnabled(False)
        self.messages.notify(Notice("news", _("The file is being checked…"), key="panel"))
        self._rounds.check(self._checked, self._not_checked, self)

    def _checked(self, report: Report) -> None:
        self.check_button.setEnabled(True)
        kind = "ok" if report.is_clean else "error"
        self.messages.notify(Notice(kind, report_words(report), key="panel"))

    def _not_checked(self, refusal: KnownError) -> None:
        self.check_button.setEnabled(True)
        self.messages.withdraw("panel")
        self.messages.refuse(refusal)

    def _ask(self) -> None:
        chosen = self.table.chosen()
        if isinstance(chosen, Backup):
            self.question.setText(restore_words(chosen, clock.now()))
            self.pages.setCurrentIndex(1)
            self.back_button.setFocus()

    def _back(self) -> None:
        self.pages.setCurrentIndex(0)
        self.table.setFocus()

    def _confirmed(self) -> None:
        chosen = self.table.chosen()
        if isinstance(chosen, Backup) and self._restore is not None:
            self.accept()
            self._restore(chosen)

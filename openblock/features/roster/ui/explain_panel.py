"""Beside the roster: what one officer's working time is made of, down to its shifts (RO-04..07)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from openblock.features.roster.queries import limits
from openblock.features.roster.queries.working_time import working_time
from openblock.features.roster.ui.explain_lines import ExplainLine, lines_of
from openblock.features.roster.ui.explain_list import LINE_ROLE, ExplainList
from openblock.i18n import _, format_month
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.icons import icon
from openblock.ui.plain_label import plain
from openblock.ui.theme import px, watch


class ExplainPanel(QFrame):
    """Reads one officer's month; Esc, F4 or the cross puts it away."""

    #: The officer and the day of a line that was activated.
    day_wanted = Signal(int, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._officer_id = 0
        self.setProperty("kind", "panel")
        self.setAccessibleName(_("Working time explained"))
        self.heading = plain("", "strong")
        self.month = plain("", "secondary")
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "quiet")
        self.close_button.setAccessibleName(_("Close the explanation"))
        self.close_button.setToolTip(shortcuts.hint(_("Close the explanation"), "explain"))
        self.list = ExplainList()
        self._lay_out()
        self.close_button.clicked.connect(self.hide)
        self.list.activated.connect(self._go_to)
        watch(self._dress)
        self._dress()

    def show(self, officer_id: int = 0, month: date | None = None) -> None:
        """Show this officer's account of a month; the one that stood there last without them.

        Where the list stood it stays, if it is the same officer's.
        """
        if officer_id and month is not None:
            self._read(officer_id, month)
        super().show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not a shortcut: the tab around it has Esc already, and of two neither would be heard.
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _read(self, officer_id: int, month: date) -> None:
        account = self._desk.read(working_time, officer_id, month)
        lines = lines_of(account, self._desk.read(limits))
        stood = self.list.verticalScrollBar().value()
        self.heading.setText(account.name)
        self.month.setText(format_month(account.month))
        self.list.lines.show_lines(lines)
        self.list.setCurrentIndex(self.list.lines.index(0))
        if officer_id == self._officer_id:
            self.list.verticalScrollBar().setValue(stood)
        else:
            self.list.scrollToTop()
        self._officer_id = officer_id

    def _go_to(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, ExplainLine) and line.day is not None:
            self.day_wanted.emit(self._officer_id, line.day)

    def _dress(self) -> None:
        self.close_button.setIcon(icon("close"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(10), 0, px(6), 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.heading)
        words.addWidget(self.month)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setTabOrder(self.list, self.close_button)

"""What the roster is planned by: shifts, minimum staffing, holidays, limits."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from openblock.features.roster.ui.calendar_page import CalendarPage
from openblock.features.roster.ui.entries_page import EntriesPage
from openblock.features.roster.ui.limits_page import LimitsPage
from openblock.features.roster.ui.shift_pages import minimums_page, templates_page
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.theme import on_screen, px


class SettingsDialog(QDialog):
    """Four pages, each saved entry by entry; everything can be taken back with Ctrl+Z."""

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Roster settings"))
        self.templates = templates_page(desk)
        self.minimums = minimums_page(desk)
        self.calendar = CalendarPage(desk, year)
        self.limits = LimitsPage(desk)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page, title in (
            (self.templates, _("Shifts")),
            (self.minimums, _("Minimum staffing")),
            (self.calendar, _("Holidays")),
            (self.limits, _("Limits")),
        ):
            self.pages.addTab(page, title)
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.addWidget(self.pages, 1)
        column.addLayout(buttons)
        self.resize(on_screen(700, 620))
        self.templates.table.setFocus()
        self._warned = False
        self._forms: tuple[EntriesPage | LimitsPage, ...] = (
            self.templates,
            self.minimums,
            self.calendar.page,
            self.limits,
        )
        for page in self._forms:
            page.form.edited.connect(self._typed)

    def _typed(self) -> None:
        self._warned = False

    def done(self, result: int) -> None:
        """Close, unless something typed would be lost: that is said first, and once."""
        for place, page in enumerate(self._forms):
            if page.unsaved and not self._warned:
                self._warned = True
                self.pages.setCurrentIndex(place)
                page.say_unsaved()
                return
        super().done(result)

"""What the grounds are booked by: the areas with their hours, and the dates that are otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from openblock.features.grounds.ui.setup_areas import AreasPage
from openblock.features.grounds.ui.setup_days import DaysPage
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.theme import on_screen, px


class SetUpDialog(QDialog):
    """Two pages, each saved entry by entry; everything can be taken back with Ctrl+Z."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Areas and hours"))
        self.areas = AreasPage(desk)
        self.days = DaysPage(desk)
        self._pages = (self.areas, self.days)
        self._warned = False
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for page, title in zip(self._pages, (_("Areas"), _("Other hours")), strict=True):
            self.pages.addTab(page, title)
            page.form.edited.connect(self._typed)
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
        self.pages.currentChanged.connect(self._turned)
        self.resize(on_screen(1160, 660))
        self.areas.table.setFocus()

    def done(self, result: int) -> None:
        """Close, unless something typed would be lost: that is said first, and once."""
        for place, page in enumerate(self._pages):
            if page.unsaved and not self._warned:
                self._warned = True
                self.pages.setCurrentIndex(place)
                page.say_unsaved()
                return
        super().done(result)

    def _turned(self, _place: int) -> None:
        """An area entered a moment ago can have other hours."""
        if self.pages.currentWidget() is self.days and not self.days.unsaved:
            self.days.refresh()

    def _typed(self) -> None:
        self._warned = False

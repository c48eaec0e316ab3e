"""What practice is planned by: courses and their timetables, and the block's own lists."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.ui.classes_page import ClassesPage
from openblock.features.shadowing.ui.courses_page import courses_page
from openblock.features.shadowing.ui.items_page import ItemsPage
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.theme import on_screen, px


class SetUpDialog(QDialog):
    """Four pages, each saved entry by entry; everything can be taken back with Ctrl+Z."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Courses and lists"))
        self.courses = courses_page(desk)
        self.classes = ClassesPage(desk)
        self.clearance = ItemsPage(desk, ItemKind.CLEARANCE)
        self.competences = ItemsPage(desk, ItemKind.COMPETENCE)
        self._pages = (self.courses, self.classes, self.clearance, self.competences)
        self._warned = False
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        titles = (_("Courses"), _("Timetable"), _("Clearance"), _("Competences"))
        for page, title in zip(self._pages, titles, strict=True):
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
        self.courses.table.setFocus()

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
        """A course entered a moment ago has a timetable."""
        if self.pages.currentWidget() is self.classes and not self.classes.unsaved:
            self.classes.refresh()

    def _typed(self) -> None:
        self._warned = False

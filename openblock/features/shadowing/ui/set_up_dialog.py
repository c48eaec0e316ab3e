"""What practice is planned by: courses and their timetables, and the block's own lists."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.shadowing.rules.content import ItemKind
from openblock.features.shadowing.ui.classes_page import ClassesPage
from openblock.features.shadowing.ui.courses_page import courses_page
from openblock.features.shadowing.ui.items_page import ItemsPage
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.paged_dialog import PagedDialog


class SetUpDialog(PagedDialog):
    """Four pages; a course entered a moment ago has a timetable."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.courses = courses_page(desk)
        self.classes = ClassesPage(desk)
        self.clearance = ItemsPage(desk, ItemKind.CLEARANCE)
        self.competences = ItemsPage(desk, ItemKind.COMPETENCE)
        pages = (
            (self.courses, _("Courses")),
            (self.classes, _("Timetable")),
            (self.clearance, _("Clearance")),
            (self.competences, _("Competences")),
        )
        super().__init__(_("Courses and lists"), pages, parent, fresh=(self.classes,))
        self.courses.table.setFocus()

"""What the roster is planned by: shifts, posts, minimum staffing, holidays, letters, limits."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.roster.ui.calendar_page import CalendarPage
from openblock.features.roster.ui.letters_page import LettersPage
from openblock.features.roster.ui.limits_page import LimitsPage
from openblock.features.roster.ui.posts_page import PostsPage
from openblock.features.roster.ui.shift_pages import minimums_page, templates_page
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.paged_dialog import PagedDialog


class SettingsDialog(PagedDialog):
    """Six pages; a limit somebody else has changed is read when its page is turned to."""

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        self.templates = templates_page(desk)
        self.posts = PostsPage(desk)
        self.minimums = minimums_page(desk)
        self.calendar = CalendarPage(desk, year)
        self.letters = LettersPage(desk)
        self.limits = LimitsPage(desk)
        pages = (
            (self.templates, _("Shifts")),
            (self.posts, _("Posts")),
            (self.minimums, _("Minimum staffing")),
            (self.calendar, _("Holidays")),
            (self.letters, _("Absences")),
            (self.limits, _("Limits")),
        )
        super().__init__(_("Roster settings"), pages, parent, fresh=(self.limits,))
        self.templates.table.setFocus()

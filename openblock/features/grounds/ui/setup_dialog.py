"""What the grounds are booked by: the areas with their hours, and the dates that are otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock.features.grounds.ui.setup_areas import AreasPage
from openblock.features.grounds.ui.setup_days import DaysPage
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.paged_dialog import PagedDialog


class SetUpDialog(PagedDialog):
    """Two pages; an area entered a moment ago can have other hours."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.areas = AreasPage(desk)
        self.days = DaysPage(desk)
        pages = ((self.areas, _("Areas")), (self.days, _("Other hours")))
        super().__init__(_("Areas and hours"), pages, parent, fresh=(self.days,))
        self.areas.table.setFocus()

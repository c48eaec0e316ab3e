"""The roster tab: the grid of a month or week, edited in place, with its problems in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openblock.features.roster.ui import deeds, tab_keys, tab_menu
from openblock.features.roster.ui.advance import habit_menu, take_habit
from openblock.features.roster.ui.cell_menu import cell_actions, deed_actions
from openblock.features.roster.ui.period import Period, within
from openblock.features.roster.ui.tab_deeds import RosterDeeds
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer


class RosterTab(RosterDeeds):
    """Answers what grid, toolbar and side ask for."""

    icon_name = "roster"
    manual_page = "roster"
    #: What features above print of a day: the app hands it in.
    more_sheets: Callable[[Desk, date], tuple[SheetOffer, ...]] | None = None
    tables = frozenset(
        {
            "duties",
            "days_kept_free",
            "shift_templates",
            "staffing_minimums",
            "calendar_days",
            "library_days",
            "accepted_problems",
            "roster_limits",
            "settings",
            "officers",
            "commitments",
            "absences",
            "absence_codes",
            "call_outs",
            "exchanges",
            "roster_months",
            "roster_versions",
            "roster_changes",
            "closed_sheets",
            "roster_addenda",
            "posts",
            "post_holders",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        take_habit(desk, self.grid)
        self._habits = habit_menu(desk, self.grid, self)
        self._connect()
        tab_keys.bind(self)
        self._way_back = tab_keys.bind_way_back(self)
        # What a lock interrupted is shown again as it was left, once the tab stands.
        QTimer.singleShot(0, self, self._put_back)

    def _put_back(self) -> None:
        deeds.put_back(self.desk, self)

    def title(self) -> str:
        return _("Roster")

    def _connect(self) -> None:
        bar, page = self.toolbar, self.page
        bar.stepped.connect(self.step)
        bar.today_wanted.connect(self.go_to_today)
        bar.week_wanted.connect(self.show_by_week)
        bar.cycle_wanted.connect(self.open_cycle)
        bar.print_wanted.connect(self.desk.print_wanted)
        bar.publish_wanted.connect(self.publish)
        bar.changes_wanted.connect(self.compare)
        bar.brush_taken.connect(self.take_brush)
        bar.menu.aboutToShow.connect(lambda: tab_menu.fill(self))
        page.banner.back_wanted.connect(self.leave)
        page.side_changed.connect(self._settle_way_back)
        page.day_chosen.connect(self.go_to_day)
        self.grid.edited.connect(self.edited)
        self.grid.kept_out.connect(self.say_why_not)
        self.grid.current_changed.connect(lambda _place: self.stand())
        self.grid.brush_dropped.connect(bar.drop_brush)
        self.grid.menu_actions = self._menu_actions
        self.problems.chosen.connect(self.go_to_problem)
        self.problems.keep_wanted.connect(self.keep_problem)
        self.problems.reopen_wanted.connect(self.reopen_problem)
        page.nobody.import_wanted.connect(self._open_import)

    def refresh(self) -> None:
        super().refresh()
        self._settle_way_back()

    def _settle_way_back(self) -> None:
        self._way_back.setEnabled(bool(self.number) or self.page.is_explaining)

    def _menu_actions(self) -> tuple[QAction, ...]:
        if self.shown is None:
            return ()
        keep = self.keep_problem if not self.is_read_only else None
        about = cell_actions(self.desk, self.shown, self.grid.current(), keep, self)
        actions = (*deed_actions(self), *about)
        return (*actions, self._habits) if self.may_plan else actions

    # Paper and place

    def sheets(self) -> tuple[SheetOffer, ...]:
        """What there is of the shown days, of the officer in the grid, and of the day."""
        # Paper and dialogs are loaded when first asked for, not with the window.
        from openblock.features.roster.ui.offers import sheet_offers  # noqa: PLC0415

        officer_id = self.cell[0] if self.cell else None
        offers = sheet_offers(
            self.desk, self.period, officer_id=officer_id, day=self.day, number=self.number
        )
        return (*offers, *self.more_sheets(self.desk, self.day)) if self.more_sheets else offers

    def keep_draft(self) -> None:
        deeds.keep_draft(self)

    def _open_import(self) -> None:
        self.desk.open_tab("staff", {"import": True})

    def place(self) -> Mapping[str, object]:
        cell = self.cell
        return {
            "day": str(self.day),
            "by_week": self.period.by_week,
            "officer": cell[0] if cell else None,
            "version": self.number,
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        """Also to a version of the past: its number, and a day of its month."""
        try:
            day = within(date.fromisoformat(str(place["day"])))
        except (KeyError, ValueError):
            return
        number = place.get("version")
        if isinstance(number, int) and number:
            self.show_version(day, number)
        else:
            self.number = 0
            self.period = Period(day, by_week=bool(place.get("by_week", self.period.by_week)))
            self.refresh()
        self.grid.go_to(place.get("officer"), day)

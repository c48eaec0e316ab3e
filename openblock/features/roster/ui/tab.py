"""The roster tab: the grid of a month or week, edited in place, with its problems in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openblock import clock
from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    WithdrawAcceptance,
    change_cells,
    lay_cycle,
    withdraw_acceptance,
)
from openblock.features.roster.queries import Roster, RosterProblem, roster
from openblock.features.roster.rules import KEEP_FREE
from openblock.features.roster.ui.advance import habit_menu, take_habit
from openblock.features.roster.ui.cell_menu import cell_actions
from openblock.features.roster.ui.keeping import ask_to_keep
from openblock.features.roster.ui.page import RosterPage
from openblock.features.roster.ui.period import Period, within
from openblock.features.roster.ui.picture import codes, picture_of
from openblock.features.roster.ui.upsets import Upsets
from openblock.i18n import _, format_short_day, n_
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.tab import SheetOffer, Tab

_BY_WEEK = "roster/by_week"


class RosterTab(Tab):
    """Reads the shown days after every change and lets the grid redraw what differs."""

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
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.may_plan = desk.may("roster.change_cells")
        self.period = Period(clock.today(), by_week=bool(desk.prefer(_BY_WEEK, False)))
        self.shown: Roster | None = None
        self.upsets = Upsets(desk)
        self._reads = 0
        self.page = RosterPage(desk, may_plan=self.may_plan)
        self.toolbar = self.page.toolbar
        self.grid = self.page.grid
        self.problems = self.page.problems
        self.facts = self.page.facts
        take_habit(desk, self.grid)
        self._habits = habit_menu(desk, self.grid, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)
        self._connect()
        self._bind()

    def title(self) -> str:
        return _("Roster")

    def _connect(self) -> None:
        bar = self.toolbar
        bar.stepped.connect(self._step)
        bar.today_wanted.connect(self.go_to_today)
        bar.week_wanted.connect(self.show_by_week)
        bar.cycle_wanted.connect(self.open_cycle)
        bar.settings_wanted.connect(self.open_settings)
        bar.print_wanted.connect(self.desk.print_wanted)
        bar.brush_taken.connect(self._take_brush)
        self.grid.edited.connect(self._edited)
        self.grid.current_changed.connect(self._show_facts)
        self.grid.brush_dropped.connect(bar.drop_brush)
        self.grid.menu_actions = self._menu_actions
        self.problems.chosen.connect(self._go_to_problem)
        self.problems.keep_wanted.connect(self.keep_problem)
        self.problems.reopen_wanted.connect(self._reopen_problem)
        self.page.nobody.import_wanted.connect(self._open_import)

    def _bind(self) -> None:
        acts = {
            "earlier": lambda: self._step(-1),
            "later": lambda: self._step(1),
            "today": self.go_to_today,
            "week": lambda: self.show_by_week(not self.period.by_week),
            "problems": self.page.toggle_panel,
            "next-problem": lambda: self.problems.step(1),
            "previous-problem": lambda: self.problems.step(-1),
        }
        if self.may_plan:
            acts["cycle"] = self.open_cycle
        for key, act in acts.items():
            for shortcut in shortcuts.bind(key, self):
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)

    # Showing

    def refresh(self) -> None:
        """Read the shown days and show them."""
        period = self.period
        shown: Roster = self.desk.read(roster, period.first, period.last)
        self._reads += 1
        before, self.shown = self.shown, shown
        self.toolbar.show_title(period.title)
        self.toolbar.show_week(by_week=period.by_week)
        known = codes(shown.templates)
        self.toolbar.show_codes(known)
        if known != self.grid.codes:
            self.grid.set_codes(known)
        self.grid.set_picture(picture_of(shown, clock.today(), by_week=period.by_week))
        # Without officers every day lacks everybody: a first day does not begin with that list.
        self.problems.show_problems(shown.problems if shown.officers else ())
        self.page.legend.show_codes(known)
        self.page.show_people(any_people=bool(shown.officers))
        self.page.settle_panel()
        self._show_facts(self.grid.current())
        self.upsets.look(before, shown)

    def _show(self, period: Period) -> None:
        self.period = period
        self.desk.show(self.refresh)

    def _step(self, by: int) -> None:
        self._show(self.period.step(by))

    def go_to_today(self) -> None:
        """Show today's month or week, and stand on today."""
        self._show(Period(clock.today(), by_week=self.period.by_week))
        current = self.grid.current()
        if current is not None:
            self.grid.go_to(current[0], clock.today())

    def show_by_week(self, by_week: bool) -> None:
        """Month or week, keeping the day that is selected."""
        current = self.grid.current()
        day = current[1] if current else self.period.day
        self.desk.remember(_BY_WEEK, by_week)
        self._show(Period(day if isinstance(day, date) else self.period.day, by_week=by_week))

    def _show_facts(self, place: object) -> None:
        if self.shown is None or not isinstance(place, tuple):
            self.facts.clear()
            return
        officer_id, day = place
        if any(each.officer_id == officer_id for each in self.shown.officers):
            self.facts.show_cell(self.shown, officer_id, day)

    def focus_first(self) -> None:
        """The keyboard goes to the grid, or to the first step while there are no officers."""
        self.page.first().setFocus()

    # Changing

    def _edited(self, edits: object) -> None:
        if self.shown is None or not isinstance(edits, tuple):
            return
        wanted = tuple(
            CellEdit(officer_id, day, code, seen=self._seen(officer_id, day))
            for officer_id, day, code in edits
        )
        before = self._reads
        self.upsets.edited()
        done = self.desk.run(change_cells, ChangeCells(wanted), self._said(wanted))
        # A refused edit shows what is stored; a saved one is shown when the store announces it.
        if done is None or self._reads == before:
            self.desk.show(self.refresh)

    def _seen(self, officer_id: int, day: date) -> str:
        if self.shown is None:
            return ""
        duty = self.shown.duties.get((officer_id, day))
        if duty is not None:
            return duty.code
        return KEEP_FREE if self.shown.kept_free.get((officer_id, day)) else ""

    def _said(self, edits: tuple[CellEdit, ...]) -> str:
        if len(edits) != 1 or self.shown is None:
            return n_("{number} cell changed", "{number} cells changed", len(edits))
        edit = edits[0]
        who = next(each for each in self.shown.officers if each.officer_id == edit.officer_id)
        return _("{who}, {day}: {code}").format(
            who=who.initialled, day=format_short_day(edit.day), code=edit.code or _("cleared")
        )

    def _take_brush(self, code: object) -> None:
        self.grid.set_brush(code if isinstance(code, str) else None)
        self.grid.cells.setFocus()

    def open_cycle(self) -> None:
        """Lay cycles over the shown month, after a look at what would change."""
        from openblock.features.roster.ui.cycle_dialog import CycleDialog  # noqa: PLC0415

        if self.shown is None:
            return
        month = Period(self.period.first)
        teams = sorted({each.team for each in self.shown.officers if each.team is not None})
        dialog = CycleDialog(self.desk, teams, month.first, month.last, self)
        if dialog.exec() and (wanted := dialog.request) is not None:
            self.upsets.over(
                wanted.first,
                wanted.last,
                lambda: self._run_and_show(lay_cycle, wanted, _("Cycle laid")),
            )
        self.grid.cells.setFocus()

    def _run_and_show(self, command: object, request: object, said: str) -> None:
        before = self._reads
        self.desk.run(command, request, said)  # type: ignore[arg-type]
        if self._reads == before:
            self.desk.show(self.refresh)

    def open_settings(self) -> None:
        """What the roster is planned by."""
        from openblock.features.roster.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        SettingsDialog(self.desk, self.period.first.year, self).exec()
        self.desk.show(self.refresh)

    # Problems

    def _go_to_problem(self, each: object) -> None:
        if not isinstance(each, RosterProblem):
            return
        current = self.grid.current()
        row = each.officer_id if each.officer_id is not None else (current or (None,))[0]
        self.grid.go_to(row, each.day)
        self.grid.cells.setFocus()

    def keep_problem(self, each: RosterProblem) -> None:
        """Ask for the reason a warning is left as it is."""
        if ask_to_keep(self.desk, each, self):
            self.desk.show(self.refresh)
        self.grid.cells.setFocus()

    def _reopen_problem(self, each: RosterProblem) -> None:
        request = WithdrawAcceptance(each.officer_id or 0, each.day, each.problem.code)
        self._run_and_show(withdraw_acceptance, request, _("The warning is open again"))
        self.grid.cells.setFocus()

    def _menu_actions(self) -> tuple[QAction, ...]:
        if self.shown is None:
            return ()
        keep = self.keep_problem if self.may_plan else None
        actions = cell_actions(self.desk, self.shown, self.grid.current(), keep, self)
        return (*actions, self._habits) if self.may_plan else tuple(actions)

    # Paper and place

    def sheets(self) -> tuple[SheetOffer, ...]:
        """The month roster of the shown days' month, and what there is of the day in the grid."""
        # Paper and dialogs are loaded when first asked for, not with the window.
        from openblock.features.roster.ui.offers import sheet_offers  # noqa: PLC0415

        offers, current = sheet_offers(self.desk, self.period), self.grid.current()
        day = current[1] if current and isinstance(current[1], date) else self.period.day
        return (*offers, *self.more_sheets(self.desk, day)) if self.more_sheets else offers

    def _open_import(self) -> None:
        self.desk.open_tab("staff", {"import": True})

    def place(self) -> Mapping[str, object]:
        current = self.grid.current()
        day = current[1] if current else self.period.day
        row = current[0] if current else None
        return {"day": str(day), "by_week": self.period.by_week, "officer": row}

    def go_to(self, place: Mapping[str, object]) -> None:
        try:
            day = within(date.fromisoformat(str(place["day"])))
        except (KeyError, ValueError):
            return
        self.period = Period(day, by_week=bool(place.get("by_week", self.period.by_week)))
        self.refresh()
        self.grid.go_to(place.get("officer"), day)

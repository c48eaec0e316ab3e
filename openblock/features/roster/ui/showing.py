"""What the roster's tab shows: the days on show, or a version of the past, read for the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from openblock import clock
from openblock.errors import KnownError
from openblock.features.roster.queries import Roster, limits, roster
from openblock.features.roster.queries.absences import absence_letters
from openblock.features.roster.queries.exchanges import waiting_exchanges
from openblock.features.roster.queries.past import version_roster
from openblock.features.roster.queries.rows import MonthState
from openblock.features.roster.queries.versions import versions
from openblock.features.roster.rules.absence import DEFAULT_LETTERS, HIDDEN, AbsenceKind, Letters
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.ui.page import RosterPage
from openblock.features.roster.ui.period import Period
from openblock.features.roster.ui.picture import codes, letter_codes, picture_of
from openblock.features.roster.ui.totals import Accounts
from openblock.features.roster.words import kind_name
from openblock.features.staff.queries import own_officer
from openblock.ui.desk import Desk
from openblock.ui.grid import GridCode
from openblock.ui.tab import Tab

BY_WEEK = "roster/by_week"
Cell = tuple[int, date]


class RosterShowing(Tab):
    """Keeps which days are shown, and of which version; reads them again after every change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.may_plan = desk.may("roster.change_cells")
        self.own_id = desk.read(own_officer) if desk.may("staff.own_officer") else None
        self.period = Period(clock.today(), by_week=bool(desk.prefer(BY_WEEK, False)))
        #: The number of the version of the past that is shown; 0 for the roster in force.
        self.number = 0
        self.shown: Roster | None = None
        self.letters: dict[AbsenceKind, Letters] = dict(DEFAULT_LETTERS)
        self._reads = 0
        self.page = RosterPage(desk, may_plan=self.may_plan)
        self.toolbar = self.page.toolbar
        self.grid = self.page.grid
        self.problems = self.page.problems
        self.facts = self.page.facts
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page)

    # Where one is

    @property
    def cell(self) -> Cell | None:
        """The officer and the day the keyboard stands on."""
        officer_id, day = self.grid.current() or (None, None)
        if isinstance(officer_id, int) and isinstance(day, date):
            return officer_id, day
        return None

    @property
    def day(self) -> date:
        """The day the keyboard stands on, else one of those shown."""
        return self.cell[1] if self.cell else self.period.day

    @property
    def month(self) -> date:
        """The first of the month that publishing, closing and comparing are about."""
        day = self.day if self.period.holds(self.day) else self.period.first
        return day.replace(day=1)

    @property
    def state(self) -> MonthState | None:
        """Where that month stands."""
        states = self.shown.states if self.shown is not None else ()
        return next((each for each in states if each.month == self.month), None)

    @property
    def is_closed(self) -> bool:
        """Whether that month is closed with its time-sheet."""
        return self.state is not None and self.state.standing is MonthStanding.CLOSED

    @property
    def is_read_only(self) -> bool:
        """Whether nothing of what is shown can be changed: by the role, or by what it is."""
        states = self.shown.states if self.shown is not None else ()
        closed = bool(states) and all(each.standing is MonthStanding.CLOSED for each in states)
        return not self.may_plan or bool(self.number) or closed

    # Showing

    def refresh(self) -> None:
        """Read the shown days and show them."""
        self.letters = self.desk.read(absence_letters)
        shown = self._read()
        self._reads += 1
        before, self.shown = self.shown, shown
        self._show_codes(shown)
        period = self.period
        self.toolbar.show_title(period.title)
        self.toolbar.show_week(by_week=period.by_week)
        accounts = Accounts(self.desk.read(limits), self.desk.may("roster.working_time"))
        self.grid.set_picture(
            picture_of(
                shown,
                clock.today(),
                by_week=period.by_week,
                accounts=accounts,
                letters=self.letters,
            )
        )
        # Without officers every day lacks everybody: a first day does not begin with that list.
        problems = shown.problems if shown.officers else ()
        self.problems.show_problems(problems, judged=not self.number)
        self.page.show_people(any_people=bool(shown.officers))
        self.page.settle_panel()
        self._show_standing()
        self.stand()
        self.compared(before, shown)

    def _read(self) -> Roster:
        period = self.period
        if self.number:
            rows = {each.number: each for each in self.desk.read(versions, period.first)}
            if self.number not in rows:
                raise KnownError("month-moved", number=max(rows, default=0))
            found: Roster = self.desk.read(version_roster, period.first, self.number)
            self.page.banner.show_version(period.first, rows[self.number])
            return found
        self.page.banner.hide()
        return self.desk.read(roster, period.first, period.last)

    def compared(self, before: Roster | None, now: Roster) -> None:
        """What was shown and what is now: for who watches what a change upsets."""

    def _show_codes(self, shown: Roster) -> None:
        known, letters = codes(shown.templates), letter_codes(self.letters)
        self.toolbar.show_codes(known, letters)
        if (*known, *letters) != self.grid.codes:
            self.grid.set_codes((*known, *letters))
        seen = {each.code for each in shown.absences.values()}
        present = [each for each in letters if each.code in seen]
        if any(each.kind is None for each in shown.absences.values()):
            present.append(GridCode(HIDDEN, kind_name(None)))
        cut = not shown.absences.keys().isdisjoint(shown.duties.keys())
        self.page.legend.show_codes((*known, *present), changed=bool(shown.changed), cut=cut)

    def _show_standing(self) -> None:
        any_people = self.shown is not None and bool(self.shown.officers)
        self.grid.set_read_only(self.is_read_only)
        self.toolbar.show_read_only(self.is_read_only)
        self.toolbar.show_state(self.state if any_people and not self.number else None)
        if self.desk.may("roster.waiting_exchanges"):
            self.toolbar.show_waiting(self.desk.read(waiting_exchanges))

    def show_facts(self) -> None:
        """What is known of the cell the keyboard stands on, and of its officer's time."""
        cell = self.cell
        if self.shown is None or cell is None:
            self.facts.clear()
            return
        if any(each.officer_id == cell[0] for each in self.shown.officers):
            self.facts.show_cell(self.shown, *cell, self.letters)

    def stand(self) -> None:
        """The keyboard stands on another cell now."""
        self.show_facts()
        cell = self.cell
        if self.toolbar.state.state != self.state and not self.number:
            # A week may touch two months, and each stands where it stands.
            self._show_standing()
        if cell is not None and self.page.is_explaining:
            self.page.explain(cell[0], self.month)

    def focus_first(self) -> None:
        """The keyboard goes to the grid, or to the first step while there are no officers."""
        self.page.first().setFocus()

    # Days

    def show_period(self, period: Period) -> None:
        """Show other days, as they stand now."""
        self.period, self.number = period, 0
        self.desk.show(self.refresh)

    def step(self, by: int) -> None:
        """The month or week after (1) or before (-1)."""
        self.show_period(self.period.step(by))

    def go_to_today(self) -> None:
        """Show today's month or week, and stand on today."""
        self.show_period(Period(clock.today(), by_week=self.period.by_week))
        current = self.grid.current()
        if current is not None:
            self.grid.go_to(current[0], clock.today())

    def go_to_day(self, officer_id: int, day: date) -> None:
        """Stand on a day of an officer, which may lie outside of those shown."""
        if not self.period.holds(day):
            self.show_period(Period(day, by_week=self.period.by_week))
        self.grid.go_to(officer_id, day)
        self.grid.cells.setFocus()

    def show_by_week(self, by_week: bool) -> None:
        """Month or week, keeping the day that is selected."""
        day = self.day
        self.desk.remember(BY_WEEK, by_week)
        self.show_period(Period(day, by_week=by_week))

    def other_view(self) -> None:
        """The week in place of the month, or the month in place of the week."""
        self.show_by_week(not self.period.by_week)

    def show_version(self, month: date, number: int) -> None:
        """A version of the past in place of the roster: read-only, until Esc."""
        kept = (self.period, self.number)
        self.period, self.number = Period(month), number
        if not self.desk.show(self.refresh):
            self.period, self.number = kept
        self.grid.cells.setFocus()

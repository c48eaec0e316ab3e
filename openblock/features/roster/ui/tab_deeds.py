"""What can be done from the roster's tab beside typing: with the cell, and with its month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from openblock.errors import KnownError
from openblock.features.roster.queries.rows import VersionRow
from openblock.features.roster.queries.versions import versions
from openblock.features.roster.ui import deeds
from openblock.features.roster.ui.changing import RosterChanging
from openblock.features.roster.ui.period import Period
from openblock.features.roster.ui.showing import Cell


class RosterDeeds(RosterChanging):
    """Each deed is about the cell the keyboard stands on; what its role may not, it leaves."""

    # Deeds of a cell

    def absence(self) -> None:
        """Somebody is away on the selected days; an absence that stands there is changed."""
        cell = self.cell
        if cell is None or self._is_out_of_reach():
            return
        officer_id, day = cell
        away = self.shown.absences.get(cell) if self.shown is not None else None
        if away is not None:
            self._do(
                lambda: deeds.absence(
                    self.desk, self, officer_id, day, day, away.kind, away.absence_id
                )
            )
            return
        places = self.grid.selected()
        days = [each for row, each in places if row == officer_id and isinstance(each, date)]
        first, last = (min(days), max(days)) if days else (day, day)
        self._do(lambda: deeds.absence(self.desk, self, officer_id, first, last))

    def substitute(self) -> None:
        """Find a substitute for the duty of the cell."""
        if self.cell is not None and not self._is_out_of_reach(asks=True):
            self.substitute_at(self.cell)

    def substitute_at(self, cell: Cell) -> None:
        """As :meth:`substitute`, for a cell that need not be on show any more."""
        officer_id, day = cell
        if self.number or not self.period.holds(day):
            self.show_period(Period(day, by_week=self.period.by_week))
        self.grid.go_to(officer_id, day)
        if self._do(lambda: deeds.substitute(self.desk, self, officer_id, day)):
            self.upsets.filled(cell)

    def swap(self) -> None:
        """Swap the duty of the cell with another officer's."""
        cell = self.cell
        if cell is not None and not self._is_out_of_reach(asks=True):
            self._do(lambda: deeds.swap(self.desk, self, *cell))

    def call_out(self) -> None:
        """The officer of the row was called out on that day."""
        cell = self.cell
        if cell is not None and not self._is_out_of_reach():
            self._do(lambda: deeds.call_out(self.desk, self, *cell))

    def addendum(self) -> None:
        """Correct the closed month, for the officer of the row and that day."""
        cell = self.cell
        if cell is not None and self.is_closed and self.desk.may("roster.add_addendum"):
            self._do(lambda: deeds.addendum(self.desk, self, self.month, *cell))

    def may_ask_of(self, cell: Cell) -> bool:
        """Whether this officer may have that duty exchanged: who does not plan, the own ones."""
        own = self.own_id is not None and cell[0] == self.own_id
        return self.may_plan or (own and self.desk.may("roster.ask_exchange"))

    def _is_out_of_reach(self, *, asks: bool = False) -> bool:
        """Whether nothing can be done in the cell; then it is said why."""
        cell = self.cell
        may = self.may_ask_of(cell) if asks and cell is not None else self.may_plan
        if may and not self.number and not self.is_closed:
            return False
        if asks and not may and self.desk.may("roster.ask_exchange"):
            # The roster is not only read by who may ask for the own duties.
            self.desk.refuse(KnownError("exchange-not-yours"))
        else:
            self.say_why_not()
        return True

    # Deeds of a month

    def publish(self) -> None:
        """Post the month as its next version, after a look at what is still wrong."""
        if self.number or self.is_closed:
            self.say_why_not()
        elif self.shown is not None and self.shown.officers:
            self._do(lambda: deeds.publish(self.desk, self, self.month))

    def close_month(self) -> None:
        """Freeze the month for its time-sheet."""
        self._do(lambda: deeds.close_month(self.desk, self, self.month))

    def compare(self) -> None:
        """What differs between two versions of the month; usually since the posted one."""
        # What compares and draws is loaded when it is first wanted.
        from openblock.features.roster.ui.comparison_dialog import compare  # noqa: PLC0415

        self._do(lambda: compare(self.desk, self, self.month))

    def versions(self) -> tuple[VersionRow, ...]:
        """The versions of the month, newest first."""
        return self.desk.read(versions, self.month)

    def exchanges(self) -> None:
        """Swaps and substitutes that were asked for, and what became of them."""
        self._do(lambda: deeds.exchanges(self.desk, self))

    def fairness(self) -> None:
        """Nights, weekends and holidays of every officer, over the days on show at first."""
        from openblock.features.roster.ui.fairness_dialog import fairness  # noqa: PLC0415

        self._do(lambda: fairness(self.desk, self, self.period.first, self.period.last))

    def _do(self, deed: Callable[[], object]) -> bool:
        """Open a dialog; what it could not read is said, and the keyboard comes back."""
        done: list[object] = []
        self.desk.show(lambda: done.append(deed()))
        self.grid.cells.setFocus()
        return bool(done and done[0])

    # What stands in the roster's place

    def explain(self) -> None:
        """What the working time of the row's officer is made of; again: problems and facts."""
        cell = self.cell
        if self.page.is_explaining:
            self.page.stop_explaining()
        elif cell is not None:
            self.desk.show(lambda: self.page.explain(cell[0], self.month))
        self.grid.cells.setFocus()

    def leave(self) -> None:
        """Esc: the brush is put away, the explanation closed, or the roster itself shown again."""
        if self.grid.editing.brush is not None:
            self.grid.editing.drop_brush()
            self.grid.set_brush(None)
        elif self.page.is_explaining:
            self.page.stop_explaining()
        elif self.number:
            self.show_period(self.period)
        self.grid.cells.setFocus()

"""How the roster is changed from its tab: cells, cycles, settings, and warnings that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from openblock.features.roster.commands import (
    CellEdit,
    ChangeCells,
    WithdrawAcceptance,
    change_cells,
    lay_cycle,
    withdraw_acceptance,
)
from openblock.features.roster.queries import Roster, RosterProblem
from openblock.features.roster.rules import KEEP_FREE
from openblock.features.roster.ui.keeping import ask_to_keep
from openblock.features.roster.ui.period import Period
from openblock.features.roster.ui.reason_prompt import run_with_reason
from openblock.features.roster.ui.showing import Cell, RosterShowing
from openblock.features.roster.ui.upsets import Upsets
from openblock.features.roster.words import kind_name
from openblock.i18n import _, format_month, format_short_day, n_
from openblock.storage.store import Command
from openblock.ui.desk import Action, Desk, Notice

READ_ONLY = "roster.read-only"


class RosterChanging(RosterShowing):
    """Every change is one command; a posted month asks why, and what is upset is said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        may = desk.may("roster.put_in_substitute")
        self.upsets = Upsets(desk, self.substitute_at if may else None)

    def compared(self, before: Roster | None, now: Roster) -> None:
        self.upsets.look(before, now)

    def _read(self) -> Roster:
        found = super()._read()
        if self.shown is not None and self.shown.number != found.number:
            # A version of the past is no change of the roster, and neither is the way back.
            self.shown = None
        return found

    def substitute_at(self, cell: Cell) -> None:
        """Find a substitute for the duty of ``cell``."""
        raise NotImplementedError

    # Cells

    def edited(self, edits: object) -> None:
        """Cells were typed, painted or pasted."""
        if self.shown is None or not isinstance(edits, tuple):
            return
        wanted = tuple(
            CellEdit(officer_id, day, code, seen=self._seen(officer_id, day))
            for officer_id, day, code in edits
        )
        before = self._reads
        self.upsets.edited()
        request, said = ChangeCells(wanted), self._said(wanted)
        done = run_with_reason(
            self.desk, self, change_cells, request, said, suggested=self._suggested(wanted)
        )
        # A refused edit shows what is stored; a saved one is shown when the store announces it.
        if done is None or self._reads == before:
            self.desk.show(self.refresh)

    def _seen(self, officer_id: int, day: date) -> str:
        if self.shown is None:
            return ""
        cell = (officer_id, day)
        duty, away = self.shown.duties.get(cell), self.shown.absences.get(cell)
        if duty is not None:
            return duty.code
        if away is not None:
            return away.code
        return KEEP_FREE if self.shown.kept_free.get(cell) else ""

    def _said(self, edits: tuple[CellEdit, ...]) -> str:
        if len(edits) != 1 or self.shown is None:
            return n_("{number} cell changed", "{number} cells changed", len(edits))
        edit = edits[0]
        who = next(each for each in self.shown.officers if each.officer_id == edit.officer_id)
        return _("{who}, {day}: {code}").format(
            who=who.initialled, day=format_short_day(edit.day), code=edit.code or _("cleared")
        )

    def _suggested(self, edits: Iterable[CellEdit]) -> str:
        """Why a posted roster changes, where the letter says it: sickness, leave."""
        kinds = {letters.code: kind for kind, letters in self.letters.items()}
        typed = {(edit.code or "").upper() for edit in edits}
        if len(typed) == 1 and (kind := kinds.get(typed.pop())) is not None:
            return kind_name(kind).capitalize()
        return ""

    def take_brush(self, code: object) -> None:
        """A brush was taken in hand, or put away."""
        self.grid.set_brush(code if isinstance(code, str) else None)
        self.grid.cells.setFocus()

    def say_why_not(self) -> None:
        """Something was typed where nothing can be changed: why, and the way out."""
        if self.number:
            words = _("This is version {number} as it was.").format(number=self.number)
            back = Action(_("Back to the roster"), self.leave)
            self._read_only(words, back)
        elif self.may_plan and self.is_closed:
            words = _("{month} is closed with its time-sheet.").format(
                month=format_month(self.month)
            )
            self._read_only(words, Action(_("Correction…"), self.addendum))
        else:
            self.page.say_who_plans()

    def _read_only(self, words: str, act: Action) -> None:
        notice = Notice("news", words, (act,), word=_("Nothing is changed"), key=READ_ONLY)
        self.desk.notify(notice)

    def addendum(self) -> None:
        """Correct a closed month's time-sheet."""
        raise NotImplementedError

    def leave(self) -> None:
        """Back from what is shown in the roster's place."""
        raise NotImplementedError

    # Cycles and settings

    def open_cycle(self) -> None:
        """Lay cycles over the shown month, after a look at what would change."""
        from openblock.features.roster.ui.cycle_dialog import CycleDialog  # noqa: PLC0415

        if self.shown is None or self.is_read_only:
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

    def _run_and_show(self, command: Command, request: object, said: str) -> None:
        before = self._reads
        run_with_reason(self.desk, self, command, request, said)
        if self._reads == before:
            self.desk.show(self.refresh)

    def open_settings(self) -> None:
        """What the roster is planned by."""
        from openblock.features.roster.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

        SettingsDialog(self.desk, self.period.first.year, self).exec()
        self.desk.show(self.refresh)

    # Problems

    def go_to_problem(self, each: object) -> None:
        """Stand on the cell a problem is about."""
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

    def reopen_problem(self, each: RosterProblem) -> None:
        """A warning that was kept with a reason is open again."""
        request = WithdrawAcceptance(each.officer_id or 0, each.day, each.problem.code)
        self._run_and_show(withdraw_acceptance, request, _("The warning is open again"))
        self.grid.cells.setFocus()

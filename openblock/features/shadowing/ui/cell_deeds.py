"""What can be done in a cell of the practice grid: opened by Enter, listed in its menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from openblock.features.shadowing.queries.rows import PracticeGrid, ShadowingRow
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.cell_picture import shadowings_on
from openblock.features.shadowing.ui.openings import Openings
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.icons import icon

Plan = Callable[[int, date, ShadowingRow | None], object]
#: What can still be planned otherwise.
MOVABLE = (Standing.PLANNED, Standing.REPLAN)


class CellDeeds:
    """Asks the role for each of them; ``plan`` opens the popover, ``card`` the trainee's card."""

    def __init__(
        self, desk: Desk, openings: Openings, plan: Plan, card: Callable[[int], object]
    ) -> None:
        self._desk = desk
        self._openings = openings
        self._plan = plan
        self._card = card
        self.may_plan = desk.may("shadowing.plan_shadowing")

    def open(self, grid: PracticeGrid, trainee_id: int, day: date) -> None:
        """What Enter does: plan in an empty cell, plan otherwise, or open what has begun."""
        shifts = shadowings_on(grid, trainee_id, day)
        first = shifts[0] if shifts else None
        if first is not None and first.standing not in MOVABLE:
            self._openings.confirm(first.shadowing_id)
        elif self.may_plan:
            self._plan(trainee_id, day, first)
        elif first is not None:
            self._openings.confirm(first.shadowing_id)
        else:
            self._card(trainee_id)

    def actions(
        self, grid: PracticeGrid, trainee_id: int, day: date, parent: QWidget
    ) -> tuple[QAction, ...]:
        """The lines of the cell's menu."""
        made = []
        for name, words, key, act in self._offers(grid, trainee_id, day):
            action = QAction(icon(name), words, parent)
            if key:
                # Shown only: the grid and the tab hear the keys themselves.
                action.setText(f"{words}\t{shortcuts.native(key)}")
            action.triggered.connect(partial(_do, act))
            made.append(action)
        return tuple(made)

    def _offers(
        self, grid: PracticeGrid, trainee_id: int, day: date
    ) -> Iterator[tuple[str, str, str, Callable[[], object]]]:
        shifts = shadowings_on(grid, trainee_id, day)
        for row in shifts:
            yield from self._for_shift(row, named=len(shifts) > 1)
        if self.may_plan:
            words = _("Plan another shift…") if shifts else _("Plan a shift…")
            yield "shadowing", words, "", partial(self._plan, trainee_id, day, None)
        if self._desk.may("shadowing.save_unavailability"):
            away = partial(self._openings.away, trainee_id, day=day)
            yield "calendar", _("Cannot come…"), "", away
        yield "person", _("Trainee's card"), "trainee-card", partial(self._card, trainee_id)

    def _for_shift(
        self, row: ShadowingRow, *, named: bool
    ) -> Iterator[tuple[str, str, str, Callable[[], object]]]:
        beside = f" ({row.mentor})" if named else ""
        opened = partial(self._openings.confirm, row.shadowing_id)
        if self.may_plan and row.standing in MOVABLE:
            replan = row.standing is Standing.REPLAN
            words = _("Find another mentor…") if replan else _("Another time or mentor…")
            move = partial(self._plan, row.trainee_id, row.day, row)
            yield "swap", words + beside, "", move
        if row.standing is Standing.DONE:
            yield "ok", _("Confirm hours…") + beside, "", opened
            if self._desk.may("shadowing.miss_shadowing"):
                miss = partial(self._openings.miss, row.shadowing_id)
                yield "close", _("Did not come…") + beside, "", miss
        else:
            yield "document", _("The shift in full…") + beside, "", opened
        cuttable = row.standing in (*MOVABLE, Standing.DONE)
        if cuttable and self._desk.may("shadowing.cancel_shadowing"):
            yield "delete", _("Cancel the shift") + beside, "", partial(self._openings.cancel, row)


def _do(act: Callable[[], object], *_checked: bool) -> None:
    act()

"""A mentor in hand: taken from a duty below the grid, set down in the cells of trainees."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from openblock.features.shadowing.queries.rows import PracticeGrid
from openblock.features.shadowing.ui.mentors import codes_of_day, officer_of
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.grid import GridBar, GridCode, PlanGrid
from openblock.ui.grid.picture import BARS


class Hands(QObject):
    """The keyboard's way of dragging: Space takes the mentor, Space again plans; Esc lets go."""

    def __init__(self, desk: Desk, grid: PlanGrid) -> None:
        super().__init__(grid)
        self._desk = desk
        self._grid = grid
        self._trainee: object = None
        grid.cells.bar_taken.connect(self._take)
        grid.brush_dropped.connect(self._dropped)
        grid.current_changed.connect(self._remember)

    def codes(self, shown: PracticeGrid | None) -> tuple[GridCode, ...]:
        """The mentors a cell's menu offers: those who begin a duty on its day."""
        place = self._grid.current()
        if shown is None or place is None or not isinstance(place[1], date):
            return ()
        return () if officer_of(place[0]) is not None else codes_of_day(shown, place[1])

    def to_mentors(self) -> None:
        """From a trainee's cell to the first mentor who is on duty on that day."""
        place = self._grid.current()
        rows = [row for row in self._grid.model.picture.rows if row.kind == BARS]
        if place is None or not rows:
            return
        able = (row for row in rows if any(bar.column == place[1] for bar in row.bars))
        self._grid.go_to(next(able, rows[0]).key, place[1])

    def to_trainees(self) -> None:
        """Back to the trainee the keyboard came from, else to the first one."""
        place = self._grid.current()
        if place is None or self._grid.go_to(self._trainee, place[1]):
            return
        rows = self._grid.model.picture.rows
        if rows and not rows[0].kind:
            self._grid.go_to(rows[0].key, place[1])

    def _take(self, bar: GridBar) -> None:
        self._grid.set_brush(bar.carries)
        words = _("{code} is in hand: Space or a click plans in a trainee's cell, Esc puts it back")
        self._desk.say(words.format(code=bar.carries))
        place = self._grid.current()
        if place is not None and bar.column is not None:
            self._grid.go_to(place[0], bar.column)
        self.to_trainees()

    def _dropped(self) -> None:
        self._grid.set_brush(None)

    def _remember(self, place: object) -> None:
        if isinstance(place, tuple) and isinstance(place[0], int):
            self._trainee = place[0]

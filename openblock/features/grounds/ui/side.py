"""The left of the grounds: the plan with how every area stands now, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from openblock.features.grounds.queries.rows import AreaNow
from openblock.ui.desk import Desk


class PlanSide(QFrame):
    """Plan, list and legend keep one area chosen; administrators can move areas on the plan."""

    #: An area was clicked or reached by the arrow keys.
    area_chosen = Signal(int)
    #: Enter or a double click on an area.
    book_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def area_id(self) -> int | None:
        """The area that is chosen."""
        return None

    def show_areas(self, areas: Sequence[AreaNow], at: datetime) -> None:
        """Show how the areas stand at ``at``; the chosen one stays chosen. Not a signal."""

    def choose(self, area_id: int | None) -> None:
        """Mark an area that was chosen elsewhere; says nothing."""

    def edit_plan(self, *, on: bool) -> None:
        """Let areas be moved and resized on the plan, or no more."""

    def focus_first(self) -> None:
        """Put the keyboard on the list."""

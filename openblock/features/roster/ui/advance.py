"""Where the current cell goes after a code was typed: each officer's own habit."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.grid import PlanGrid

_ADVANCE = "roster/advance"
_USUAL = "stay"


def take_habit(desk: Desk, grid: PlanGrid) -> None:
    """Let ``grid`` move on as this officer arranged."""
    grid.editing.advance = str(desk.prefer(_ADVANCE, _USUAL))


def habit_menu(desk: Desk, grid: PlanGrid, parent: QWidget) -> QAction:
    """The line of a cell's menu under which the habit is chosen."""
    menu = QMenu(_("After a code was typed"), parent)
    group = QActionGroup(menu)
    for habit, words in (
        ("stay", _("Stay in the cell")),
        ("right", _("Go to the next day")),
        ("down", _("Go to the next officer")),
    ):
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(grid.editing.advance == habit)
        action.setData(habit)
        group.addAction(action)

    def chosen(action: QAction) -> None:
        desk.remember(_ADVANCE, action.data())
        take_habit(desk, grid)

    group.triggered.connect(chosen)
    return menu.menuAction()

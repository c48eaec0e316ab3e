"""The menu of a cell: its codes, the clipboard, and what the screen adds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from openblock.i18n import _
from openblock.ui.icons import icon

if TYPE_CHECKING:
    from openblock.ui.grid.plan_grid import PlanGrid


def cell_menu(grid: PlanGrid) -> QMenu:
    """The menu for the selected cells; only copying when the grid is read-only."""
    menu = QMenu(grid)
    editing = grid.cells.editing
    standard = QKeySequence.StandardKey
    if not editing.read_only:
        for code in grid.codes:
            action = menu.addAction(f"{code.code}   {code.name}")
            action.triggered.connect(partial(editing.fill, code.code))
        menu.addSeparator()
        menu.addAction(icon("eraser"), _("Clear"), "Del", editing.clear)
        menu.addAction(_("Cut"), QKeySequence(standard.Cut), editing.cut)
    menu.addAction(icon("copy"), _("Copy"), QKeySequence(standard.Copy), editing.copy)
    if not editing.read_only:
        menu.addAction(_("Paste"), QKeySequence(standard.Paste), editing.paste)
    own = grid.menu_actions()
    if own:
        menu.addSeparator()
        menu.addActions(list(own))
    return menu

"""The menu of a cell: its codes, the clipboard, and what the screen adds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from openblock.i18n import _
from openblock.ui.grid.editing import CellEditing
from openblock.ui.grid.picture import GridCode
from openblock.ui.icons import icon


def cell_menu(
    parent: QWidget, codes: Iterable[GridCode], editing: CellEditing, own: Sequence[QAction]
) -> QMenu:
    """The menu for the selected cells; only copying when the grid is read-only."""
    menu = QMenu(parent)
    standard = QKeySequence.StandardKey
    if not editing.read_only:
        for code in codes:
            action = menu.addAction(f"{code.code}   {code.name}")
            action.setData(code.code)

        def fill(action: QAction) -> None:
            if isinstance(action.data(), str):
                editing.fill(action.data())

        menu.triggered.connect(fill)
        menu.addSeparator()
        menu.addAction(icon("eraser"), _("Clear"), QKeySequence("Del"), editing.clear)
        menu.addAction(_("Cut"), QKeySequence(standard.Cut), editing.cut)
    menu.addAction(icon("copy"), _("Copy"), QKeySequence(standard.Copy), editing.copy)
    if not editing.read_only:
        menu.addAction(_("Paste"), QKeySequence(standard.Paste), editing.paste)
    if own:
        menu.addSeparator()
        menu.addActions(list(own))
    return menu

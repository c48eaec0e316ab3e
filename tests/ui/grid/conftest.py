"""A plan grid on show, with the keyboard in it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.ui.grid import PlanGrid
from openblock.ui.theme import apply
from tests.ui.grid.pictures import Kept, picture


@pytest.fixture
def kept(qtbot: QtBot, qapp: QApplication) -> Kept:
    apply(qapp)
    grid = PlanGrid()
    qtbot.addWidget(grid)
    grid.resize(700, 360)
    made = Kept(grid, picture(cells={(0, 0): "24", (0, 1): "D", (1, 0): "N"}))
    with qtbot.waitExposed(grid):
        grid.show()
    grid.activateWindow()
    grid.cells.setFocus()
    grid.go_to(0, 0)
    return made

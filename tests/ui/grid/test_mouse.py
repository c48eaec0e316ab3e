"""Brush, clicks and the menu of a cell."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from openblock.ui.grid import ChipButton
from openblock.ui.grid.menu import cell_menu
from tests.ui.grid.pictures import CODES, Kept

LEFT = Qt.MouseButton.LeftButton


def centre(kept: Kept, row: int, column: int) -> QPoint:
    index = kept.grid.model.index(row, kept.grid.model.first + column)
    return kept.grid.cells.visualRect(index).center()


def test_a_click_selects(qtbot: QtBot, kept: Kept) -> None:
    qtbot.mouseClick(kept.grid.cells.viewport(), LEFT, pos=centre(kept, 2, 5))
    assert kept.grid.current() == (2, 5)
    assert kept.edits == []


def test_a_click_with_a_brush_paints_one_cell(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_brush("N")
    qtbot.mouseClick(kept.grid.cells.viewport(), LEFT, pos=centre(kept, 2, 5))
    assert kept.edits == [((2, 5, "N"),)]


def test_a_sweep_of_the_brush_is_one_edit(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_brush("24")
    port = kept.grid.cells.viewport()
    qtbot.mousePress(port, LEFT, pos=centre(kept, 1, 4))
    for column in (5, 6):
        qtbot.mouseMove(port, centre(kept, 1, column))
    assert kept.edits == []
    assert kept.grid.model.index(1, kept.grid.model.first + 5).data() == "24"
    qtbot.mouseRelease(port, LEFT, pos=centre(kept, 1, 6))
    assert kept.last == {(1, 4, "24"), (1, 5, "24"), (1, 6, "24")}


def test_the_eraser_clears_what_it_passes(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_brush("")
    qtbot.mouseClick(kept.grid.cells.viewport(), LEFT, pos=centre(kept, 0, 0))
    assert kept.edits == [((0, 0, None),)]


def test_escape_puts_the_brush_away(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_brush("N")
    with qtbot.waitSignal(kept.grid.brush_dropped):
        qtbot.keyClick(kept.grid.cells, Qt.Key.Key_Escape)
    qtbot.mouseClick(kept.grid.cells.viewport(), LEFT, pos=centre(kept, 2, 5))
    assert kept.edits == []


def test_space_dabs_the_brush_on_the_selection(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_brush("D")
    kept.grid.go_to(4, 4)
    qtbot.keyClick(kept.grid.cells, Qt.Key.Key_Space)
    assert kept.edits == [((4, 4, "D"),)]


def test_a_click_on_a_name_goes_to_that_row(qtbot: QtBot, kept: Kept) -> None:
    leads = kept.grid.leads
    at = leads.visualRect(kept.grid.model.index(4, 2)).center()
    qtbot.mouseClick(leads.viewport(), LEFT, pos=at)
    assert kept.grid.current() == (4, 0)


def test_the_menu_sets_clears_and_shows_what_the_screen_adds(kept: Kept) -> None:
    own = QAction("Why?", kept.grid)
    menu = cell_menu(kept.grid, CODES, kept.grid.editing, (own,))
    texts = {action.text(): action for action in menu.actions()}
    assert "Why?" in texts
    texts["N   night"].trigger()
    assert kept.edits == [((0, 0, "N"),)]


def test_a_read_only_menu_only_copies(kept: Kept) -> None:
    kept.grid.set_read_only(True)
    menu = cell_menu(kept.grid, CODES, kept.grid.editing, ())
    assert [action.text() for action in menu.actions()] == ["Copy"]


def test_a_chip_button_shows_itself_as_brush(qtbot: QtBot) -> None:
    chip = ChipButton(CODES[0])
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    plain = chip.grab().toImage()
    chip.setChecked(True)
    assert chip.grab().toImage() != plain
    assert chip.accessibleName() == "whole day"

"""Cells that are not codes alone: fixed ones, ones set again, codes spelled out, own opening."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from openblock.ui.grid import GridCell, GridCode
from tests.ui.grid.pictures import Kept

Key = Qt.Key
NAMES = (GridCode("AL", "Anna"), GridCode("AB", "Andris"), GridCode("LB", "Lauma"))


@pytest.fixture
def named(kept: Kept) -> Kept:
    """Codes of which everybody types all letters, as initials of names are."""
    kept.grid.set_codes(NAMES)
    kept.grid.editing.spell_out()
    kept.show({})
    kept.grid.go_to(0, 0)
    return kept


def test_a_code_spelled_out_is_set_with_its_last_letter(qtbot: QtBot, named: Kept) -> None:
    qtbot.keyClicks(named.grid.cells, "l")
    assert named.edits == []
    qtbot.keyClicks(named.grid.cells, "b")
    assert named.edits == [((0, 0, "LB"),)]


def test_enter_completes_the_only_code_that_begins_like_that(qtbot: QtBot, named: Kept) -> None:
    qtbot.keyClicks(named.grid.cells, "l")
    qtbot.keyClick(named.grid.cells, Key.Key_Return)
    assert named.edits == [((0, 0, "LB"),)]


def test_enter_completes_nothing_while_two_codes_begin_like_that(qtbot: QtBot, named: Kept) -> None:
    qtbot.keyClicks(named.grid.cells, "a")
    qtbot.keyClick(named.grid.cells, Key.Key_Return)
    assert named.edits == [((0, 0, "a"),)]


def test_moving_on_completes_nothing(qtbot: QtBot, named: Kept) -> None:
    qtbot.keyClicks(named.grid.cells, "l")
    qtbot.keyClick(named.grid.cells, Key.Key_Right)
    assert named.edits == []


def test_what_is_fixed_is_neither_cleared_nor_copied_but_planned_over(
    qtbot: QtBot, named: Kept
) -> None:
    named.show({(0, 0): GridCell("M", "M", fixed=True)})
    qtbot.keyClick(named.grid.cells, Key.Key_Delete)
    qtbot.keyClick(named.grid.cells, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert named.edits == []
    assert QGuiApplication.clipboard().text() == ""
    qtbot.keyClicks(named.grid.cells, "al")
    assert named.edits == [((0, 0, "AL"),)]


def test_the_same_code_again_is_an_edit_only_where_it_says_so(qtbot: QtBot, named: Kept) -> None:
    named.show({(0, 0): GridCell("AL"), (0, 1): GridCell("AL", again=True)})
    qtbot.keyClicks(named.grid.cells, "al")
    assert named.edits == []
    named.grid.go_to(0, 1)
    qtbot.keyClicks(named.grid.cells, "al")
    assert named.edits == [((0, 1, "AL"),)]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_a_cell_opened_outside_has_no_entry_in_place(qtbot: QtBot, named: Kept, key: Key) -> None:
    named.grid.cells.opens_outside = True
    with qtbot.waitSignal(named.grid.cells.opened) as opened:
        qtbot.keyClick(named.grid.cells, key)
    assert opened.args == [(0, 0)]
    assert named.grid.cells.findChild(QLineEdit) is None


def test_the_menu_offers_the_codes_that_fit_the_cell(qtbot: QtBot, named: Kept) -> None:
    named.grid.menu_codes = lambda: NAMES[:1]
    named.grid.cells.menu_wanted.emit(named.grid.mapToGlobal(named.grid.rect().center()))
    menu = named.grid.findChild(QMenu)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert "AL   Anna" in texts
    assert "AB   Andris" not in texts

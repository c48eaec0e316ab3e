"""Every way the keyboard works in the plan grid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.grid.pictures import Kept

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(
    qtbot: QtBot, kept: Kept, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        qtbot.keyClick(kept.grid.cells, key, held)


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_arrows_move_the_current_cell(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_Right, Key.Key_Right, Key.Key_Down)
    assert kept.grid.current() == (1, 2)


@pytest.mark.parametrize(
    ("key", "held", "place"),
    [
        (Key.Key_Home, Qt.KeyboardModifier.NoModifier, (2, 0)),
        (Key.Key_End, Qt.KeyboardModifier.NoModifier, (2, 7)),
        (Key.Key_Home, CTRL, (0, 0)),
        (Key.Key_End, CTRL, (5, 7)),
        (Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, (5, 4)),
        (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, (0, 4)),
    ],
)
def test_keys_that_jump(
    qtbot: QtBot, kept: Kept, key: Key, held: Qt.KeyboardModifier, place: tuple[int, int]
) -> None:
    kept.grid.go_to(2, 4)
    press(qtbot, kept, key, held=held)
    assert kept.grid.current() == place


def test_moving_never_leaves_the_cells_for_the_frozen_columns(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_Left, Key.Key_Left)
    assert kept.grid.current() == (0, 0)
    press(qtbot, kept, *(Key.Key_Right,) * 12)
    assert kept.grid.current() == (0, 7)


def test_one_keystroke_sets_a_code_and_stays(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(2, 2)
    qtbot.keyClicks(kept.grid.cells, "2")
    assert kept.edits == [((2, 2, "24"),)]
    assert kept.grid.current() == (2, 2)


@pytest.mark.parametrize(("advance", "place"), [("right", (2, 3)), ("down", (3, 2))])
def test_a_preference_moves_on_after_a_code(
    qtbot: QtBot, kept: Kept, advance: str, place: tuple[int, int]
) -> None:
    kept.grid.editing.advance = advance
    kept.grid.go_to(2, 2)
    qtbot.keyClicks(kept.grid.cells, "n")
    assert kept.grid.current() == place


def test_a_code_that_begins_another_waits_and_is_shown(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(2, 2)
    qtbot.keyClicks(kept.grid.cells, "d")
    assert kept.edits == []
    assert kept.grid.model.index(2, kept.grid.model.first + 2).data() == "d"
    qtbot.keyClicks(kept.grid.cells, "8")
    assert kept.edits == [((2, 2, "D8"),)]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Right])
def test_a_waiting_code_is_set_by_enter_or_by_moving_on(qtbot: QtBot, kept: Kept, key: Key) -> None:
    kept.grid.go_to(2, 2)
    qtbot.keyClicks(kept.grid.cells, "d")
    press(qtbot, kept, key)
    assert kept.edits == [((2, 2, "D"),)]


def test_escape_and_backspace_forget_a_waiting_code(qtbot: QtBot, kept: Kept) -> None:
    qtbot.keyClicks(kept.grid.cells, "d")
    press(qtbot, kept, Key.Key_Escape)
    assert not kept.grid.editing.pending
    qtbot.keyClicks(kept.grid.cells, "d")
    press(qtbot, kept, Key.Key_Backspace)
    assert not kept.grid.editing.pending
    assert kept.edits == []
    assert kept.code(0, 0) == "24"


def test_enter_sends_an_unknown_code_so_that_it_is_refused_in_words(
    qtbot: QtBot, kept: Kept
) -> None:
    qtbot.keyClicks(kept.grid.cells, "x")
    press(qtbot, kept, Key.Key_Return)
    assert kept.edits == [((0, 0, "x"),)]


def test_moving_away_forgets_what_is_no_code(qtbot: QtBot, kept: Kept) -> None:
    qtbot.keyClicks(kept.grid.cells, "x")
    press(qtbot, kept, Key.Key_Down)
    assert kept.edits == []


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_and_backspace_clear_the_selection(qtbot: QtBot, kept: Kept, key: Key) -> None:
    press(qtbot, kept, Key.Key_Right, Key.Key_Down, held=SHIFT)
    press(qtbot, kept, key)
    assert kept.last == {(0, 0, None), (0, 1, None), (1, 0, None)}


def test_clearing_empty_cells_is_no_edit(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(4, 4)
    press(qtbot, kept, Key.Key_Delete)
    assert kept.edits == []


def test_a_code_typed_over_a_block_fills_it_as_one_edit(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(2, 2)
    press(qtbot, kept, Key.Key_Right, Key.Key_Down, held=SHIFT)
    qtbot.keyClicks(kept.grid.cells, "n")
    assert len(kept.edits) == 1
    assert kept.last == {(row, column, "N") for row in (2, 3) for column in (2, 3)}


def test_copy_puts_a_block_on_the_clipboard_as_spreadsheets_do(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_Right, Key.Key_Down, held=SHIFT)
    press(qtbot, kept, Key.Key_C, held=CTRL)
    assert QGuiApplication.clipboard().text() == "24\tD\nN\t"


def test_cut_copies_and_clears(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_X, held=CTRL)
    assert QGuiApplication.clipboard().text() == "24"
    assert kept.edits == [((0, 0, None),)]


def test_a_pasted_block_lands_at_the_current_cell_and_is_selected(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(2, 2)
    copied("24\td\nn\t\n")
    press(qtbot, kept, Key.Key_V, held=CTRL)
    assert kept.last == {(2, 2, "24"), (2, 3, "D"), (3, 2, "N")}
    assert set(kept.grid.selected()) == {(2, 2), (2, 3), (3, 2), (3, 3)}
    assert kept.grid.current() == (2, 2)


def test_an_empty_cell_of_a_pasted_block_clears(qtbot: QtBot, kept: Kept) -> None:
    copied("\tN")
    press(qtbot, kept, Key.Key_V, held=CTRL)
    assert kept.last == {(0, 0, None), (0, 1, "N")}


def test_a_ragged_block_leaves_unnamed_cells_alone(qtbot: QtBot, kept: Kept) -> None:
    copied("N\tN\nD")
    press(qtbot, kept, Key.Key_V, held=CTRL)
    assert kept.last == {(0, 0, "N"), (0, 1, "N"), (1, 0, "D")}


def test_an_oversized_block_is_cut_at_the_edge(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(5, 7)
    copied("\n".join("\t".join(["D"] * 40) for _line in range(40)))
    press(qtbot, kept, Key.Key_V, held=CTRL)
    assert kept.edits == [((5, 7, "D"),)]


def test_one_pasted_value_fills_the_selection(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.go_to(4, 0)
    press(qtbot, kept, Key.Key_Right, held=SHIFT)
    copied("24")
    press(qtbot, kept, Key.Key_V, held=CTRL)
    assert kept.last == {(4, 0, "24"), (4, 1, "24")}


def test_an_unknown_pasted_code_goes_out_as_it_stands(qtbot: QtBot, kept: Kept) -> None:
    copied("Q7")
    press(qtbot, kept, Key.Key_V, held=CTRL)
    assert kept.edits == [((0, 0, "Q7"),)]


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_the_entry_in_place_sets_the_code_it_holds(qtbot: QtBot, kept: Kept, key: Key) -> None:
    kept.grid.go_to(3, 3)
    press(qtbot, kept, key)
    entry = kept.grid.cells.findChild(QLineEdit)
    assert entry is not None
    entry.setText("d8")
    qtbot.keyClick(entry, Key.Key_Return)
    qtbot.waitUntil(lambda: kept.edits == [((3, 3, "D8"),)])


def test_escape_leaves_the_entry_without_a_change(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_F2)
    entry = kept.grid.cells.findChild(QLineEdit)
    assert entry is not None
    entry.setText("N")
    qtbot.keyClick(entry, Key.Key_Escape)
    assert kept.edits == []


def test_the_entry_offers_codes_with_their_words(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_F2)
    entry = kept.grid.cells.findChild(QLineEdit)
    assert entry is not None
    completer = entry.completer()
    assert completer is not None
    completer.setCompletionPrefix("d")
    model = completer.completionModel()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered == ["D   day", "D8   short day"]
    assert completer.currentCompletion() == "D"


def test_tab_leaves_the_grid(qtbot: QtBot, kept: Kept) -> None:
    press(qtbot, kept, Key.Key_Tab)
    assert kept.grid.current() == (0, 0)

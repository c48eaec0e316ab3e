"""Blocks are read, written and placed as a spreadsheet does it."""

from __future__ import annotations

from openblock.ui.grid.block import Area, as_text, from_text, path, placed


def test_a_block_is_lines_of_cells_with_tabs() -> None:
    assert as_text([["24", ""], ["D", "N"]]) == "24\t\nD\tN"


def test_copied_text_comes_back_as_it_went() -> None:
    block = [["24", "", "D"], ["", "N", ""]]
    assert from_text(as_text(block)) == block


def test_windows_line_ends_and_a_closing_one_add_no_line() -> None:
    assert from_text("24\tD\r\nN\tB\r\n") == [["24", "D"], ["N", "B"]]


def test_an_empty_line_is_one_empty_cell() -> None:
    assert from_text("24\n\nD") == [["24"], [""], ["D"]]


def test_quoted_cells_of_a_spreadsheet_are_read() -> None:
    assert from_text('"2""4"\t" D "\n') == [['2"4', "D"]]


def test_one_value_fills_the_selection() -> None:
    found = placed([["D"]], Area(1, 2, 2, 3), 9, 9)
    assert found == {(1, 2): "D", (1, 3): "D", (2, 2): "D", (2, 3): "D"}


def test_a_block_starts_at_the_corner_of_the_selection() -> None:
    found = placed([["D", "N"]], Area(4, 4, 4, 4), 9, 9)
    assert found == {(4, 4): "D", (4, 5): "N"}


def test_a_selection_of_whole_multiples_is_tiled() -> None:
    found = placed([["D", "N"]], Area(0, 0, 1, 3), 9, 9)
    assert [found[1, column] for column in range(4)] == ["D", "N", "D", "N"]


def test_a_row_pasted_on_cells_one_below_the_other_is_pasted_for_each() -> None:
    found = placed([["8", "8", "D"]], Area(1, 0, 3, 0), 9, 9)
    assert len(found) == 9
    assert [found[row, 2] for row in (1, 2, 3)] == ["D", "D", "D"]


def test_a_selection_of_no_whole_multiple_takes_the_block_once() -> None:
    assert set(placed([["D", "N"]], Area(0, 0, 0, 2), 9, 9)) == {(0, 0), (0, 1)}


def test_what_reaches_past_the_edge_is_left_out() -> None:
    found = placed([["1", "2", "3"], ["4", "5", "6"]], Area(8, 7, 8, 7), 9, 9)
    assert found == {(8, 7): "1", (8, 8): "2"}


def test_a_ragged_block_leaves_unnamed_cells_alone() -> None:
    found = placed([["1", "2"], ["3"]], Area(0, 0, 0, 0), 9, 9)
    assert found == {(0, 0): "1", (0, 1): "2", (1, 0): "3"}


def test_an_empty_block_lands_nowhere() -> None:
    assert placed([], Area(0, 0, 0, 0), 9, 9) == {}


def test_a_stroke_has_no_holes() -> None:
    assert path((2, 1), (2, 4)) == [(2, 1), (2, 2), (2, 3), (2, 4)]
    assert path((3, 0), (1, 4))[0] == (3, 0)
    assert {column for _row, column in path((3, 0), (1, 4))} == {0, 1, 2, 3, 4}
    assert set(path((1, 1), (1, 1))) == {(1, 1)}


def test_a_whole_document_pasted_into_a_cell_is_a_short_bad_code():
    ((code,),) = from_text("x" * 5_000_000)
    assert code == "x" * 40

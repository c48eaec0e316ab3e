"""A new picture keeps the place, redraws only what changed, and speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.ui.grid import GridCell, GridText, PlanGrid
from openblock.ui.theme import THEMES, apply
from tests.ui.grid.pictures import Kept, picture

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_the_models_keep_the_rules_of_item_models(qtbot: QtBot) -> None:
    grid = PlanGrid()
    qtbot.addWidget(grid)
    testers = [QAbstractItemModelTester(each, FATAL) for each in (grid.model, grid.strip_model)]
    grid.set_picture(picture())
    grid.set_picture(picture(cells={(1, 1): "N"}))
    grid.set_picture(picture(rows=3, columns=31))
    assert len(testers) == 2
    assert grid.model.rowCount() == 3


def test_only_the_changed_cell_is_drawn_again(kept: Kept) -> None:
    touched: list[tuple[int, int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        touched.append((first.row(), first.column(), last.row(), last.column()))

    kept.grid.model.dataChanged.connect(note)
    kept.show({**kept.shown.cells, (4, 2): GridCell("N", "N")})
    column = kept.grid.model.first + 2
    assert touched == [(4, column, 4, column)]


def test_changed_totals_are_drawn_again(kept: Kept) -> None:
    rows = list(kept.shown.rows)
    rows[1] = replace(rows[1], totals=(GridText("48"),))
    kept.grid.set_picture(replace(kept.shown, rows=tuple(rows)))
    model = kept.grid.model
    assert model.index(1, model.past).data() == "48"


def test_selection_and_scroll_stay_when_a_row_is_added(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.resize(500, 160)
    kept.grid.go_to(4, 6)
    qtbot.keyClick(kept.grid.cells, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    chosen = set(kept.grid.selected())
    down = kept.grid.cells.verticalScrollBar().value()
    kept.grid.set_picture(picture(rows=7))
    assert kept.grid.current() == (3, 6)
    assert set(kept.grid.selected()) == chosen == {(3, 6), (4, 6)}
    assert kept.grid.cells.verticalScrollBar().value() == down


def test_a_row_that_is_gone_leaves_the_current_cell_on_todays_column(kept: Kept) -> None:
    kept.grid.go_to(5, 6)
    kept.grid.set_picture(picture(rows=2))
    assert kept.grid.current() == (0, 3)


def test_the_first_picture_starts_on_todays_column(qtbot: QtBot) -> None:
    grid = PlanGrid()
    qtbot.addWidget(grid)
    grid.set_picture(picture())
    assert grid.current() == (0, 3)


def test_an_empty_picture_has_no_current_cell(qtbot: QtBot) -> None:
    grid = PlanGrid()
    qtbot.addWidget(grid)
    grid.set_picture(picture(rows=0))
    assert grid.current() is None
    assert grid.selected() == ()
    assert not grid.go_to(0, 0)


def test_a_screen_reader_hears_who_when_and_what(kept: Kept) -> None:
    model = kept.grid.model
    kept.show({(0, 1): GridCell("D", "D", spoken="day 09:00–21:00. Warning: too little rest")})
    said = model.index(0, model.first + 1).data(SPOKEN)
    assert said == "Person 0, day 2: day 09:00–21:00. Warning: too little rest"
    assert model.index(0, model.first).data(SPOKEN) == "Person 0, day 1: empty"


def test_read_only_cells_take_no_keys_but_copy(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_read_only(True)
    kept.grid.set_brush("N")
    QGuiApplication.clipboard().setText("N")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Space):
        qtbot.keyClick(kept.grid.cells, key)
    qtbot.keyClicks(kept.grid.cells, "n")
    for key in (Qt.Key.Key_V, Qt.Key.Key_X):
        qtbot.keyClick(kept.grid.cells, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(kept.grid.cells.viewport(), Qt.MouseButton.LeftButton)
    assert kept.edits == []
    assert not kept.grid.model.index(0, 4).flags() & Qt.ItemFlag.ItemIsEditable
    kept.grid.go_to(0, 0)
    qtbot.keyClick(kept.grid.cells, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "24"


@pytest.mark.parametrize("theme", THEMES)
def test_marks_grounds_and_chips_are_drawn_in_every_theme(
    kept: Kept, qapp: QApplication, theme: str
) -> None:
    apply(qapp, theme)
    plain = kept.grid.grab().toImage()
    kept.show(
        {
            (0, 0): GridCell("24", "24", problem="error"),
            (0, 1): GridCell("D", "D", problem="warning", changed=True),
            (1, 0): GridCell("LONG", "other", detail="09–21"),
            (2, 5): GridCell("B", "free"),
        }
    )
    assert kept.grid.grab().toImage() != plain
    apply(qapp)


def test_two_line_cells_are_taller(qtbot: QtBot) -> None:
    grid = PlanGrid()
    qtbot.addWidget(grid)
    grid.resize(600, 200)
    grid.set_picture(picture())
    single = grid.cells.rowHeight(0)
    grid.set_picture(
        replace(picture(), two_lines=True, cells={(0, 0): GridCell("AB", "24", detail="9–21")})
    )
    grid.show()
    grid.grab()
    assert grid.cells.rowHeight(0) > single


def test_larger_text_makes_larger_cells_that_scroll(kept: Kept, qapp: QApplication) -> None:
    kept.grid.set_picture(picture(columns=31))
    before = kept.grid.cells.rowHeight(0)
    apply(qapp, "light", 200)
    assert kept.grid.cells.rowHeight(0) >= before * 1.3
    assert kept.grid.cells.horizontalScrollBar().maximum() > 0
    apply(qapp)


def test_frozen_columns_follow_the_rows(kept: Kept, qapp: QApplication) -> None:
    kept.grid.set_picture(picture(rows=60))
    qapp.processEvents()
    kept.grid.cells.verticalScrollBar().setValue(300)
    assert kept.grid.leads.verticalScrollBar().value() == 300
    assert kept.grid.totals.verticalScrollBar().value() == 300


def test_other_columns_leave_the_current_cell_at_the_same_place_of_its_row(kept: Kept) -> None:
    kept.grid.go_to(4, 6)
    other = picture()
    moved = tuple(replace(column, key=100 + n) for n, column in enumerate(other.columns))
    kept.grid.set_picture(replace(other, columns=moved))
    assert kept.grid.current() == (4, 106)


def test_a_cell_that_was_emptied_after_posting_still_shows_its_mark(kept: Kept) -> None:
    def drawn(cell: GridCell) -> object:
        kept.grid.set_picture(replace(kept.shown, cells={(0, 1): cell}))
        return kept.grid.grab().toImage()

    empty = drawn(GridCell(""))
    assert drawn(GridCell("", changed=True)) != empty


def test_a_duty_that_is_cut_short_is_told_by_its_shape(kept: Kept) -> None:
    def drawn(cell: GridCell) -> object:
        kept.grid.set_picture(replace(kept.shown, cells={(0, 1): cell}))
        return kept.grid.grab().toImage()

    assert drawn(GridCell("24", "24", cut=True)) != drawn(GridCell("24", "24"))


def test_a_name_that_looks_like_a_tag_is_shown_on_hover_as_it_is(kept: Kept) -> None:
    cell = GridCell("24", "24", hint="O'Brien <b>&\nGate")
    kept.grid.set_picture(replace(kept.shown, cells={(0, 1): cell}))
    model = kept.grid.model
    tip = model.index(0, model.first + 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "O&#x27;Brien &lt;b&gt;&amp;\nGate" in tip
    assert model.index(1, model.first).data(Qt.ItemDataRole.ToolTipRole) is None

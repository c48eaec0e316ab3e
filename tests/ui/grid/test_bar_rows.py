"""Rows of bars under the rows of cells: drawn, spoken, carried onto a cell by mouse and keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.ui.grid import (
    BARS,
    TITLE,
    GridBar,
    GridCell,
    GridHead,
    GridMeter,
    GridPicture,
    GridRow,
    GridText,
    PlanGrid,
)
from openblock.ui.theme import THEMES, apply
from tests.ui.grid.pictures import Kept, picture

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
LEFT = Qt.MouseButton.LeftButton
TITLE_ROW, ANNA, KARLIS = 3, 4, 5
MORNING, NEXT = 1.375, 2.375


def with_bars(rows: int = 3) -> GridPicture:
    """Three rows of cells, a title, and two rows of bars: Anna from the second day's 9 to 9."""
    plain = picture(rows=rows)
    duty = GridBar(MORNING, NEXT, "1/2", column=1, carries="N", hint="Anna, 09:00–09:00, 1 of 2")
    full = GridBar(-0.625, 0.375, "2/2", "full", column=-1)
    cells = tuple(
        replace(
            row,
            band="",
            leads=(
                GridText(f"Person {row.key}", under=(("2nd course", "secondary"),)),
                GridText("", under=(("72", "strong"), (" + 24 h ", ""), ("short 24 h", "bad"))),
            ),
        )
        for row in plain.rows
    )
    lines = (
        GridRow("title", "", (GridText("Duties"), GridText("at most 2", "secondary")), kind=TITLE),
        GridRow("anna", "Anna", (GridText("Anna"),), kind=BARS, label="AL", bars=(duty,)),
        GridRow("karlis", "Karlis", (GridText("Karlis"),), kind=BARS, label="KV", bars=(full,)),
    )
    return replace(
        plain,
        rows=(*cells, *lines),
        leads=(GridHead("Trainee", "3 people"), GridHead("Hours")),
        totals=(),
        strips=(),
        two_lines=True,
        now=3.2,
    )


@pytest.fixture
def barred(kept: Kept) -> Kept:
    kept.grid.resize(900, 420)
    kept.shown = with_bars()
    kept.grid.set_picture(kept.shown)
    kept.grid.go_to(0, 0)
    return kept


def centre(kept: Kept, row: int, column: int) -> QPoint:
    index = kept.grid.model.index(row, kept.grid.model.first + column)
    return kept.grid.cells.visualRect(index).center()


def press(qtbot: QtBot, kept: Kept, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(kept.grid.cells, key)


def test_the_model_with_bars_keeps_the_rules_of_item_models(qtbot: QtBot) -> None:
    grid = PlanGrid()
    qtbot.addWidget(grid)
    tester = QAbstractItemModelTester(grid.model, FATAL)
    grid.set_picture(with_bars())
    rows = list(with_bars().rows)
    rows[ANNA] = replace(rows[ANNA], bars=())
    grid.set_picture(replace(with_bars(), rows=tuple(rows)))
    assert tester.model() is grid.model
    assert grid.model.index(ANNA, grid.model.first + 1).data() == ""


def test_a_bar_is_spoken_in_every_column_it_reaches(barred: Kept) -> None:
    model = barred.grid.model
    said = [model.index(ANNA, model.first + column).data(SPOKEN) for column in range(4)]
    assert said == [
        "Anna, day 1: empty",
        "Anna, day 2: Anna, 09:00–09:00, 1 of 2",
        "Anna, day 3: Anna, 09:00–09:00, 1 of 2",
        "Anna, day 4: empty",
    ]


def test_arrows_pass_over_the_title_into_the_bars_and_back(qtbot: QtBot, barred: Kept) -> None:
    barred.grid.go_to(2, 1)
    press(qtbot, barred, Qt.Key.Key_Down)
    assert barred.grid.current() == ("anna", 1)
    press(qtbot, barred, Qt.Key.Key_Up)
    assert barred.grid.current() == (2, 1)


def test_bars_take_no_codes_no_clearing_and_no_pasting(qtbot: QtBot, barred: Kept) -> None:
    barred.grid.go_to("anna", 1)
    qtbot.keyClicks(barred.grid.cells, "n")
    press(qtbot, barred, Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText("N")
    qtbot.keyClick(barred.grid.cells, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert barred.edits == []


def test_a_code_over_cells_and_bars_reaches_the_cells_alone(qtbot: QtBot, barred: Kept) -> None:
    barred.grid.go_to(2, 1)
    for _n in range(2):
        qtbot.keyClick(barred.grid.cells, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(barred.grid.cells, "n")
    assert barred.edits == [((2, 1, "N"),)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_bar_is_taken_up_with_a_key(qtbot: QtBot, barred: Kept, key: Qt.Key) -> None:
    barred.grid.go_to("anna", 2)
    with qtbot.waitSignal(barred.grid.cells.bar_taken) as taken:
        press(qtbot, barred, key)
    assert taken.args is not None
    assert taken.args[0].carries == "N"


def test_a_bar_that_carries_nothing_is_not_taken_up(qtbot: QtBot, barred: Kept) -> None:
    barred.grid.go_to("karlis", 0)
    with qtbot.assertNotEmitted(barred.grid.cells.bar_taken):
        press(qtbot, barred, Qt.Key.Key_Space)


def drag(qtbot: QtBot, kept: Kept, start: QPoint, *stations: QPoint) -> None:
    port = kept.grid.cells.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for station in stations:
        qtbot.mouseMove(port, station)


def test_a_bar_dragged_onto_a_row_sets_its_code_on_its_own_day(qtbot: QtBot, barred: Kept) -> None:
    port = barred.grid.cells.viewport()
    drag(qtbot, barred, centre(barred, ANNA, 1), centre(barred, 2, 5), centre(barred, 1, 6))
    assert barred.edits == []
    assert barred.grid.model.index(1, barred.grid.model.first + 1).data() == "N"
    qtbot.mouseRelease(port, LEFT, pos=centre(barred, 1, 6))
    assert barred.edits == [((1, 1, "N"),)]
    assert barred.grid.current() == (1, 1)


def test_a_bar_let_go_among_the_bars_changes_nothing(qtbot: QtBot, barred: Kept) -> None:
    port = barred.grid.cells.viewport()
    drag(qtbot, barred, centre(barred, ANNA, 1), centre(barred, 1, 1), centre(barred, KARLIS, 4))
    qtbot.mouseRelease(port, LEFT, pos=centre(barred, KARLIS, 4))
    assert barred.edits == []


def test_escape_puts_a_dragged_bar_back(qtbot: QtBot, barred: Kept) -> None:
    port = barred.grid.cells.viewport()
    drag(qtbot, barred, centre(barred, ANNA, 1), centre(barred, 2, 5))
    press(qtbot, barred, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=centre(barred, 2, 5))
    assert barred.edits == []


def test_who_reads_only_drags_nothing(qtbot: QtBot, barred: Kept) -> None:
    barred.grid.set_read_only(True)
    port = barred.grid.cells.viewport()
    drag(qtbot, barred, centre(barred, ANNA, 1), centre(barred, 1, 1))
    qtbot.mouseRelease(port, LEFT, pos=centre(barred, 1, 1))
    assert barred.edits == []
    assert not barred.grid.cells.carrying.active


def test_rows_scroll_while_a_bar_is_held_at_the_edge(qtbot: QtBot, kept: Kept) -> None:
    kept.grid.set_picture(with_bars(rows=30))
    kept.grid.go_to("anna", 1)
    bar = kept.grid.cells.verticalScrollBar()
    before = bar.value()
    assert before > 0
    drag(qtbot, kept, centre(kept, 31, 1), centre(kept, 29, 1), QPoint(60, 2))
    qtbot.waitUntil(lambda: bar.value() < before - 20)
    kept.grid.cells.carrying.cancel()


def test_bars_and_titles_have_rows_of_their_own_height(barred: Kept) -> None:
    cells = barred.grid.cells
    assert cells.rowHeight(ANNA) < cells.rowHeight(TITLE_ROW) < cells.rowHeight(0)
    heights = [[view.rowHeight(row) for row in range(6)] for view in (cells, barred.grid.leads)]
    assert heights[0] == heights[1]


@pytest.mark.parametrize("theme", THEMES)
def test_bars_meters_and_marks_are_drawn_in_every_theme(
    barred: Kept, qapp: QApplication, theme: str
) -> None:
    apply(qapp, theme)
    plain = barred.grid.grab().toImage()
    rows = list(barred.shown.rows)
    rows[ANNA] = replace(rows[ANNA], bars=(replace(rows[ANNA].bars[0], kind="changed"),))
    rows[0] = replace(
        rows[0], leads=(rows[0].leads[0], replace(rows[0].leads[1], meter=GridMeter(0.6, 0.2)))
    )
    barred.grid.set_picture(replace(barred.shown, rows=tuple(rows)))
    with_meter = barred.grid.grab().toImage()
    assert with_meter != plain
    barred.grid.set_picture(replace(barred.shown, rows=tuple(rows), now=4.5))
    assert barred.grid.grab().toImage() != with_meter
    apply(qapp)


STATES = {
    "confirmed": GridCell("AL", "ok", mark="✓", detail="09–21"),
    "to confirm": GridCell("AL", "warn", mark="?", detail="09–21"),
    "re-plan": GridCell("AL", "bad", mark="↻", detail="09–21"),
    "struck": GridCell("AL", "bad", mark="↻", detail="09–21", struck=True),
    "missed": GridCell("AL", "gone", mark="×", detail="09–21"),
    "away": GridCell("N", "away", detail="09–21"),
    "two": GridCell("AL", "ok", mark="✓", detail="09–21", more=1),
    "with a problem": GridCell("AL", "ok", mark="✓", detail="09–21", problem="warning"),
}


def test_every_state_of_a_cell_looks_different_from_the_others(barred: Kept) -> None:
    seen = []
    for cell in STATES.values():
        barred.grid.set_picture(replace(barred.shown, cells={(0, 0): cell}))
        seen.append(barred.grid.cells.grab().toImage())
    pairs = [(one, other) for n, one in enumerate(seen) for other in seen[:n]]
    assert all(one != other for one, other in pairs)


def test_a_frozen_column_is_as_wide_as_its_heading_wants_it(barred: Kept) -> None:
    before = barred.grid.leads.columnWidth(1)
    leads = (replace(barred.shown.leads[0], least=150), barred.shown.leads[1])
    barred.grid.set_picture(replace(barred.shown, leads=leads))
    assert barred.grid.leads.columnWidth(1) > before
    narrow = (replace(barred.shown.leads[0], widest=40), barred.shown.leads[1])
    barred.grid.set_picture(replace(barred.shown, leads=narrow))
    assert barred.grid.leads.columnWidth(1) < before


def test_a_click_on_the_title_leaves_the_current_cell(qtbot: QtBot, barred: Kept) -> None:
    leads = barred.grid.leads
    at = leads.visualRect(barred.grid.model.index(TITLE_ROW, 1)).center()
    qtbot.mouseClick(leads.viewport(), LEFT, pos=at)
    assert barred.grid.current() == (0, 0)


def test_a_name_double_clicked_is_opened(qtbot: QtBot, barred: Kept) -> None:
    leads = barred.grid.leads
    at = leads.visualRect(barred.grid.model.index(1, 1)).center()
    qtbot.mouseClick(leads.viewport(), LEFT, pos=at)
    with qtbot.waitSignal(barred.grid.row_opened) as opened:
        qtbot.mouseDClick(leads.viewport(), LEFT, pos=at)
    assert opened.args == [1]


def test_both_lines_of_a_frozen_text_are_spoken(barred: Kept) -> None:
    model = barred.grid.model
    assert model.index(0, 1).data(SPOKEN) == "Person 0, 2nd course"
    assert model.index(0, 2).data(SPOKEN) == "72 + 24 h short 24 h"

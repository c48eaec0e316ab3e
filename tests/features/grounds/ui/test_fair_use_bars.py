"""The bars of fair use, as lines and as drawn."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.queries.rows import AreaRow, FairLine, FairUse
from openblock.features.grounds.rules.content import AreaContent
from openblock.features.grounds.ui.fair_use_bars import FairDelegate, FairModel, rows_of
from openblock.ui.tall_list import TallList
from openblock.ui.theme import THEMES, apply

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
USE = FairUse(
    date(2026, 9, 1),
    date(2026, 9, 30),
    tuple(AreaRow(number, 1, number, AreaContent(f"Area {number}")) for number in (1, 2)),
    (
        FairLine(1, "Egle Jānis", "105 A", {}, 0, 2, 1),
        FairLine(2, "W" * 90, "", {1: 90, 2: 30}, 3, 0, 0),
    ),
    60,
)


def test_the_model_keeps_the_rules_of_item_models() -> None:
    model = FairModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows(rows_of(USE))
    model.show_rows(())
    assert tester.model() is model


def test_a_line_says_hours_times_what_was_missed_and_how_it_compares() -> None:
    least, most = rows_of(USE)
    assert least.figures == "0 h, 0 times, missed 2, 1 ahead"
    assert least.spoken.endswith("below the average")
    assert most.figures == "2 h, 3 times"
    assert "Area 1 1.5, Area 2 0.5" in most.spoken
    assert "below" not in most.spoken


def test_nobody_at_all_gives_no_lines() -> None:
    assert rows_of(FairUse(USE.first, USE.last, (), (), 0)) == ()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [860, 380])
def test_use_and_average_are_drawn_wide_and_narrow(
    qtbot: QtBot, qapp: QApplication, theme: str, width: int
) -> None:
    apply(qapp, theme)
    model = FairModel()
    view = TallList(model, "fair use")
    view.setItemDelegate(FairDelegate(view))
    qtbot.addWidget(view)
    view.resize(width, 120)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    pictures = []
    empty = FairUse(USE.first, USE.last, USE.areas, USE.lines[:1] * 2, 0)
    for use in (USE, empty):
        model.show_rows(rows_of(use))
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]
    apply(qapp)

"""Facts are shown as they are, under a heading; a group of none leaves nothing behind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from openblock.features.shadowing.ui.facts_grid import FactsGrid


def test_groups_have_headings_and_names_are_no_markup(qtbot):
    grid = FactsGrid()
    qtbot.addWidget(grid)
    grid.add("What happened", [("Mentor", "O'Brien <b>&"), ("Day", "28/11/2026")])
    grid.add("Added later", [])
    assert grid.text().split("\n") == [
        "What happened",
        "Mentor",
        "O'Brien <b>&",
        "Day",
        "28/11/2026",
    ]
    formats = {each.textFormat() for each in grid.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_what_and_words_stand_in_one_row(qtbot):
    grid = FactsGrid()
    qtbot.addWidget(grid)
    grid.add("A", [("one", "1")])
    grid.add("B", [("two", "2")])
    layout = grid.layout()
    rows = {}
    for place in range(layout.count()):
        row, column, _high, _wide = layout.getItemPosition(place)
        rows.setdefault(row, []).append((column, layout.itemAt(place).widget().text()))
    assert sorted(rows[max(rows)]) == [(0, "two"), (1, "2")]
    assert len(rows) == 4

"""A plain table on show: what is chosen stays, and rows grow with the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.ui.table_model import RowsTableModel
from openblock.ui.table_view import RowsView
from openblock.ui.theme import apply
from tests.ui.test_table_model import COLUMNS, PEOPLE, Person


@pytest.fixture
def model(qapp: QApplication) -> RowsTableModel:
    apply(qapp)
    return RowsTableModel(COLUMNS, PEOPLE, key=lambda row: row.number)


def test_a_changed_row_with_the_same_key_keeps_the_selection(
    qtbot: QtBot, model: RowsTableModel
) -> None:
    view = RowsView(model)
    qtbot.addWidget(view)
    view.choose(2)
    changed: list[int] = []

    def note(first: QModelIndex, _last: QModelIndex) -> None:
        changed.append(first.row())

    model.dataChanged.connect(note)
    model.set_rows((PEOPLE[0], Person(2, "Čakste Anna", 200), PEOPLE[2]))
    assert changed == [1]
    assert view.chosen() == Person(2, "Čakste Anna", 200)


def test_nothing_is_chosen_in_an_empty_table(qtbot: QtBot) -> None:
    view = RowsView(RowsTableModel(COLUMNS))
    qtbot.addWidget(view)
    assert view.chosen() is None


def test_rows_grow_with_the_text(qtbot: QtBot, qapp: QApplication, model: RowsTableModel) -> None:
    view = RowsView(model)
    qtbot.addWidget(view)
    before = view.rowHeight(0)
    apply(qapp, "light", 200)
    assert view.rowHeight(0) > before * 1.5
    apply(qapp)


def test_the_frame_of_the_cell_with_the_keyboard_cuts_no_word(
    qtbot: QtBot, model: RowsTableModel
) -> None:
    view = RowsView(model)
    qtbot.addWidget(view)
    view.resize(600, 200)
    view.show()
    view.fit()
    assert view.columnWidth(0) > view.sizeHintForColumn(0)
    # The last column has what is left, and nothing of it is out of sight.
    assert view.horizontalScrollBar().maximum() == 0

"""What the next days bring, as lists an officer walks with the arrow keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from openblock.features.rooms.queries import Upcoming
from openblock.features.rooms.ui.board.coming import (
    ComingModel,
    ComingPanel,
    free_days,
    leavers_of,
    moves_of,
)
from tests.features.rooms.ui.board.invented import NOW, moment

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def panel(qtbot, read):
    made = ComingPanel()
    qtbot.addWidget(made)
    made.resize(256, 500)
    made.show_upcoming(read.upcoming)
    made.show()
    return made


def test_moves_are_named_with_both_beds_in_order_of_time(read):
    assert [(row.name, row.route, row.when) for row in moves_of(read.upcoming)] == [
        ("Vanags Jānis", "102 D → 101 D", "22 Nov 17:00"),
        ("Zālītis Kaspars", "→ 107 C", "23 Nov 05:00"),
        ("Ķēniņš Jānis", "102 C → 106 C", "24 Nov 10:00"),
    ]


def test_leavers_are_named_with_the_bed_they_free(read):
    assert [(row.name, row.route) for row in leavers_of(read.upcoming)] == [
        ("Čerņavskis Igors", "frees 103 C")
    ]


def test_the_model_keeps_the_rules_of_models(read):
    model = ComingModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows(moves_of(read.upcoming))
    assert model.rowCount() == 3
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "22 Nov 17:00, Vanags Jānis, 102 D → 101 D, To be kept apart, as planned"
    model.show_rows(())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_enter_on_an_entry_goes_to_it(panel, qtbot):
    view = panel.moves_view
    view.setFocus()
    view.setCurrentIndex(panel.moves.index(1))
    with qtbot.waitSignal(panel.chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args[0].name == "Zālītis Kaspars"
    assert chosen.args[0].at == moment(11, 23, 5)


def test_an_entry_with_a_reason_is_a_line_higher_than_one_without(panel):
    def high(view, model):
        return view.itemDelegate().sizeHint(QStyleOptionViewItem(), model.index(0)).height()

    moves = high(panel.moves_view, panel.moves)
    assert moves > high(panel.leavers_view, panel.leavers)
    assert not panel.grab().isNull()


def test_nothing_to_come_is_said_in_words(panel):
    assert panel.count.text() == "3"
    panel.show_upcoming(Upcoming(()))
    assert not panel.moves_view.isVisible()
    assert panel.none.isVisible()
    assert panel.nobody.isVisible()


def test_free_beds_are_counted_for_today_and_two_weeks_ahead(panel):
    assert free_days(NOW) == (date(2026, 11, 22), date(2026, 11, 29), date(2026, 12, 6))
    panel.show_free("1. stāvs", [(date(2026, 11, 22), 3), (date(2026, 11, 29), -1)])
    assert "<b>3</b>&nbsp;today" in panel.free.text()
    assert "<b>−1</b>&nbsp;29&nbsp;Nov" in panel.free.text()

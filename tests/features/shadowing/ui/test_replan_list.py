"""The list of what needs planning anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.replan_list import ReplanModel, ReplanPanel
from openblock.ui.theme import THEMES, apply
from tests.features.shadowing.ui.grids import shift

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ROWS = tuple(shift(day, Standing.REPLAN) for day in (23, 24, 25))


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> ReplanPanel:
    apply(qapp)
    made = ReplanPanel()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_rows(ROWS)
    return made


def test_the_model_keeps_the_rules_of_item_models(qtbot: QtBot) -> None:
    model = ReplanModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows(ROWS)
    model.show_rows(ROWS[:1])
    assert tester.model() is model
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Zariņa Elīna, 23 Nov: Liepa Agnese, 23 Nov: the duty is now D")


def test_stepping_goes_through_all_and_around_the_end(panel: ReplanPanel) -> None:
    seen = []
    panel.chosen.connect(lambda row: seen.append(row.day.day))
    for _n in range(4):
        panel.step(1)
    panel.step(-1)
    assert seen == [23, 24, 25, 23, 25]


def test_the_one_chosen_stays_chosen_when_another_is_settled(panel: ReplanPanel) -> None:
    panel.step(1)
    panel.step(1)
    panel.show_rows(ROWS[1:])
    current = panel.current()
    assert current is not None
    assert current.day.day == 24
    assert panel.count.text() == "2"


def test_stepping_through_an_empty_list_does_nothing(qtbot: QtBot, panel: ReplanPanel) -> None:
    panel.show_rows(())
    with qtbot.assertNotEmitted(panel.chosen):
        panel.step(1)


@pytest.mark.parametrize("theme", THEMES)
def test_the_chosen_one_is_drawn_apart_in_every_theme(
    panel: ReplanPanel, qapp: QApplication, theme: str
) -> None:
    apply(qapp, theme)
    plain = panel.view.grab().toImage()
    panel.step(1)
    assert panel.view.grab().toImage() != plain
    apply(qapp)

"""The list of what has to be put right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.rules.content import Span, State
from openblock.features.grounds.ui.mend_list import MendDelegate, MendModel
from openblock.ui.tall_list import TallList
from openblock.ui.theme import THEMES, apply
from tests.features.grounds.outside import on

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LOST = Problem("supervisor-missing", facts={"start": on(16, 15), "end": on(16, 16)})
FACTS = {"one": "Egle", "other": "Freimanis", "start": on(16, 15), "end": on(16, 16)}
APART = Problem("guests-apart", Severity.WARNING, FACTS)


def broken(number: int, **facts: object) -> BookingRow:
    """A booking without a supervisor, or with ``facts`` of its own."""
    span = Span(on(16 + number, 15), on(16 + number, 16))
    made = BookingRow(
        *(number, 1, 1, "Field", span, 2, 12, 12, f"Game {number}", "", None, "", State.APPROVED),
        residents=(1, 2),
        lost=LOST,
    )
    return replace(made, **facts)


def test_the_model_keeps_the_rules_of_item_models() -> None:
    model = MendModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_rows([broken(1), broken(2)])
    model.show_rows([broken(2)])
    assert tester.model() is model
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Game 2, Field, Fr 18 Sep 15:00–16:00: ")


@pytest.mark.parametrize("theme", THEMES)
def test_a_warning_is_drawn_apart_from_a_lost_supervisor(
    qtbot: QtBot, qapp: QApplication, theme: str
) -> None:
    apply(qapp, theme)
    model = MendModel()
    view = TallList(model, "to mend")
    view.setItemDelegate(MendDelegate(view))
    qtbot.addWidget(view)
    view.resize(500, 100)
    model.show_rows([broken(1, lost=None, warnings=(APART,))])
    amber = view.grab().toImage()
    model.show_rows([broken(1)])
    assert view.grab().toImage() != amber
    apply(qapp)

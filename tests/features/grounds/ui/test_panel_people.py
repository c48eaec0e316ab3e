"""The participants on the panel, and how the missing are unticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.queries.rows import ParticipantRow
from openblock.features.grounds.ui.panel_people import PeopleList, PeopleModel
from openblock.ui.theme import apply

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
PEOPLE = (
    ParticipantRow(1, "Ābols Zigurds", "105 A", came=True),
    ParticipantRow(2, "O'Brien " + "W" * 80, "", came=True),
    ParticipantRow(3, "Pūce Kristaps", "101 B", came=False),
)


def test_the_model_keeps_the_rules_of_item_models() -> None:
    model = PeopleModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show_people(PEOPLE, tickable=True)
    model.setData(model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    model.show_people(PEOPLE[:1], tickable=False)
    assert tester.model() is model


def test_who_did_not_come_is_said_in_words_too() -> None:
    model = PeopleModel()
    model.show_people(PEOPLE, tickable=False)
    assert model.index(0).data() == "Ābols Zigurds · 105 A"
    assert model.index(2).data() == "Pūce Kristaps · 101 B · did not come"
    assert model.index(2).data(Qt.ItemDataRole.FontRole).strikeOut()


def test_space_unticks_who_is_missing_and_reading_again_keeps_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply(qapp)
    model = PeopleModel()
    view = PeopleList(model)
    qtbot.addWidget(view)
    model.show_people(PEOPLE, tickable=True)
    view.show()
    view.setCurrentIndex(model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.missing == (2,)
    model.show_people(PEOPLE, tickable=True, again=True)
    assert model.missing == (2,)
    model.show_people(PEOPLE, tickable=True)
    assert model.missing == ()


def test_once_they_are_out_nobody_can_be_unticked() -> None:
    model = PeopleModel()
    model.show_people(PEOPLE, tickable=False)
    role = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(model.index(0), Qt.CheckState.Unchecked, role)
    assert model.index(0).data(role) is None


def test_the_list_is_as_high_as_its_names(qtbot: QtBot, qapp: QApplication) -> None:
    apply(qapp)
    model = PeopleModel()
    view = PeopleList(model)
    qtbot.addWidget(view)
    model.show_people(PEOPLE[:1], tickable=False)
    one = view.height()
    model.show_people(PEOPLE, tickable=False)
    assert view.height() > 2 * one

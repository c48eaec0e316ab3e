"""Plain tables: shown, sorted by value, searched without diacritics, spoken."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from openblock.ui.table_model import Column, RowsProxy, RowsTableModel
from openblock.ui.theme import apply, token

Role = Qt.ItemDataRole


@dataclass(frozen=True)
class Person:
    number: int
    name: str
    hours: int | None


PEOPLE = (Person(1, "Žagars Jānis", 9), Person(2, "Čakste Anna", 192), Person(3, "Cers Ivo", None))
COLUMNS = (
    Column("Name", lambda row: row.name, strong=True),
    Column(
        "Hours",
        lambda row: f"{row.hours or 0} h",
        sort=lambda row: row.hours,
        align="right",
        tooltip=lambda row: "many" if (row.hours or 0) > 100 else "",
        spoken=lambda row: f"{row.hours} hours",
        tone=lambda row: "bad" if (row.hours or 0) > 100 else "",
        icon=lambda row: "warning" if (row.hours or 0) > 100 else "",
        hint="In the month",
    ),
)


@pytest.fixture
def model(qapp: QApplication) -> RowsTableModel:
    apply(qapp)
    return RowsTableModel(COLUMNS, PEOPLE, key=lambda row: row.number)


def names(proxy: RowsProxy) -> list[str]:
    return [proxy.index(row, 0).data() for row in range(proxy.rowCount())]


def test_the_model_keeps_the_rules_of_item_models(model: RowsTableModel) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, fatal) for each in (model, RowsProxy(model))]
    model.set_rows(PEOPLE[:2])
    model.set_rows((PEOPLE[0], Person(2, "Čakste Anna", 1)))
    model.set_columns(COLUMNS[:1])
    assert len(testers) == 2
    assert (model.rowCount(), model.columnCount()) == (2, 1)


def test_names_sort_in_latvian_order(model: RowsTableModel) -> None:
    proxy = RowsProxy(model)
    proxy.sort(0)
    assert names(proxy) == ["Cers Ivo", "Čakste Anna", "Žagars Jānis"]


def test_values_sort_as_values_and_missing_ones_come_first(model: RowsTableModel) -> None:
    proxy = RowsProxy(model)
    proxy.sort(1)
    assert names(proxy) == ["Cers Ivo", "Žagars Jānis", "Čakste Anna"]
    proxy.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(proxy)[0] == "Čakste Anna"


@pytest.mark.parametrize(
    ("sought", "found"), [("cakste", ["Čakste Anna"]), ("ANNA cak", ["Čakste Anna"]), ("zzz", [])]
)
def test_searching_needs_no_diacritics_and_no_order(
    model: RowsTableModel, sought: str, found: list[str]
) -> None:
    proxy = RowsProxy(model)
    proxy.seek(sought)
    assert names(proxy) == found
    proxy.seek("")
    assert proxy.rowCount() == 3


def test_a_filter_of_ones_own_narrows_the_search(model: RowsTableModel) -> None:
    proxy = RowsProxy(model)
    proxy.only(lambda row: row.hours is not None)
    assert names(proxy) == ["Žagars Jānis", "Čakste Anna"]


def test_a_cell_has_tone_icon_tooltip_and_words(model: RowsTableModel) -> None:
    index = model.index(1, 1)
    assert index.data(Role.ForegroundRole) == token("bad")
    assert not index.data(Role.DecorationRole).isNull()
    assert index.data(Role.ToolTipRole) == "many"
    assert index.data(Role.AccessibleTextRole) == "Hours: 192 hours"
    assert model.index(0, 1).data(Role.DecorationRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal, Role.ToolTipRole) == "In the month"

"""The table says in words what the plan draws, sorts it and filters it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from openblock.features.rooms.commands import (
    CloseSpace,
    HoldBed,
    close_space,
    hold_bed,
)
from openblock.features.rooms.queries import occupancy
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.ui.table.lines import bed_columns, bed_lines, is_late
from openblock.features.rooms.ui.table.view import BedTable
from tests.factories import with_house
from tests.features.rooms.ui.conftest import HOUR, NOON, Block


@pytest.fixture
def table(qtbot: QtBot, block: Block) -> BedTable:
    made = BedTable()
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show_occupancy(block.store.read(occupancy, NOON))
    made.show()
    return made


def read(table: BedTable, block: Block) -> None:
    table.show_occupancy(block.store.read(occupancy, NOON))


def shown(table: BedTable) -> list[list[str]]:
    proxy = table.table.proxy
    return [
        [str(proxy.index(row, column).data() or "") for column in range(5)]
        for row in range(proxy.rowCount())
    ]


def test_each_bed_has_one_line_in_words(table: BedTable, block: Block) -> None:
    block.keep_apart()
    read(table, block)
    lines = shown(table)
    assert [line[:4] for line in lines] == [
        ["101", "A", "occupied", "Bērziņš Andrejs"],
        ["101", "B", "free", ""],
        ["102", "A", "occupied", "Žukovs Deniss"],
        ["102", "B", "occupied", "Vanags Pēteris"],
    ]
    assert "must be kept apart" in lines[2][4]
    assert lines[0][4] == ""


def test_the_model_keeps_to_the_rules_of_models(block: Block) -> None:
    made = BedTable()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, fatal) for each in (made.model, made.table.proxy)]
    read(made, block)
    made.chips["free"].click()
    made.search.setText("102")
    assert len(testers) == 2
    made.deleteLater()


def test_chips_show_only_beds_of_one_kind(table: BedTable, block: Block) -> None:
    closed = ClosureContent("bed", block.beds["101 B"], "other", NOON, None, "smoke")
    block.store.run(close_space, CloseSpace(closed))
    block.keep_apart()
    read(table, block)
    table.chips["closed"].click()
    assert [line[2] for line in shown(table)] == [
        "S out of service: other reason (smoke) since 22 Nov"
    ]
    table.chips["problems"].click()
    assert [line[1] for line in shown(table)] == ["A", "B"]
    table.chips["held"].click()
    assert shown(table) == []
    assert table.nothing.isVisibleTo(table)
    assert table.count.text() == "0 beds"


def test_a_held_bed_names_for_whom(table: BedTable, block: Block) -> None:
    content = HoldContent(block.beds["101 B"], NOON, NOON + HOUR, block.zalitis)
    block.store.run(hold_bed, HoldBed(content))
    read(table, block)
    table.chips["held"].click()
    assert shown(table)[0][2:4] == ["R reserved", "Zālītis Kaspars"]


def test_the_search_forgives_missing_diacritics(table: BedTable) -> None:
    table.search.setText("zukovs")
    assert [line[3] for line in shown(table)] == ["Žukovs Deniss"]


def test_every_column_sorts_beds_with_and_without_people(table: BedTable) -> None:
    for column in range(len(bed_columns())):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            table.table.sortByColumn(column, order)
            assert len(shown(table)) == 4
    table.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert [line[3] for line in shown(table)] == [
        "Bērziņš Andrejs",
        "Vanags Pēteris",
        "Žukovs Deniss",
        "",
    ]


def test_the_chosen_line_stays_and_enter_opens_it(
    qtbot: QtBot, table: BedTable, block: Block
) -> None:
    table.choose(block.beds["102 A"])
    block.keep_apart()
    read(table, block)
    assert table.chosen().bed_id == block.beds["102 A"]
    assert table.chosen().resident_id == block.zukovs
    table.focus_rows()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.table, Qt.Key.Key_Return)
    assert opened.args == [block.beds["102 A"]]
    with qtbot.waitSignal(table.asked) as asked:
        QTest.keyClick(table.table, "v")
    assert asked.args == ["vacate-bed", block.beds["102 A"]]


def test_buildings_are_named_only_where_there_are_several(table: BedTable, block: Block) -> None:
    last = len(bed_columns()) - 1
    assert table.table.isColumnHidden(last)
    with_house(block.store, {"1": ("A",)}, building="Piebūve", floor="1. stāvs")
    read(table, block)
    assert not table.table.isColumnHidden(last)


def test_a_closure_past_its_day_is_late_the_day_after(block: Block) -> None:
    closed = ClosureContent("bed", block.beds["101 B"], "repair", NOON, NOON.date())
    block.store.run(close_space, CloseSpace(closed))
    line = next(
        each
        for each in bed_lines(block.store.read(occupancy, NOON))
        if each.bed_id == block.beds["101 B"]
    )
    assert not is_late(line, NOON)
    assert is_late(line, NOON + 14 * HOUR)

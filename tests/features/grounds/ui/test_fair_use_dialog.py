"""The view of fair use, month by month."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from openblock.features.accounts.queries import log_rows
from openblock.features.grounds.ui.fair_use_dialog import FairUseDialog
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from tests.features.grounds.outside import GroundsBlock


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, over: QWidget) -> FairUseDialog:
    made = FairUseDialog(desk, parent=over)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_least_served_stand_first(dialog: FairUseDialog, block: GroundsBlock) -> None:
    lines = [row.line for row in dialog.model.rows]
    assert len(lines) == 8
    assert [each.total for each in lines] == sorted(each.total for each in lines)
    assert {each.resident_id for each in lines[-2:]} == {block.a, block.b}
    assert dialog.said.text() == "Average 0.25 h, the dashed line; 6 had nothing at all"


def test_another_month_is_one_key_away_and_back(dialog: FairUseDialog) -> None:
    assert dialog.title.text() == "September 2026"
    dialog.earlier.click()
    assert dialog.title.text() == "August 2026"
    assert "Nobody was on the grounds" in dialog.said.text()
    dialog.now.click()
    assert dialog.title.text() == "September 2026"


def test_it_opens_on_the_month_that_is_asked_for(qtbot: QtBot, desk: Desk, over: QWidget) -> None:
    made = FairUseDialog(desk, date(2026, 1, 31), over)
    qtbot.addWidget(made)
    made.step(1)
    assert made.title.text() == "February 2026"


def test_enter_asks_for_the_card_and_closes(qtbot: QtBot, dialog: FairUseDialog) -> None:
    with qtbot.waitSignal(dialog.card_wanted) as wanted:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert wanted.args == [dialog.model.rows[0].line.resident_id]
    assert dialog.isHidden()


def test_printing_takes_the_month_on_show_and_gives_way(
    qtbot: QtBot, dialog: FairUseDialog
) -> None:
    dialog.step(-1)
    with qtbot.waitSignal(dialog.print_wanted) as wanted:
        dialog.print_button.click()
    assert wanted.args == [date(2026, 8, 1)]
    assert dialog.isHidden()


def test_seeing_everybodys_use_stands_in_the_log(
    dialog: FairUseDialog, block: GroundsBlock
) -> None:
    asked = LogFilter(subject=("resident-list", "fair-use"))
    assert {row.operation for row in block.store.read(log_rows, asked)} == {"consult"}

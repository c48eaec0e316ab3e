"""What features above print of a day stands among the roster's sheets, that of today on one key."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from openblock.features.accounts.rights import may
from openblock.features.roster.sheets_pdf import month_roster_pdf
from openblock.features.roster.ui.spec import tab_spec
from openblock.ui.desk import Desk
from openblock.ui.paper import PaperDialog
from openblock.ui.tab import SheetOffer
from tests.features.roster.roster_sheets import roster_sheet
from tests.features.roster.ui.conftest import TODAY


@pytest.fixture
def asked():
    """The days that a sheet was asked for."""
    return []


@pytest.fixture
def shown(block, asked, qtbot):
    """The tab as the app makes it, with one more sheet of a day."""

    def more(_desk: Desk, day: date) -> tuple[SheetOffer, ...]:
        asked.append(day)
        return (
            SheetOffer(
                key="of-the-day",
                title="Of the day",
                make=lambda imprint, _paper: month_roster_pdf(roster_sheet(2), imprint, "A4"),
                file_name="day",
            ),
        )

    desk = Desk(block.store, may=may)
    tab = tab_spec(more).make(desk)
    desk.setParent(tab)
    qtbot.addWidget(tab)
    tab.resize(1366, 660)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.activateWindow()
    tab.refresh()
    tab.focus_first()
    return tab


def test_the_month_roster_stays_the_usual_sheet_and_the_others_come_after_it(shown, asked):
    keys = [each.key for each in shown.sheets()]
    assert (keys[0], keys[-1]) == ("month-roster", "of-the-day")
    assert asked == [TODAY]


def test_the_day_is_that_of_the_cell_in_the_grid(shown, block, asked):
    shown.grid.go_to(block.kalns, date(2026, 11, 9))
    shown.sheets()
    assert asked == [date(2026, 11, 9)]


def test_one_key_offers_the_sheets_of_today_whatever_is_on_show(shown, asked, qtbot):
    shown.go_to({"day": "2026-03-01"})
    found = []

    def look():
        dialog = QApplication.activeModalWidget()
        found.append((type(dialog), dialog.choices.offer.key))
        dialog.reject()

    QTimer.singleShot(400, look)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(shown.grid.cells, Qt.Key.Key_P, modifiers)
    assert found == [(PaperDialog, "of-the-day")]
    assert asked[0] == TODAY


def test_without_more_sheets_the_key_does_nothing_and_the_roster_stands_alone(tab):
    keys = [each.key for each in tab.sheets()]
    assert keys[0] == "month-roster"
    assert "of-the-day" not in keys


def test_where_a_role_has_none_it_is_told_so_and_no_dialog_opens(block, qtbot):
    desk = Desk(block.store, may=may)
    tab = tab_spec(lambda _desk, _day: ()).make(desk)
    desk.setParent(tab)
    qtbot.addWidget(tab)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.refresh()
    said = []
    desk.said.connect(said.append)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(tab.grid.cells, Qt.Key.Key_P, modifiers)
    assert said == ["There is nothing to print on this tab."]

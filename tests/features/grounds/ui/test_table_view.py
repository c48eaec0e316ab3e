"""The table of bookings: sorted, searched, and with the keys of the calendar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openblock.features.grounds.ui.table_view import BookingTable
from openblock.ui.theme import apply
from tests.features.grounds.ui.calendar.invented import bookings

Key = Qt.Key


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> BookingTable:
    apply(qapp)
    made = BookingTable()
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.show_rows(bookings())
    return made


def shown(table: BookingTable) -> list[int]:
    proxy = table.table.proxy
    return [proxy.row_at(proxy.index(row, 0)).booking_id for row in range(proxy.rowCount())]


def test_it_opens_in_the_order_of_days_and_sorts_by_a_column(table: BookingTable) -> None:
    assert shown(table) == [1, 2, 3, 8, 4, 5, 6, 7]
    table.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    assert shown(table)[0] == 6


def test_what_was_chosen_stays_chosen_and_is_told_once(qtbot: QtBot, table: BookingTable) -> None:
    table.choose_booking(5)
    told: list[object] = []
    table.chosen_changed.connect(told.append)
    table.show_rows([row for row in bookings() if row.booking_id != 1])
    assert table.chosen().booking_id == 5
    assert [row.booking_id for row in told] == [5]


def test_the_search_takes_people_without_diacritics_and_says_when_nothing_is_like_that(
    table: BookingTable,
) -> None:
    table.search.setText("kalejs fooTBALL")
    assert set(shown(table)) == {1, 2, 4, 5, 6, 8}
    table.search.setText("nobody at all")
    assert not table.nothing.isHidden()
    assert table.nothing.text() == "No booking is like that."
    table.search.clear()
    table.show_rows(())
    assert table.nothing.text() == "Nothing is booked in these days."


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Key.Key_Delete, "cancel_wanted"), (Key.Key_Space, "tick_wanted"), (Key.Key_Return, "opened")],
)
def test_the_keys_of_the_calendar_work_on_a_line(
    qtbot: QtBot, table: BookingTable, key: Qt.Key, signal: str
) -> None:
    table.choose_booking(7)
    with qtbot.waitSignal(getattr(table, signal)) as told:
        qtbot.keyClick(table.table, key)
    assert told.args[0].booking_id == 7


def test_without_bookings_no_key_does_anything(qtbot: QtBot, table: BookingTable) -> None:
    table.show_rows(())
    with qtbot.assertNotEmitted(table.tick_wanted), qtbot.assertNotEmitted(table.opened):
        table.focus_first()
        for key in (Key.Key_Space, Key.Key_Return, Key.Key_Delete):
            qtbot.keyClick(table.table, key)
    assert table.chosen() is None

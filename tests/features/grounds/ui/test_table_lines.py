"""The columns of the table: read, sorted and toned as the calendar draws it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from openblock.errors import Problem
from openblock.features.grounds.rules.content import State
from openblock.features.grounds.ui.table_lines import booking_columns, found_by
from openblock.ui.table_model import Role, RowsTableModel
from tests.features.grounds.ui.calendar.invented import DAY, LOST, MONDAY, booking

ROW = booking(1, MONDAY, 600, 720)


@pytest.fixture
def model(qapp: QApplication) -> RowsTableModel:
    return RowsTableModel(booking_columns(), key=lambda row: row.booking_id, search=found_by)


def shown(model: RowsTableModel) -> list[str]:
    return [model.data(model.index(0, column)) for column in range(model.columnCount())]


def test_the_model_keeps_its_promises_while_rows_come_change_and_go(model: RowsTableModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    other = booking(2, MONDAY + DAY, 600, 660)
    model.set_rows((ROW, other))
    model.set_rows((replace(ROW, heads=3), other))
    model.set_rows((other,))
    model.set_rows(())
    assert model.rowCount() == 0


def test_a_line_reads_as_the_calendar_draws_it(model: RowsTableModel) -> None:
    model.set_rows((replace(ROW, state=State.FINISHED, equipment="two balls"),))
    assert shown(model) == [
        *("Mo 16 Nov", "10:00–12:00", "Sports field", "Football", "8/12", "Kalējs M."),
        *("✓ finished", "two balls"),
    ]


def test_what_is_wrong_stands_in_words_and_in_its_tone(model: RowsTableModel) -> None:
    model.set_rows((replace(ROW, lost=LOST, cause="rain"),))
    supervisor, remark = shown(model)[5], shown(model)[7]
    assert supervisor == "▲ no supervisor (Kalējs M.)"
    assert remark.startswith("Egle Inese")
    assert remark.endswith("· rain")
    bad = model.data(model.index(0, 7), Role.ForegroundRole)
    model.set_rows((replace(ROW, warnings=(Problem("guests-apart"),)),))
    assert model.data(model.index(0, 7), Role.ForegroundRole) != bad


def test_days_states_and_hours_sort_by_their_meaning() -> None:
    rows = [
        booking(1, MONDAY.replace(month=12), 540, 600, state=State.APPROVED),
        booking(2, MONDAY, 660, 720, state=State.CANCELLED),
        booking(3, MONDAY, 570, 600, state=State.REQUESTED, area="Ādaži"),
    ]
    columns = booking_columns()

    def order(place: int) -> list[int]:
        return [row.booking_id for row in sorted(rows, key=columns[place].sort)]

    assert order(0) == [3, 2, 1]
    assert order(1) == [1, 3, 2]
    assert order(2) == [3, 2, 1]
    assert order(6) == [3, 1, 2]

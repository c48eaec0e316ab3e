"""A closed month is corrected with hours more or fewer, on a day of it, and why."""

from __future__ import annotations

from datetime import date

import pytest

from openblock.features.roster.commands import CloseMonth, close_month
from openblock.features.roster.queries import month_state
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.ui.addendum_dialog import AddendumDialog
from tests.features.roster.ui.living import desk_of
from tests.features.roster.ui.posting import post

OCTOBER = date(2026, 10, 1)


@pytest.fixture
def desk(block):
    post(block.store, OCTOBER)
    seen = block.store.read(month_state, OCTOBER).number
    block.store.run(close_month, CloseMonth(OCTOBER, seen))
    return desk_of(block.store)


@pytest.fixture
def dialog(over, block, desk) -> AddendumDialog:
    made = AddendumDialog(desk, OCTOBER, block.kalns, date(2026, 10, 5), over)
    made.show()
    return made


def test_hours_fewer_are_kept_with_their_reason_and_undone(desk, block, dialog):
    dialog.form.fields["minutes"].editor.setText("-1:30")
    dialog.form.fields["reason"].set_value("left before the end")
    dialog.accept()
    (row,) = desk.read(time_sheet, OCTOBER).addenda
    assert (row.officer_id, row.minutes, row.night_minutes) == (block.kalns, -90, 0)
    desk.undo()
    assert desk.read(time_sheet, OCTOBER).addenda == ()


def test_nothing_more_and_a_day_of_another_month_are_refused_beside_their_fields(dialog):
    dialog.form.fields["day"].set_value(date(2026, 11, 5))
    dialog.form.fields["reason"].set_value("left before the end")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.fields["day"].problem()
    assert dialog.form.fields["minutes"].problem()


def test_hours_that_cannot_be_read_are_not_sent(desk, dialog):
    dialog.form.fields["minutes"].editor.setText("an hour")
    dialog.form.fields["reason"].set_value("left before the end")
    dialog.accept()
    assert "1:30" in dialog.form.fields["minutes"].problem()
    assert desk.read(time_sheet, OCTOBER).addenda == ()

"""A call-out is entered when it happens or afterwards, changed, and taken out again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from openblock import clock
from openblock.features.roster.queries.call_outs import call_outs
from openblock.features.roster.ui.call_out_dialog import CallOutDialog
from tests.features.roster.ui.living import desk_of, on


@pytest.fixture
def desk(block):
    return desk_of(block.store)


def stored(desk):
    return desk.read(call_outs, on(1), on(30))


def enter(desk, over, officer_id, start, end, reason="fire alarm") -> CallOutDialog:
    dialog = CallOutDialog(desk, officer_id, clock.day_of(start), parent=over)
    dialog.show()
    fields = dialog.form.fields
    fields["starts_at"].set_value(start)
    fields["ends_at"].set_value(end)
    fields["reason"].set_value(reason)
    dialog.accept()
    return dialog


def test_a_call_over_midnight_is_kept_and_undone(over, block, desk):
    dialog = enter(desk, over, block.kalns, clock.at(on(20), 1380), clock.at(on(21), 90))
    assert dialog.result() == QDialog.DialogCode.Accepted
    (row,) = stored(desk)
    assert (row.officer_id, row.reason) == (block.kalns, "fire alarm")
    desk.undo()
    assert stored(desk) == ()


def test_today_ends_now_and_what_is_wrong_stands_beside_its_field(over, block, desk):
    dialog = CallOutDialog(desk, block.kalns, on(22), parent=over)
    assert dialog.form.fields["ends_at"].value() == clock.now()
    dialog = enter(desk, over, block.kalns, clock.at(on(22), 700), clock.at(on(22), 690), "x")
    assert dialog.isVisible()
    assert dialog.form.fields["ends_at"].problem()
    assert dialog.form.fields["reason"].problem()
    assert dialog.form.fields["reason"].value() == "x"


def test_one_is_changed_and_one_entered_by_mistake_is_taken_out(over, block, desk):
    enter(desk, over, block.kalns, clock.at(on(20), 600), clock.at(on(20), 660))
    (row,) = stored(desk)
    dialog = CallOutDialog(desk, block.kalns, on(20), row, over)
    dialog.form.fields["ends_at"].set_value(clock.at(on(20), 720))
    dialog.accept()
    (row,) = stored(desk)
    assert row.ends_at == clock.at(on(20), 720)
    dialog = CallOutDialog(desk, block.kalns, on(20), row, over)
    dialog.remove_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert stored(desk) == ()
    dialog = CallOutDialog(desk, block.kalns, on(20), parent=over)
    assert dialog.remove_button.isHidden()


def test_what_somebody_else_saved_meanwhile_is_said_beside_yours(over, block, desk):
    enter(desk, over, block.kalns, clock.at(on(20), 600), clock.at(on(20), 660))
    (row,) = stored(desk)
    mine, theirs = (CallOutDialog(desk, block.kalns, on(20), row, over) for _ in range(2))
    theirs.form.fields["reason"].set_value("flooded cellar")
    theirs.accept()
    mine.show()
    mine.accept()
    assert mine.form.fields["reason"].problem() == "Theirs: flooded cellar"
    mine.accept()
    assert stored(desk)[0].reason == "fire alarm"

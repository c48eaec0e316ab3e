"""A month is closed once its totals were looked through, and only when it is over."""

from __future__ import annotations

from datetime import date

from openblock.features.roster.commands import CellEdit, ChangeCells, change_cells
from openblock.features.roster.queries import month_state
from openblock.features.roster.ui.close_dialog import CloseDialog
from tests.features.roster.ui.living import NOVEMBER, desk_of
from tests.features.roster.ui.posting import post

OCTOBER = date(2026, 10, 1)


def shown(over, desk, month: date) -> CloseDialog:
    made = CloseDialog(desk, month, over)
    made.show()
    return made


def test_a_draft_cannot_be_closed_and_says_why(over, block):
    dialog = shown(over, desk_of(block.store), OCTOBER)
    dialog.form.fields["seen"].set_value(True)
    assert not dialog.save_button.isEnabled()
    assert "October 2026" in dialog.trouble.text()


def test_a_month_that_runs_cannot_be_closed_yet(over, block):
    post(block.store)
    dialog = shown(over, desk_of(block.store), NOVEMBER)
    dialog.form.fields["seen"].set_value(True)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text()


def test_a_posted_month_that_is_over_closes_when_its_totals_are_ticked(over, block):
    edit = CellEdit(block.kalns, date(2026, 10, 5), "24")
    block.store.run(change_cells, ChangeCells((edit,)))
    post(block.store, OCTOBER)
    desk = desk_of(block.store)
    dialog = shown(over, desk, OCTOBER)
    assert "24 h worked, 8 h of them at night" in dialog.card.text()
    dialog.accept()
    assert dialog.isVisible()
    dialog.form.fields["seen"].set_value(True)
    dialog.accept()
    assert desk.read(month_state, OCTOBER).standing == "closed"
    desk.undo()
    assert desk.read(month_state, OCTOBER).standing == "published"

"""That a trainee did not come is entered with its reason."""

from __future__ import annotations

from openblock import clock
from openblock.features.shadowing.queries import confirming
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.ui.miss_dialog import MissDialog


def test_a_reason_is_needed_and_stays_with_it(qtbot, block, desk):
    seen = desk.read(confirming, block.done, clock.now())
    dialog = MissDialog(desk, seen)
    qtbot.addWidget(dialog)
    dialog.accept()
    assert dialog.form.fields["reason"].problem() == "Needed"
    dialog.form.fields["reason"].set_value("slims")
    dialog.accept()
    row = desk.read(confirming, block.done, clock.now()).row
    assert row.standing is Standing.MISSED
    assert row.settled.remark == "slims"
    assert desk.undo_label == "Balode Sintija, 18/03/2026: did not come"


def test_a_reason_of_four_letters_is_refused_beside_it(qtbot, block, desk):
    seen = desk.read(confirming, block.done, clock.now())
    dialog = MissDialog(desk, seen)
    qtbot.addWidget(dialog)
    dialog.form.fields["reason"].set_value("slim")
    dialog.accept()
    assert dialog.form.fields["reason"].problem()
    assert desk.read(confirming, block.done, clock.now()).row.standing is Standing.DONE

"""What has to be planned anew is listed, a few of many, and names are no markup."""

from __future__ import annotations

from dataclasses import replace

from openblock import clock
from openblock.features.shadowing.queries import confirming
from openblock.features.shadowing.ui.upset_list import UpsetList


def test_nothing_to_show_takes_no_room_and_many_end_in_a_number(qtbot, block, store):
    made = UpsetList()
    qtbot.addWidget(made)
    assert made.isHidden()
    row = store.read(confirming, block.next, clock.now()).row
    made.show_shifts([replace(row, mentor="O'Brien <b>&")] * 11)
    lines = made.lines.text().splitlines()
    assert lines[0] == "• 26 Mar 09:00–21:00, O'Brien <b>&"
    assert (len(lines), lines[-1]) == (9, "and 3 more")
    made.show_shifts(())
    assert made.isHidden()

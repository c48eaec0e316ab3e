"""Two officers swap a duty each by Enter, after both officers' days were shown."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openblock.features.roster.queries.exchanges import exchanges, open_exchanges
from openblock.features.roster.ui.swap_dialog import SwapDialog
from tests.features.roster.ui.conftest import Block
from tests.features.roster.ui.living import (
    NOVEMBER,
    code_of,
    desk_as,
    desk_of,
    duty_of,
    lay,
    on,
)


def shown(qtbot, over, desk, block: Block) -> SwapDialog:
    made = SwapDialog(desk, duty_of(desk, block.berzins, 24), over)
    with qtbot.waitExposed(made):
        made.open()
    return made


def test_enter_swaps_with_the_nearest_that_suits_and_undo_swaps_back(qtbot, over, block):
    lay(block.store, (block.berzins, 24), (block.ozols, 26), (block.kalns, 25))
    desk = desk_of(block.store)
    dialog = shown(qtbot, over, desk, block)
    dialog.list.choose((block.ozols, "2026-11-26"))
    assert dialog.days.lines[2] == ("Bērziņš Jānis, then", "·", "· ■", "·", "24 ■", "·")
    assert "Ozols Jānis has agreed" in dialog.agreed.text()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert [code_of(desk, block.ozols, day) for day in (24, 26)] == ["24", ""]
    assert [code_of(desk, block.berzins, day) for day in (24, 26)] == ["", "24"]
    (row,) = desk.read(exchanges, NOVEMBER, on(30))
    assert (row.state, row.agreed_by) == ("done", "Ozols Jānis")
    desk.undo()
    assert code_of(desk, block.berzins, 24) == "24"


def test_nobody_to_swap_with_is_said_and_nothing_can_be_sent(qtbot, over, block):
    lay(block.store, (block.berzins, 24))
    dialog = shown(qtbot, over, desk_of(block.store), block)
    assert dialog.nobody.isVisible()
    assert not dialog.days.isVisible()
    assert not dialog.save_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()


def test_who_does_not_plan_asks_the_colleague_for_the_swap(qtbot, over, block):
    lay(block.store, (block.berzins, 24), (block.ozols, 26))
    desk = desk_as(block.store, block.berzins)
    dialog = shown(qtbot, over, desk, block)
    assert "answers first" in dialog.agreed.text()
    # The lines of the form are laid out when the events are done.
    qtbot.wait(50)
    assert dialog.days.height() >= dialog.days.sizeHint().height()
    assert "5 characters" not in dialog.form.fields["reason"].editor.placeholderText()
    dialog.accept()
    (row,) = desk.read(open_exchanges)
    assert (row.other_id, row.other_day) == (block.ozols, on(26))
    assert code_of(desk, block.berzins, 24) == "24"

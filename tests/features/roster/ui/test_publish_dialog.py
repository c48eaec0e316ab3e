"""Enter posts a month after what is wrong with it was told; a block may forbid gaps."""

from __future__ import annotations

from PySide6.QtCore import Qt

from openblock.features.roster.commands import SaveMinimum, save_minimum
from openblock.features.roster.queries import month_state
from openblock.features.roster.rules import Minimum
from openblock.features.roster.ui.publish_dialog import PublishDialog
from tests.features.roster.ui.living import NOVEMBER, desk_of, lay
from tests.features.roster.ui.posting import post


def test_enter_posts_the_month_with_what_the_sheet_says_and_undo_takes_it_down(qtbot, over, block):
    lay(block.store, (block.kalns, 24))
    desk = desk_of(block.store)
    dialog = PublishDialog(desk, NOVEMBER, over)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert "version 1" in dialog.about.text()
    dialog.form.fields["reason"].set_value("approved by the head")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    state = desk.read(month_state, NOVEMBER)
    assert (state.standing, state.posted) == ("published", 1)
    desk.undo()
    assert desk.read(month_state, NOVEMBER).standing == "draft"


def test_hours_short_of_officers_are_told_by_day(qtbot, over, block):
    lay(block.store, (block.kalns, 24))
    block.store.run(save_minimum, SaveMinimum(Minimum("Day", 540, 1080, 2)))
    dialog = PublishDialog(desk_of(block.store), NOVEMBER, over)
    assert "Short of officers on 30 days" in dialog.card.text()
    assert "1 Nov–23 Nov: 09:00–18:00: 0 on duty, 2 needed." in dialog.card.text()
    assert "24 Nov: 09:00–18:00: 1 on duty, 2 needed." in dialog.card.text()


def test_a_month_that_somebody_posted_meanwhile_is_looked_at_again(qtbot, over, block):
    desk = desk_of(block.store)
    dialog = PublishDialog(desk, NOVEMBER, over)
    dialog.show()
    post(block.store)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.trouble.text()
    assert "version 2" in dialog.about.text()

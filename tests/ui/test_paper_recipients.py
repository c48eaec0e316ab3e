"""Whom the paper dialog proposes as recipient, and that each copy is a look of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from openblock.storage.store import Consultation
from openblock.ui.paper import PaperDialog
from tests.ui.conftest import offer


def test_the_notice_board_is_proposed_for_what_hangs_there_and_for_no_person_s_own_sheet(
    desk, qtbot
):
    own = offer(key="extract", title="Extract", recipient="")
    handed = offer(key="shift", title="Shift", recipient="Anna Bērziņa")
    dialog = PaperDialog(desk, (offer(), own, handed))
    qtbot.addWidget(dialog)
    recipient = dialog.choices.purpose.recipient
    assert recipient.text() == "Notice board of the block"
    dialog.choices.choose("extract")
    assert (recipient.text(), dialog.save_button.isEnabled()) == ("", False)
    dialog.choices.choose("shift")
    assert (recipient.text(), dialog.save_button.isEnabled()) == ("Anna Bērziņa", True)
    recipient.setText("Priekšnieks")
    dialog.choices.choose("extract")
    assert recipient.text() == "Priekšnieks"


def test_a_sheet_somebody_has_to_be_named_for_begins_with_the_name(desk, qtbot):
    dialog = PaperDialog(desk, (offer(recipient=""),))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.choices.purpose.recipient)


def test_each_copy_of_one_sheet_that_is_looked_at_is_logged(desk, qtbot):
    duty = offer(number="1-D", title="Duty", consultation=Consultation("roster", "1-D"))
    dialog = PaperDialog(desk, (offer(number="1"), duty))
    qtbot.addWidget(dialog)
    before = desk.store.head().number
    dialog.choices.sheet.setCurrentIndex(1)
    assert desk.store.head().number == before + 1
    dialog.choices.sheet.setCurrentIndex(0)
    assert desk.store.head().number == before + 1

"""The best substitute is chosen already, and Enter puts them in; who does not plan asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from openblock.features.roster.queries.exchanges import exchanges, open_exchanges
from openblock.features.roster.ui.substitute_dialog import SubstituteDialog
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


@pytest.fixture
def laid(block: Block) -> Block:
    """Bērziņš has the 24th; Kalns comes off duty as it begins, Ozols is free."""
    lay(block.store, (block.berzins, 24), (block.kalns, 23))
    return block


@pytest.fixture
def dialog(qtbot, over, laid: Block) -> SubstituteDialog:
    desk = desk_of(laid.store)
    made = SubstituteDialog(desk, duty_of(desk, laid.berzins, 24), over)
    with qtbot.waitExposed(made):
        made.open()
    return made


def kept(desk) -> list:
    return list(desk.read(exchanges, NOVEMBER, on(30)))


def test_enter_puts_the_best_one_in_and_undo_takes_it_back(qtbot, laid, dialog):
    desk = dialog.desk
    assert dialog.list.hasFocus()
    assert dialog.chosen == laid.ozols
    assert "No duty that day." in dialog.list.line().reasons
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert code_of(desk, laid.ozols, 24) == "24"
    assert code_of(desk, laid.berzins, 24) == ""
    (row,) = kept(desk)
    assert (row.asked_by, row.agreed_by) == ("Bērziņš Jānis", "")
    desk.undo()
    assert code_of(desk, laid.berzins, 24) == "24"
    assert kept(desk) == []


def test_who_asked_and_that_the_substitute_agreed_is_kept(laid, dialog):
    desk = dialog.desk
    dialog.form.fields["asked_by"].set_value("Kalns, by telephone")
    dialog.form.fields["agreed"].set_value(True)
    dialog.accept()
    (row,) = kept(desk)
    assert (row.asked_by, row.agreed_by) == ("Kalns, by telephone", "Ozols Jānis")


def test_why_a_field_is_refused_can_be_read_without_scrolling(qtbot, laid, dialog):
    dialog.list.choose(laid.kalns)
    # The lines of fields are laid out when the events are done.
    qtbot.wait(50)
    dialog.accept()
    assert dialog.form.fields["reason"].problem()
    qtbot.wait(50)
    assert dialog.area.verticalScrollBar().maximum() == 0


def test_a_warning_of_the_chosen_one_asks_why_before_and_nothing_typed_is_lost(qtbot, laid, dialog):
    desk = dialog.desk
    reason = dialog.form.fields["reason"]
    assert not reason.isVisibleTo(dialog)
    dialog.list.choose(laid.kalns)
    assert "rest 0 h" in dialog.list.line().warning.replace("\N{NO-BREAK SPACE}", " ")
    assert reason.isVisibleTo(dialog)
    dialog.form.fields["asked_by"].set_value("Bērziņš")
    dialog.accept()
    assert dialog.isVisible()
    assert reason.problem()
    assert dialog.form.fields["asked_by"].value() == "Bērziņš"
    reason.set_value("nobody else lives near")
    dialog.accept()
    assert code_of(desk, laid.kalns, 24) == "24"


def test_who_cannot_have_it_is_listed_with_why_and_cannot_be_put_in(over, block):
    lay(block.store, (block.berzins, 24), (block.ozols, 24))
    desk = desk_of(block.store)
    made = SubstituteDialog(desk, duty_of(desk, block.berzins, 24), over)
    made.list.choose(block.ozols)
    assert not made.save_button.isEnabled()
    made.accept()
    assert made.result() != QDialog.DialogCode.Accepted
    line = made.list.line()
    assert line is not None
    assert line.sign
    assert "24 Nov" in line.reasons


def test_who_does_not_plan_asks_a_colleague_and_the_duty_stays_for_now(over, laid):
    desk = desk_as(laid.store, laid.berzins)
    made = SubstituteDialog(desk, duty_of(desk, laid.berzins, 24), over)
    assert made.save_button.text() == "Ask"
    assert "asked_by" not in made.form.fields
    made.form.fields["reason"].set_value("exam that day")
    made.list.choose(laid.ozols)
    made.accept()
    (row,) = desk.read(open_exchanges)
    assert (row.state, row.other_id, row.reason) == ("asked", laid.ozols, "exam that day")
    assert code_of(desk, laid.berzins, 24) == "24"


def test_what_is_chosen_and_typed_outlives_a_lock(over, laid, dialog):
    dialog.list.choose(laid.kalns)
    dialog.form.fields["reason"].set_value("nobody else lives near")
    typed = dialog.typed()
    again = SubstituteDialog(dialog.desk, dialog.duty, over)
    again.type_in(typed)
    assert again.chosen == laid.kalns
    assert again.form.fields["reason"].value() == "nobody else lives near"

"""An administrator says which account is a trainee's own (TR-15)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.accounts.queries import accounts
from openblock.features.shadowing.queries import trainees
from openblock.features.shadowing.ui.link_dialog import LinkDialog
from tests.features.shadowing.practising import ELINA


def row_of(desk, number):
    return next(each for each in desk.read(trainees) if each.trainee_id == number)


@pytest.fixture
def over(qtbot) -> QWidget:
    """What the forms are opened over; they are gone as soon as they are closed."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(over, desk, number) -> LinkDialog:
    dialog = LinkDialog(desk, row_of(desk, number), over)
    dialog.open()
    return dialog


def offered(dialog: LinkDialog) -> list[str]:
    choice = dialog.form.fields["account"].editor
    return [choice.itemText(place) for place in range(choice.count())]


def test_accounts_of_officers_and_of_other_trainees_are_not_offered(over, block, desk):
    assert offered(opened(over, desk, block.arturs)) == ["no account"]
    dialog = opened(over, desk, block.elina)
    assert offered(dialog) == ["no account", "Zariņa Elīna"]
    assert dialog.form.fields["account"].value() == ELINA


def test_a_trainee_gets_an_account_and_loses_it_again(over, block, desk):
    block.store.run(add_account, AddAccount("slot-4", "Kalniņš Artūrs", "trainee", "lv"))
    number = next(each.account_id for each in desk.read(accounts) if each.name == "Kalniņš Artūrs")
    dialog = opened(over, desk, block.arturs)
    dialog.form.fields["account"].set_value(number)
    dialog.accept()
    assert row_of(desk, block.arturs).account_id == number
    dialog = opened(over, desk, block.arturs)
    dialog.form.fields["account"].set_value(None)
    dialog.accept()
    assert row_of(desk, block.arturs).account_id is None
    desk.undo()
    assert row_of(desk, block.arturs).account_id == number

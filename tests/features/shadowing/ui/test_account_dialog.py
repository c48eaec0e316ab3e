"""A trainee is given an account of the role trainee that nobody else has, or none (TR-15)."""

from __future__ import annotations

import pytest

from openblock.features.accounts.commands import AddAccount, add_account
from openblock.features.shadowing.queries import trainees
from openblock.features.shadowing.ui.account_dialog import AccountDialog
from tests.features.shadowing.practising import ELINA


@pytest.fixture
def form(qtbot, block, desk):
    def show(trainee_id: int) -> AccountDialog:
        rows = {row.trainee_id: row for row in block.store.read(trainees)}
        dialog = AccountDialog(desk, rows[trainee_id])
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def offered(dialog: AccountDialog) -> list[str]:
    choice = dialog.form.fields["account_id"].editor
    return [choice.itemText(place) for place in range(choice.count())]


def account_of(block, trainee_id):
    rows = block.store.read(trainees)
    return next(row.account_id for row in rows if row.trainee_id == trainee_id)


def test_only_accounts_of_trainees_that_nobody_has_are_offered(block, form):
    number = block.store.run(
        add_account, AddAccount("slot-9", "Kalniņš Artūrs", "trainee", "en")
    ).value
    dialog = form(block.arturs)
    assert offered(dialog) == ["no account", "Kalniņš Artūrs"]
    dialog.form.fields["account_id"].set_value(number)
    dialog.save_button.click()
    assert account_of(block, block.arturs) == number
    assert not dialog.isVisible()


def test_the_account_a_trainee_has_stays_on_offer_and_can_be_taken_back(block, form, desk):
    dialog = form(block.elina)
    assert offered(dialog) == ["no account", "Zariņa Elīna"]
    assert dialog.form.fields["account_id"].value() == ELINA
    dialog.form.fields["account_id"].set_value(None)
    dialog.accept()
    assert account_of(block, block.elina) is None
    desk.undo()
    assert account_of(block, block.elina) == ELINA

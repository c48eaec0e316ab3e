"""People and roles: refusals beside the field, nothing lost, no one shut out by mistake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from openblock.features.accounts import queries
from openblock.features.accounts.rights import may
from openblock.features.accounts.ui.people_dialog import PeopleDialog
from openblock.features.accounts.ui.people_forms import NewPersonPane
from openblock.features.accounts.ui.recovery_card import RecoveryCard
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from tests.features.accounts.acting import NEW, click


def accounts(desk):
    return {row.name: row for row in desk.read(queries.accounts)}


def pane_of(dialog):
    return dialog.pages.currentWidget()


def test_the_list_shows_who_may_sign_in_and_looking_at_it_is_logged(andris, desk, show_dialog):
    dialog = show_dialog(PeopleDialog)
    shown = [dialog.view.proxy.index(row, 0).data() for row in range(2)]
    assert shown == ["Anna Bērziņa", "Bērziņš Andris"]
    (row,) = desk.read(queries.log_rows, LogFilter(operation="consult"))
    assert row.subjects == (("accounts", "all"),)


def test_a_new_person_is_added_by_keyboard(desk, show_dialog, qtbot):
    dialog = show_dialog(PeopleDialog)
    click(dialog, "Add")
    qtbot.keyClicks(dialog.focusWidget(), "O'Brien <b>")
    pane = pane_of(dialog)
    pane.form.fill({"role": "auditor"})
    pane.passwords.fill({"password": NEW, "again": NEW})
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    added = accounts(desk)["O'Brien <b>"]
    assert (added.role, added.must_change_password) == ("auditor", True)
    assert pane_of(dialog) is not pane
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "anna bērziņa"}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"password": "short"}, "password"),
        ({"again": "something else"}, "again"),
    ],
)
def test_a_refused_person_keeps_everything_typed_and_says_why_beside_the_field(
    desk, show_dialog, typed, field
):
    dialog = show_dialog(PeopleDialog)
    dialog.add()
    pane = pane_of(dialog)
    both = {"name": "Bērziņš Andris", "password": NEW, "again": NEW, **typed}
    pane.form.fill({"name": both["name"]})
    pane.passwords.fill({"password": both["password"], "again": both["again"]})
    pane.confirm()
    shown = pane.form.fields.get(field) or pane.passwords.fields[field]
    assert shown.problem()
    assert pane.form.fields["name"].value() == both["name"]
    assert pane.passwords.password == both["password"]
    assert list(accounts(desk)) == ["Anna Bērziņa"]


def test_name_and_role_are_changed_together(andris, desk, show_dialog):
    dialog = show_dialog(PeopleDialog)
    dialog.view.choose(andris)
    dialog.change()
    pane_of(dialog).form.fill({"name": "Bērziņš-Kalns Andris", "role": "senior_officer"})
    pane_of(dialog).confirm()
    assert accounts(desk)["Bērziņš-Kalns Andris"].role == "senior_officer"
    assert dialog.chosen.account_id == andris


def test_the_last_administrator_cannot_be_made_anything_else(desk, show_dialog):
    dialog = show_dialog(PeopleDialog)
    dialog.change()
    pane = pane_of(dialog)
    pane.form.fill({"role": "trainee"})
    assert "roster only" in " ".join(each.text() for each in pane.findChildren(type(pane.refusal)))
    pane.confirm()
    assert "last administrator" in pane.form.fields["role"].problem()
    dialog.back()
    dialog.dismiss()
    pane_of(dialog).yes.click()
    assert "last administrator" in dialog.refusal.text()
    assert accounts(desk)["Anna Bērziņa"].active


def test_a_leaver_is_asked_about_first_and_can_return(andris, desk, show_dialog, qtbot):
    dialog = show_dialog(PeopleDialog)
    dialog.view.choose(andris)
    dialog.dismiss()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert accounts(desk)["Bērziņš Andris"].active
    dialog.dismiss()
    pane_of(dialog).yes.click()
    assert not accounts(desk)["Bērziņš Andris"].active
    assert dialog.chosen.account_id == andris
    click(dialog, "Let sign in again")
    pane_of(dialog).form.fill({"password": NEW, "again": NEW})
    pane_of(dialog).confirm()
    assert accounts(desk)["Bērziņš Andris"].active


def test_a_new_password_is_given_and_refused_beside_its_field(andris, desk, show_dialog):
    dialog = show_dialog(PeopleDialog)
    dialog.view.choose(andris)
    dialog.give_password()
    pane = pane_of(dialog)
    pane.form.fill({"password": "short", "again": "short"})
    pane.confirm()
    assert pane.form.fields["password"].problem()
    pane.form.fill({"password": "cita parole te", "again": "cita parole te"})
    pane.confirm()
    assert pane_of(dialog) is not pane
    rows = desk.read(queries.log_rows, LogFilter(operation="accounts.note_password_given"))
    assert len(rows) == 1


def test_a_new_recovery_key_must_be_typed_back_and_esc_does_not_lose_it(
    block, desk, show_dialog, qtbot
):
    dialog = show_dialog(PeopleDialog)
    click(dialog, "New recovery key")
    card = pane_of(dialog)
    assert isinstance(card, RecoveryCard)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert pane_of(dialog) is card
    for number in card.asked:
        card.form.fill({f"group{number}": card.groups[number - 1]})
    card.confirm()
    assert pane_of(dialog) is not card
    block.entrance.recover("-".join(card.groups)).store.close()


def test_the_list_is_searched_without_diacritics(andris, show_dialog):
    dialog = show_dialog(PeopleDialog)
    dialog.search.setText("berzins")
    assert dialog.view.proxy.rowCount() == 1


def test_an_auditor_sees_the_people_and_changes_none(store_as, block, qtbot):
    desk = Desk(store_as("auditor"), may=may)
    dialog = PeopleDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.model.rowCount() == 1
    visible = {each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()}
    assert visible & {"Add", "Name and role", "New password", "Take away"} == set()
    desk.close()


def test_a_half_typed_person_survives_the_lock_without_its_password(desk, show_dialog):
    dialog = show_dialog(PeopleDialog)
    dialog.add()
    pane_of(dialog).form.fill({"name": "Bērziņš An", "role": "auditor"})
    pane_of(dialog).passwords.fill({"password": NEW})
    dialog.keep_draft()
    dialog.reject()
    assert not dialog.isVisible()
    again = show_dialog(PeopleDialog)
    pane = pane_of(again)
    assert isinstance(pane, NewPersonPane)
    assert pane.form.values()["name"] == "Bērziņš An"
    assert pane.form.values()["role"] == "auditor"
    assert pane.passwords.password == ""
    pane.leave()
    assert desk.read(queries.own_draft, 1, "accounts.person") is None

"""Beneath an officer's card stands which account is the officer's; an administrator sets it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from openblock.features.accounts.commands import (
    AddAccount,
    DeactivateAccount,
    add_account,
    deactivate_account,
)
from openblock.features.accounts.rights import may
from openblock.features.staff.commands import LinkOfficer, link_officer
from openblock.features.staff.queries import officer_account
from openblock.features.staff.ui.tab import StaffTab
from openblock.ui.desk import Desk
from tests.features.staff.officers import add

Key = Qt.Key


@pytest.fixture
def numbers(store):
    """Two officers, and accounts of two officers and a trainee beside the administrator's."""
    made = {"berz": add(store, "A-1"), "ozol": add(store, "A-2", surname="Ozolzars", team=2)}
    for name, role in (("Jānis B.", "duty_officer"), ("Ozola", "senior_officer"), ("E", "trainee")):
        made[name] = store.run(add_account, AddAccount(f"slot {name}", name, role, "lv")).value
    return made


def tab_of(qtbot, desk):
    made = StaffTab(desk)
    qtbot.addWidget(made)
    desk.changed.connect(lambda tables: made.refresh() if tables & made.tables else None)
    made.resize(1366, 660)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def tab(qtbot, desk, numbers):
    made = tab_of(qtbot, desk)
    made.list.choose(numbers["berz"])
    return made


def options(tab):
    editor = tab.account.field.editor
    return [editor.itemText(place) for place in range(editor.count())]


def choose(qtbot, tab, words):
    qtbot.mouseClick(tab.account.change_button, Qt.MouseButton.LeftButton)
    tab.account.field.editor.setCurrentText(words)


def test_an_administrator_links_an_account_and_undo_takes_it_back(qtbot, tab, store, numbers):
    said = []
    tab.desk.said.connect(said.append)
    assert tab.account.said.text() == "no account"
    choose(qtbot, tab, "Jānis B.")
    qtbot.keyClick(tab.account.field.editor, Key.Key_Return)
    assert store.read(officer_account, numbers["berz"]) == numbers["Jānis B."]
    assert (tab.account.said.text(), tab.account.choosing) == ("Jānis B.", False)
    assert said == ["Bērzgrauds Jānis signs in as Jānis B."]
    tab.desk.undo()
    assert store.read(officer_account, numbers["berz"]) is None
    assert tab.account.said.text() == "no account"


def test_an_account_is_taken_away_again(qtbot, tab, store, numbers):
    store.run(link_officer, LinkOfficer(numbers["berz"], numbers["Ozola"]))
    assert tab.account.said.text() == "Ozola"
    choose(qtbot, tab, "no account")
    tab.account.save_button.click()
    assert store.read(officer_account, numbers["berz"]) is None
    assert tab.desk.undo_label == "Bērzgrauds Jānis has no account"


def test_accounts_of_trainees_and_of_people_who_left_are_not_offered(qtbot, tab, store, numbers):
    store.run(link_officer, LinkOfficer(numbers["berz"], numbers["Jānis B."]))
    for number in (numbers["Jānis B."], numbers["Ozola"]):
        store.run(deactivate_account, DeactivateAccount(number))
    tab.account.choose()
    assert options(tab) == ["no account", "Anna Bērziņa", "Jānis B."]
    assert tab.account.field.value() == numbers["Jānis B."]


def test_an_account_of_somebody_else_is_refused_beside_it_and_the_choice_stays(
    qtbot, tab, store, numbers
):
    store.run(link_officer, LinkOfficer(numbers["ozol"], numbers["Ozola"]))
    choose(qtbot, tab, "Ozola")
    qtbot.keyClick(tab.account.field.editor, Key.Key_Return)
    assert "Ozolzars Jānis signs in with this account" in tab.account.field.problem()
    assert tab.account.choosing
    assert tab.account.field.editor.currentText() == "Ozola"
    assert store.read(officer_account, numbers["berz"]) is None


def test_escape_and_an_unchanged_choice_write_nothing(qtbot, tab, store, numbers):
    choose(qtbot, tab, "Ozola")
    qtbot.keyClick(tab.account.field.editor, Key.Key_Escape)
    assert not tab.account.choosing
    before = store.head()
    tab.account.choose()
    qtbot.keyClick(tab.account.field.editor, Key.Key_Return)
    assert not tab.account.choosing
    assert store.head() == before


def test_what_another_administrator_set_meanwhile_is_not_written_over(qtbot, tab, store, numbers):
    refused = []
    tab.desk.refused.connect(refused.append)
    choose(qtbot, tab, "Ozola")
    tab.desk.blockSignals(True)
    store.run(link_officer, LinkOfficer(numbers["berz"], numbers["Jānis B."]))
    tab.desk.blockSignals(False)
    tab.account.save()
    assert [each.code for each in refused] == ["officers-changed-meanwhile"]
    assert tab.account.said.text() == "Jānis B."


def test_another_change_does_not_close_what_is_being_chosen_but_another_officer_does(
    qtbot, tab, store, numbers
):
    choose(qtbot, tab, "Ozola")
    store.run(link_officer, LinkOfficer(numbers["ozol"], numbers["Jānis B."]))
    assert tab.account.choosing
    assert tab.account.field.editor.currentText() == "Ozola"
    tab.list.choose(numbers["ozol"])
    assert (tab.account.choosing, tab.account.said.text()) == (False, "Jānis B.")


def test_a_new_officers_card_has_no_account_yet(tab):
    assert tab.account.isVisible()
    tab.add()
    assert not tab.account.isVisible()


def test_the_card_half_typed_keeps_the_account_of_whom_it_is_about(qtbot, tab, store, numbers):
    tab.card.form.fields["phone"].set_value("6000 0001")
    store.run(link_officer, LinkOfficer(numbers["berz"], numbers["Jānis B."]))
    assert tab.card.dirty
    assert tab.account.said.text() == "Jānis B."


@pytest.mark.parametrize(("role", "shown"), [("auditor", True), ("senior_officer", False)])
def test_sec_01_others_see_it_as_far_as_they_may_and_set_nothing(
    qtbot, store_as, numbers, role, shown
):
    desk = Desk(store_as(role), may=may)
    made = tab_of(qtbot, desk)
    made.list.choose(numbers["berz"])
    assert made.account.isVisible() is shown
    assert not made.account.change_button.isVisible()
    desk.close()

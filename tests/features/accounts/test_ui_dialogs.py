"""People and roles, settings, own password: they refuse beside the field and lose nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QTableView, QWidget

from openblock.features.accounts import commands, queries
from openblock.features.accounts.rights import Role, may
from openblock.features.accounts.rules.settings import SETTINGS
from openblock.features.accounts.ui.menu import menu_entries
from openblock.features.accounts.ui.password_dialog import PasswordDialog
from openblock.features.accounts.ui.people_dialog import PeopleDialog
from openblock.features.accounts.ui.people_forms import NewPersonPane
from openblock.features.accounts.ui.recovery_card import RecoveryCard
from openblock.features.accounts.ui.role_words import role_choices, role_explained, role_words
from openblock.features.accounts.ui.settings_dialog import SettingsDialog, default_words
from openblock.storage import keys
from openblock.storage.log import LogFilter
from openblock.ui.desk import Desk
from openblock.ui.theme import apply
from tests.conftest import CHEAP, PASSWORD

NEW = "trīs zaļi kaķi"


@pytest.fixture
def desk(anna, qapp):
    apply(qapp, "light", 100)
    made = Desk(anna, may=may)
    yield made
    made.close()


@pytest.fixture
def andris(anna):
    slot = keys.add_slot(anna.path, anna.dek, "Bērziņš Andris", NEW, cost=CHEAP)
    request = commands.AddAccount(slot.slot_id, "Bērziņš Andris", "duty_officer", "lv")
    return anna.run(commands.add_account, request).value


@pytest.fixture
def show(desk, qtbot):
    def go(kind):
        dialog = kind(desk)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return go


def accounts(desk):
    return {row.name: row for row in desk.read(queries.accounts)}


def pane_of(dialog):
    return dialog.pages.currentWidget()


def click(dialog, text):
    buttons = [each for each in dialog.findChildren(QAbstractButton) if each.text() == text]
    (button,) = [each for each in buttons if each.isVisible()]
    button.click()


# People and roles


def test_the_list_shows_who_may_sign_in_and_looking_at_it_is_logged(andris, desk, show):
    dialog = show(PeopleDialog)
    shown = [dialog.view.proxy.index(row, 0).data() for row in range(2)]
    assert shown == ["Anna Bērziņa", "Bērziņš Andris"]
    (row,) = desk.read(queries.log_rows, LogFilter(operation="consult"))
    assert row.subjects == (("accounts", "all"),)


def test_a_new_person_is_added_by_keyboard(desk, show, qtbot):
    dialog = show(PeopleDialog)
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
    desk, show, typed, field
):
    dialog = show(PeopleDialog)
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


def test_name_and_role_are_changed_together(andris, desk, show):
    dialog = show(PeopleDialog)
    dialog.view.choose(andris)
    dialog.change()
    pane_of(dialog).form.fill({"name": "Bērziņš-Kalns Andris", "role": "senior_officer"})
    pane_of(dialog).confirm()
    assert accounts(desk)["Bērziņš-Kalns Andris"].role == "senior_officer"
    assert dialog.chosen.account_id == andris


def test_the_last_administrator_cannot_be_made_anything_else(desk, show):
    dialog = show(PeopleDialog)
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


def test_a_leaver_is_asked_about_first_and_can_return(andris, desk, show, qtbot):
    dialog = show(PeopleDialog)
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


def test_a_new_password_is_given_and_refused_beside_its_field(andris, desk, show):
    dialog = show(PeopleDialog)
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


def test_a_new_recovery_key_must_be_typed_back_and_esc_does_not_lose_it(block, desk, show, qtbot):
    dialog = show(PeopleDialog)
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


def test_the_list_is_searched_without_diacritics(andris, show):
    dialog = show(PeopleDialog)
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


def test_a_half_typed_person_survives_the_lock_without_its_password(desk, show):
    dialog = show(PeopleDialog)
    dialog.add()
    pane_of(dialog).form.fill({"name": "Bērziņš An", "role": "auditor"})
    pane_of(dialog).passwords.fill({"password": NEW})
    dialog.keep_draft()
    dialog.reject()
    assert not dialog.isVisible()
    again = show(PeopleDialog)
    pane = pane_of(again)
    assert isinstance(pane, NewPersonPane)
    assert pane.form.values()["name"] == "Bērziņš An"
    assert pane.form.values()["role"] == "auditor"
    assert pane.passwords.password == ""
    pane.leave()
    assert desk.read(queries.own_draft, 1, "accounts.person") is None


# Settings


def test_only_changed_settings_are_saved_each_with_its_own_row_in_the_log(desk, show, qtbot):
    dialog = show(SettingsDialog)
    dialog.form.fill({"idle_minutes": 9, "shift_start": 480})
    dialog.form.fields["block_name"].setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    rows = desk.read(queries.log_rows, LogFilter(operation="accounts.change_setting"))
    assert {row.subjects[0][1] for row in rows} == {"idle_minutes", "shift_start"}
    assert desk.read(queries.settings)["idle_minutes"] == 9
    desk.undo()
    desk.undo()
    assert desk.read(queries.settings)["idle_minutes"] == 5


@pytest.mark.parametrize(
    ("key", "value"), [("block_name", "  "), ("block_name", "x" * 81), ("shift_start", None)]
)
def test_a_bad_setting_is_told_beside_its_field_and_nothing_is_saved(desk, show, key, value):
    dialog = show(SettingsDialog)
    dialog.form.fill({"idle_minutes": 9, key: value})
    if value is None:
        dialog.form.fields[key].editor.setText("25:99")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.fields[key].problem()
    assert desk.read(queries.settings)["idle_minutes"] == 5


def test_whether_names_are_listed_reaches_the_door(block, show):
    dialog = show(SettingsDialog)
    dialog.form.fill({"list_names": False})
    dialog.save()
    assert not block.entrance.lists_names()


def test_a_setting_somebody_else_changed_meanwhile_is_not_overwritten(desk, show):
    dialog = show(SettingsDialog)
    desk.store.run(commands.change_setting, commands.ChangeSetting("block_name", "Theirs"))
    dialog.form.fill({"block_name": "Ours"})
    dialog.save()
    assert dialog.isVisible()
    assert dialog.refusal.text()
    assert dialog.form.values()["block_name"] == "Ours"
    assert desk.read(queries.settings)["block_name"] == "Theirs"


def test_half_changed_settings_survive_the_lock(desk, show):
    dialog = show(SettingsDialog)
    dialog.form.fill({"block_name": "Half a na"})
    dialog.keep_draft()
    dialog.reject()
    again = show(SettingsDialog)
    assert again.form.values()["block_name"] == "Half a na"
    again.reject()
    assert desk.read(queries.own_draft, 1, "accounts.settings") is None


def test_every_setting_tells_its_default_and_where_it_comes_from(qapp):
    told = {key: default_words(setting) for key, setting in SETTINGS.items()}
    assert told["idle_minutes"] == "Default: 5 minutes (SEC-06)"
    assert told["shift_start"] == "Default: 09:00"
    assert told["list_names"] == "Default: yes"
    assert told["block_name"] == ""


# The own password


def test_the_own_password_is_changed_by_keyboard(desk, show, qtbot, block):
    dialog = show(PasswordDialog)
    for text in (PASSWORD, "three green cats", "three green cats"):
        qtbot.keyClicks(dialog.focusWidget(), text)
        last = dialog.focusWidget() is dialog.form.fields["again"].editor
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return if last else Qt.Key.Key_Tab)
    assert not dialog.isVisible()
    block.entrance.sign_in(block.slot_id, "three green cats").store.close()


def test_a_wrong_present_password_is_told_beside_it_and_nothing_is_lost(show):
    dialog = show(PasswordDialog)
    dialog.current.fill({"current": "not this one"})
    dialog.form.fill({"password": NEW, "again": NEW})
    dialog.save()
    assert dialog.current.fields["current"].problem()
    assert dialog.form.password == NEW
    dialog.form.fill({"password": "short"})
    dialog.save()
    assert dialog.form.fields["password"].problem()


def test_esc_leaves_the_password_dialog(show, qtbot):
    dialog = show(PasswordDialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# All of them


@pytest.mark.parametrize("kind", [PeopleDialog, SettingsDialog, PasswordDialog])
def test_every_control_of_a_dialog_has_an_accessible_name(show, kind):
    dialog = show(kind)
    controls = [
        each
        for each in dialog.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit | QComboBox | QTableView)
        and each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.objectName() != "qt_spinbox_lineedit"
    ]
    assert controls
    assert [each for each in controls if not (each.accessibleName() or _text(each))] == []


def _text(widget):
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def test_the_menu_offers_each_role_only_what_it_may_open():
    offered = {
        role: {
            each.key for each in menu_entries() if not each.operation or may(role, each.operation)
        }
        for role in Role
    }
    assert offered[Role.ADMINISTRATOR] == {"password", "people", "settings", "log"}
    assert offered[Role.AUDITOR] == {"password", "people", "log"}
    assert offered[Role.DUTY_OFFICER] == offered[Role.TRAINEE] == {"password"}


def test_every_menu_line_opens_its_dialog(desk, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    for entry in menu_entries():
        assert entry.title()
        entry.open(desk, parent)
    dialogs = parent.findChildren(QDialog)
    assert len(dialogs) == 4
    for dialog in dialogs:
        dialog.close()


def test_every_role_has_a_name_and_says_what_it_is_for():
    assert [value for value, _words in role_choices()] == list(Role)
    assert len({role_words(role) for role in Role}) == len(Role)
    assert all(role_explained(role) for role in Role)
    assert role_words("wizard") == "wizard"
    assert role_explained("wizard") == ""

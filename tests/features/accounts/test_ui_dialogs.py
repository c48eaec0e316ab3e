"""What holds for every dialog of accounts, and the menu that opens them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QTableView, QWidget

from openblock.features.accounts.rights import Role, may
from openblock.features.accounts.ui.menu import menu_entries
from openblock.features.accounts.ui.password_dialog import PasswordDialog
from openblock.features.accounts.ui.people_dialog import PeopleDialog
from openblock.features.accounts.ui.role_words import role_choices, role_explained
from openblock.features.accounts.ui.settings_dialog import SettingsDialog


@pytest.mark.parametrize("kind", [PeopleDialog, SettingsDialog, PasswordDialog])
def test_every_control_of_a_dialog_has_an_accessible_name(show_dialog, kind):
    dialog = show_dialog(kind)
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


def test_every_role_is_offered_and_says_what_it_is_for():
    assert [value for value, _words in role_choices()] == list(Role)
    assert all(role_explained(role) for role in Role)
    assert role_explained("wizard") == ""

"""The menu lines of accounts: password, people, settings, log."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import MenuEntry


def _show(dialog: QDialog) -> None:
    # Gone when closed: nothing it showed may be left over for the next officer.
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


# Each dialog is loaded when first opened: the window is to stand as soon as may be.


def _open_password(desk: Desk, parent: QWidget) -> None:
    from openblock.features.accounts.ui.password_dialog import PasswordDialog  # noqa: PLC0415

    _show(PasswordDialog(desk, parent))


def _open_people(desk: Desk, parent: QWidget) -> None:
    from openblock.features.accounts.ui.people_dialog import PeopleDialog  # noqa: PLC0415

    _show(PeopleDialog(desk, parent))


def _open_settings(desk: Desk, parent: QWidget) -> None:
    from openblock.features.accounts.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

    _show(SettingsDialog(desk, parent))


def _open_log(desk: Desk, parent: QWidget) -> None:
    from openblock.features.accounts.ui.log_dialog import LogDialog  # noqa: PLC0415

    _show(LogDialog(desk, parent))


def menu_entries() -> tuple[MenuEntry, ...]:
    """For the house's menu; each line only for the roles that may use it."""
    return (
        MenuEntry("password", lambda: _("My password"), "key", "", _open_password),
        MenuEntry(
            "people", lambda: _("People and roles"), "people", "accounts.accounts", _open_people
        ),
        MenuEntry(
            "settings",
            lambda: _("Settings of the block"),
            "settings",
            "accounts.change_setting",
            _open_settings,
        ),
        MenuEntry(
            "log", lambda: _("Log of who did and saw what"), "log", "accounts.log_rows", _open_log
        ),
    )

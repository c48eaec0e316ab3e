"""What the roster gives to the window: its tab and its line in the menu."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.roster.ui.tab import RosterTab
from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import MenuEntry, TabSpec


def tab_spec() -> TabSpec:
    """The roster tab."""
    return TabSpec(
        key="roster",
        title=lambda: _("Roster"),
        icon="roster",
        operation="roster.roster",
        make=RosterTab,
    )


def menu_entries() -> tuple[MenuEntry, ...]:
    """Roster settings, for those who plan."""
    return (
        MenuEntry(
            key="roster-settings",
            title=lambda: _("Roster settings…"),
            icon="settings",
            operation="roster.save_template",
            open=_open_settings,
        ),
    )


def _open_settings(desk: Desk, parent: QWidget) -> None:
    # Dialogs are loaded when first opened: the window is to stand as soon as may be.
    from openblock.features.roster.ui.settings_dialog import SettingsDialog  # noqa: PLC0415

    SettingsDialog(desk, clock.today().year, parent).exec()

"""What the roster gives to the window: its tab and its line in the menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from openblock import clock
from openblock.features.roster.ui.tab import RosterTab
from openblock.i18n import _
from openblock.ui import shortcuts
from openblock.ui.desk import Desk
from openblock.ui.tab import MenuEntry, SheetOffer, TabSpec

#: What features above print of a day: the roster does not know them.
MoreSheets = Callable[[Desk, date], tuple[SheetOffer, ...]]


def tab_spec(more_sheets: MoreSheets | None = None) -> TabSpec:
    """The roster tab; ``more_sheets`` are offered too, and those of today by one key."""
    return TabSpec(
        key="roster",
        title=lambda: _("Roster"),
        icon="roster",
        operation="roster.roster",
        make=lambda desk: _make(desk, more_sheets),
    )


def _make(desk: Desk, more_sheets: MoreSheets | None) -> RosterTab:
    tab = RosterTab(desk)
    if more_sheets is not None:
        tab.more_sheets = more_sheets
        for shortcut in shortcuts.bind("print-shift", tab):
            shortcut.activated.connect(lambda: print_today(desk, more_sheets, tab))
    return tab


def print_today(desk: Desk, more_sheets: MoreSheets, parent: QWidget) -> None:
    """Offer the sheets of today at once, whatever days are on show."""

    def offer() -> None:
        # QtPdf and the print system are loaded for the first sheet, not with the tab.
        from openblock.ui.paper import PaperDialog  # noqa: PLC0415

        offers = more_sheets(desk, clock.today())
        if not offers:
            desk.say(_("There is nothing to print on this tab."))
            return
        dialog = PaperDialog(desk, offers, parent=parent.window())
        dialog.exec()
        dialog.deleteLater()

    desk.show(offer)


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

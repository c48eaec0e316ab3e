"""What staff gives to the window: its tab, loaded when it is first opened."""

from __future__ import annotations

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import Tab, TabSpec


def tab_spec() -> TabSpec:
    """The staff tab for the window."""
    return TabSpec("staff", lambda: _("Staff"), "staff", "staff.officers", _make)


def _make(desk: Desk) -> Tab:
    # The list, the card and the importer are loaded with the tab, not with the window.
    from openblock.features.staff.ui.tab import StaffTab  # noqa: PLC0415

    return StaffTab(desk)

"""What practice gives to the window of a trainee: the tab with the own practice (TR-15)."""

from __future__ import annotations

from openblock.i18n import _
from openblock.ui.desk import Desk
from openblock.ui.tab import Tab, TabSpec

KEY = "own-practice"


def own_tab_spec() -> TabSpec:
    """The own practice, for whoever is signed in as a trainee and for nobody else."""
    return TabSpec(KEY, lambda: _("My practice"), "shadowing", "shadowing.own_practice", _make)


def _make(desk: Desk) -> Tab:
    # The page is loaded with the tab, not with the window.
    from openblock.features.shadowing.ui.own_page import OwnPage  # noqa: PLC0415

    return OwnPage(desk)

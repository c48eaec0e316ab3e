"""The roster on screen: its tab, the cycle dialog, and the settings it is planned by."""

from __future__ import annotations

from openblock.features.roster.ui.spec import menu_entries, tab_spec

__all__ = ["menu_entries", "tab_spec"]

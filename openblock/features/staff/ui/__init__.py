"""The officers on the screen: the list, the card, import and export."""

from __future__ import annotations

from openblock.features.staff.ui.tab import StaffTab, tab_spec

__all__ = ["StaffTab", "tab_spec"]

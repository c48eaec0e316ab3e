"""The officers on the screen: the list, the card, import and export."""

from __future__ import annotations

from openblock.features.staff.ui.search import search_source
from openblock.features.staff.ui.spec import tab_spec

__all__ = ["search_source", "tab_spec"]

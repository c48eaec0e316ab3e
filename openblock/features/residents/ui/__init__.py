"""The residents on the screen: the register, the card, their forms, the search."""

from __future__ import annotations

from openblock.features.residents.ui.finding import search_source
from openblock.features.residents.ui.spec import menu_entries, tab_spec

__all__ = ["menu_entries", "search_source", "tab_spec"]

"""Practice on screen: the tab, the own practice of a trainee, and the search for trainees."""

from __future__ import annotations

from openblock.features.shadowing.ui.finding import search_source
from openblock.features.shadowing.ui.own_tab import own_tab_spec
from openblock.features.shadowing.ui.spec import menu_entries, tab_spec

__all__ = ["menu_entries", "own_tab_spec", "search_source", "tab_spec"]

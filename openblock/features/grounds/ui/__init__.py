"""The grounds on screen: the tab with plan, calendar and bookings, and the search for areas."""

from openblock.features.grounds.ui.finding import search_source
from openblock.features.grounds.ui.spec import menu_entries, tab_spec

__all__ = ["menu_entries", "search_source", "tab_spec"]

"""The search from anywhere: a field in the header, and the panel with what was found."""

from __future__ import annotations

from openblock.ui.search.field import SearchField
from openblock.ui.search.finding import Finder
from openblock.ui.search.panel import SearchPanel
from openblock.ui.search.source import ASKED, MOST, Hit, SearchSource

__all__ = ["ASKED", "MOST", "Finder", "Hit", "SearchField", "SearchPanel", "SearchSource"]

"""Sheets that are lists: groups of rows under repeated heads, and drawings, page by page."""

from __future__ import annotations

from openblock.printing.listing.content import (
    Block,
    Column,
    Drawing,
    Group,
    Listing,
    Row,
)
from openblock.printing.listing.flow import draw_listing

__all__ = ["Block", "Column", "Drawing", "Group", "Listing", "Row", "draw_listing"]

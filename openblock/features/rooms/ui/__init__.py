"""Rooms on screen: plan, board and table, and the deeds that every view calls."""

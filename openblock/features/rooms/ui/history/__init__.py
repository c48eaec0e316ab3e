"""The past of rooms: who slept where, a room, a person, and how full the house was."""

from openblock.features.rooms.ui.history.dialog import open_history

__all__ = ["open_history"]

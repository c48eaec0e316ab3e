"""The board: beds by days as bars, moved and stretched with the mouse or the keyboard."""

from openblock.features.rooms.ui.board.view import BoardView

__all__ = ["BoardView"]

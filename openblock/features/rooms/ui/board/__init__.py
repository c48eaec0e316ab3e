"""The board: beds by days as bars, moved and stretched with the mouse or the keyboard."""

"""The window: header, tabs, message bar, status bar, and the lock that empties it."""

from __future__ import annotations

from openblock.ui.window.house import Doorway, House, Left, Look
from openblock.ui.window.main import MainWindow

__all__ = ["Doorway", "House", "Left", "Look", "MainWindow"]

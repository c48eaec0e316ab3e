"""The window: header, tabs, message bar, status bar, and the lock that empties it."""

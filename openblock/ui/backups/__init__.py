"""Backups on the screen: the list, taking one, restoring one, checking the file."""

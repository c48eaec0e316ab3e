"""Backups on the screen: the list, taking one, restoring one, checking the file."""

from __future__ import annotations

from openblock.ui.backups.panel import BackupPanel
from openblock.ui.backups.rounds import BackupRounds

__all__ = ["BackupPanel", "BackupRounds"]

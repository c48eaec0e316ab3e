"""From a sheet's bytes to paper: preview, print, save, open, each logged before it happens."""

from __future__ import annotations

from openblock.ui.paper.dialog import PaperDialog

__all__ = ["PaperDialog"]

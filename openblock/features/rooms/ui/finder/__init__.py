"""The room finder: every bed for a person, the best first, with what speaks for and against."""

from openblock.features.rooms.ui.finder.panel import FinderPanel

__all__ = ["FinderPanel"]

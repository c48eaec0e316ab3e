"""Colours, type and sizes of every screen, in light, dark and dim night."""

from __future__ import annotations

from openblock.ui.theme.dress import apply, font, on_screen, px, scale, theme_name, watch
from openblock.ui.theme.tokens import THEMES, TOKENS, token

__all__ = [
    "THEMES",
    "TOKENS",
    "apply",
    "font",
    "on_screen",
    "px",
    "scale",
    "theme_name",
    "token",
    "watch",
]

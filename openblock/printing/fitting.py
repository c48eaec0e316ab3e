"""Fits words into a width: smaller by quarter points down to 7, then wrapped, never cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from openblock.printing.fonts import Face, width
from openblock.printing.style import SMALLEST

# A word with the spaces after it, or a part of a word up to and with its hyphens.
_PIECE = re.compile(r"[^\s-]*-+\s*|[^\s-]+\s*|\s+")
LEADING = 1.24


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words as they will stand: the size in points, and the lines from top to bottom."""

    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """The height of the lines with their leading, in points."""
        return len(self.lines) * self.size * LEADING


@lru_cache(maxsize=4096)
def fit(words: str, face: Face, size: float, room: float, smallest: float = SMALLEST) -> Fitted:
    """``words`` on one line of ``room`` points if ``smallest`` allows it, otherwise on several."""
    size = shrink(words, face, size, room, smallest)
    if width(words, face, size) <= room:
        return Fitted(size, (words,))
    return Fitted(size, wrap(words, face, size, room))


def shrink(words: str, face: Face, size: float, room: float, smallest: float = SMALLEST) -> float:
    """The greatest size, in quarter points below ``size``, that fits ``room``; or ``smallest``."""
    while size > smallest and width(words, face, size) > room:
        size = max(smallest, size - 0.25)
    return size


@lru_cache(maxsize=4096)
def wrap(words: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """``words`` broken after spaces and hyphens; a part wider than ``room`` breaks anywhere."""
    lines = [""]
    for piece in _PIECE.findall(words):
        if lines[-1] and width((lines[-1] + piece).rstrip(), face, size) > room:
            lines.append("")
        for character in piece if width(piece.rstrip(), face, size) > room else (piece,):
            if lines[-1] and width((lines[-1] + character).rstrip(), face, size) > room:
                lines.append("")
            lines[-1] += character
    return tuple(line.rstrip() for line in lines)

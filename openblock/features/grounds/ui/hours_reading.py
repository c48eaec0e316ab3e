"""Reads opening hours as they are typed: 7-21, 07:00–12:00, 13-21:30; nothing is closed."""

from __future__ import annotations

import re

from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.rules.content import Hours
from openblock.features.grounds.words import minutes_words
from openblock.ui.forms import read_minute

_BETWEEN = re.compile(r"\s*[,;+]\s*")
_DASH = re.compile(r"\s*[-\N{EN DASH}\N{EM DASH}]\s*")


def read_hours(text: str) -> Hours | None:
    """The intervals typed, in order; an end left out or 0 is midnight. None: cannot be read."""
    text = text.strip().strip(",;")
    if not text or _DASH.fullmatch(text):
        return ()
    found = []
    for part in _BETWEEN.split(text):
        ends = _DASH.split(part)
        if len(ends) != 2:
            return None
        first, last = read_minute(ends[0]), read_minute(ends[1])
        if first is None or last is None:
            return None
        found.append((first, last or MINUTES_OF_DAY))
    return tuple(sorted(found))


def shown_hours(hours: Hours) -> str:
    """The intervals as they are written back."""
    return ", ".join(minutes_words(first, last) for first, last in hours)

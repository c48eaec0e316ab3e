"""Hours that are short of officers, one line for each day, as dialogs tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openblock.clock import day_of
from openblock.errors import Problem
from openblock.i18n import format_short_day, n_
from openblock.ui.messages import words


def gap_lines(gaps: Iterable[Problem]) -> list[str]:
    """22 Nov: 09:00–13:00: 3 on duty, 4 needed."""
    by_day: dict[date, list[str]] = {}
    for each in gaps:
        start = each.facts["start"]
        if isinstance(start, datetime):
            by_day.setdefault(day_of(start), []).append(words(each))
    return [f"{format_short_day(day)}: {' '.join(said)}" for day, said in sorted(by_day.items())]


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """The first ``most`` lines, and how many there are besides."""
    shown, more = list(lines[:most]), len(lines) - most
    if more > 0:
        shown.append(n_("And {number} more.", "And {number} more.", more))
    return shown

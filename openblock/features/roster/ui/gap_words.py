"""Hours that are short of officers, one line for each day, as dialogs tell them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from openblock.clock import day_of
from openblock.errors import Problem
from openblock.features.roster.sheets.words import days_words, follows
from openblock.i18n import n_
from openblock.ui.messages import words


def gap_lines(gaps: Iterable[Problem]) -> list[str]:
    """22 Nov–24 Nov: 09:00–13:00: 3 on duty, 4 needed; neighbouring days alike stand together."""
    by_day: dict[date, list[str]] = {}
    for each in gaps:
        start = each.facts["start"]
        if isinstance(start, datetime):
            by_day.setdefault(day_of(start), []).append(words(each))
    runs: list[tuple[date, date, str]] = []
    for day, told in sorted(by_day.items()):
        said = " ".join(told)
        if runs and runs[-1][2] == said and follows(runs[-1][1], day):
            runs[-1] = (runs[-1][0], day, said)
        else:
            runs.append((day, day, said))
    return [f"{days_words(first, last)}: {said}" for first, last, said in runs]


def gap_days(gaps: Iterable[Problem]) -> int:
    """On how many days hours are short of officers."""
    starts = (each.facts["start"] for each in gaps)
    return len({day_of(start) for start in starts if isinstance(start, datetime)})


def shortened(lines: Sequence[str], most: int) -> list[str]:
    """The first ``most`` lines, and how many there are besides."""
    shown, more = list(lines[:most]), len(lines) - most
    if more > 0:
        shown.append(n_("And {number} more.", "And {number} more.", more))
    return shown

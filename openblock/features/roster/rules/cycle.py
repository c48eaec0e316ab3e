"""Team cycles: which code a pattern puts on which day, however months end (RO-08)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from openblock.errors import Problem

LONGEST_PATTERN = 42
MOST_DAYS = 400

# What most blocks run: one day in four, and day, night, two free. "" is a free day.
CYCLE_PRESETS: Mapping[str, tuple[str, ...]] = {
    "24/72": ("24", "", "", ""),
    "2/2": ("D", "N", "", ""),
}


def pattern_of(code: str, days_on: int, days_off: int) -> tuple[str, ...]:
    """The pattern of ``days_on`` duties of one code followed by ``days_off`` free days."""
    return (code,) * days_on + ("",) * days_off


def cycle_code(pattern: tuple[str, ...], anchor: date, day: date) -> str:
    """The code the cycle puts on ``day``, "" for none; the pattern starts on ``anchor``.

    It only counts days from the anchor, backwards too, so no month's end breaks it.
    """
    return pattern[(day - anchor).days % len(pattern)]


def pattern_problems(pattern: tuple[str, ...], codes: Collection[str]) -> tuple[Problem, ...]:
    """What is wrong with a pattern: empty, all free, too long, or a code nobody has."""
    if not any(pattern) or len(pattern) > LONGEST_PATTERN:
        return (Problem("cycle-pattern", facts={"most": LONGEST_PATTERN}, field="pattern"),)
    unknown = sorted({code for code in pattern if code} - set(codes))
    return tuple(Problem("unknown-code", facts={"code": code}, field="pattern") for code in unknown)


def range_problems(first: date, last: date) -> tuple[Problem, ...]:
    """What is wrong with the days a cycle is to be laid over, both included."""
    if first > last:
        return (Problem("days-backwards", facts={"first": first, "last": last}, field="last"),)
    if (last - first).days >= MOST_DAYS:
        return (Problem("days-too-many", facts={"most": MOST_DAYS}, field="last"),)
    return ()

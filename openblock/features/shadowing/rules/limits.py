"""The figures practice is judged by: settings of the block, never constants (TR-04 to TR-14)."""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 60


@dataclass(frozen=True, slots=True)
class PracticeLimits:
    """Every limit of practice, in minutes unless its name says otherwise.

    ``night_from`` and ``night_to`` are minutes of the day, the roster's own (RO-02).
    """

    shortest: int = 2 * HOUR
    longest: int = 12 * HOUR
    rest: int = 11 * HOUR
    weekly_rest: int = 35 * HOUR
    weekly_window_days: int = 7
    week: int = 48 * HOUR
    most_per_mentor: int = 2
    most_per_block: int = 4
    expired_days: int = 30
    confirm_days: int = 7
    warn_days: int = 14
    deduct_breaks: bool = False
    night_from: int = 22 * HOUR
    night_to: int = 6 * HOUR


DEFAULT_LIMITS = PracticeLimits()

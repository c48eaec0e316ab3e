"""Which backups have had their time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from openblock import clock
from openblock.storage.manifest import Backup

ALWAYS = 3


@dataclass(frozen=True, slots=True)
class Keep:
    """How much is kept: the newest few, one for each of some days and weeks, none too old.

    ``days`` caps every backup's life: it still holds what was erased from the file since.
    """

    newest: int = 5
    daily: int = 14
    weekly: int = 8
    days: int = 35


def outdated(backups: Iterable[Backup], keep: Keep, now: datetime) -> tuple[Backup, ...]:
    """The backups to remove; no age takes the newest three away.

    One backup taken while the clock stood far ahead would otherwise take all earlier ones with it.
    """
    newest_first = sorted(backups, key=lambda each: (each.taken_at, each.path.name), reverse=True)
    days: set[object] = set()
    weeks: set[object] = set()
    gone = []
    for place, backup in enumerate(newest_first):
        day = clock.day_of(backup.taken_at)
        week = day.isocalendar()[:2]
        first_of_day = day not in days and len(days) < keep.daily
        first_of_week = week not in weeks and len(weeks) < keep.weekly
        wanted = place < keep.newest or first_of_day or first_of_week
        too_old = now - backup.taken_at > timedelta(days=keep.days)
        if (too_old and place >= ALWAYS) or (place and not wanted):
            gone.append(backup)
            continue
        days.add(day)
        weeks.add(week)
    return tuple(gone)

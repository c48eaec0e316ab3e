"""The days a roster shows: a month or a week, and the ones before and after; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from openblock.i18n import format_day, format_month, format_short_day, language

WEEK = timedelta(days=7)
# No officer's service lies outside of these, and beyond them the calendar itself ends.
FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """The month or the week (Monday first) that contains ``day``."""

    day: date
    by_week: bool = False

    @property
    def first(self) -> date:
        """The first day shown."""
        if self.by_week:
            return self.day - timedelta(days=self.day.weekday())
        return self.day.replace(day=1)

    @property
    def last(self) -> date:
        """The last day shown."""
        if self.by_week:
            return self.first + WEEK - timedelta(days=1)
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)

    @property
    def title(self) -> str:
        """2026. gada novembris, or 16.11. – 22.11.2026."""
        if self.by_week:
            if language() == "lv":
                return f"{format_short_day(self.first)} – {format_day(self.last)}"
            return (
                f"{format_short_day(self.first)} – {format_short_day(self.last)} {self.last.year}"
            )
        return format_month(self.first)

    def step(self, by: int) -> Period:
        """The period ``by`` months or weeks later, earlier when negative."""
        if self.by_week:
            return Period(within(self.day + by * WEEK), by_week=True)
        months = self.first.year * 12 + self.first.month - 1 + by
        return Period(within(date(months // 12, months % 12 + 1, 1)))

    def holds(self, day: date) -> bool:
        """Whether ``day`` is shown."""
        return self.first <= day <= self.last


def within(day: date) -> date:
    """``day``, or the nearest one a roster can be shown for."""
    return min(max(day, FIRST), LAST)

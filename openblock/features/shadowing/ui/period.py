"""The days the practice grid shows: a week, two, or a month, and those before and after; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from openblock.i18n import format_day, format_month, format_short_day, language

WEEK, FORTNIGHT, MONTH = "week", "fortnight", "month"
SPANS = (WEEK, FORTNIGHT, MONTH)
# No course lies outside of these, and beyond them the calendar itself ends.
FIRST, LAST = date(1950, 1, 1), date(2100, 12, 31)
_WEEK = timedelta(days=7)
_WEEKS = {WEEK: 1, FORTNIGHT: 2}


@dataclass(frozen=True, slots=True)
class Period:
    """The days around ``day``: from the Monday of its week, or its whole month."""

    day: date
    span: str = FORTNIGHT

    @property
    def first(self) -> date:
        """The first day shown."""
        if self.span == MONTH:
            return self.day.replace(day=1)
        return self.day - timedelta(days=self.day.weekday())

    @property
    def last(self) -> date:
        """The last day shown."""
        if self.span == MONTH:
            return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return self.first + _WEEKS[self.span] * _WEEK - timedelta(days=1)

    @property
    def title(self) -> str:
        """16.11. – 29.11.2026., or 2026. gada novembris."""
        if self.span == MONTH:
            return format_month(self.first)
        first, last = format_short_day(self.first), self.last
        if language() == "lv":
            return f"{first} – {format_day(last)}"
        return f"{first} – {format_short_day(last)} {last.year}"

    def step(self, by: int) -> Period:
        """The period ``by`` times as long later, earlier when negative."""
        if self.span != MONTH:
            return replace(self, day=within(self.first + by * _WEEKS[self.span] * _WEEK))
        months = self.first.year * 12 + self.first.month - 1 + by
        return replace(self, day=within(date(months // 12, months % 12 + 1, 1)))

    def holds(self, day: date) -> bool:
        """Whether ``day`` is shown."""
        return self.first <= day <= self.last

    def around(self, day: date) -> Period:
        """These days if ``day`` is among them, else those of one length around it."""
        return self if self.holds(day) else replace(self, day=within(day))


def within(day: date) -> date:
    """``day``, or the nearest one practice can be shown for."""
    return min(max(day, FIRST), LAST)

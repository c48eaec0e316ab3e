"""The ways the grounds can be shown, and the days each of them shows; no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from openblock.features.shadowing.ui.period import WEEK, Period, within
from openblock.i18n import _, format_day, format_short_day, language, weekday_letters

#: One area's week, all areas of a day, and the week as a table.
AREA, DAY, TABLE = "area", "day", "table"
MODES = (AREA, DAY, TABLE)


@dataclass(frozen=True, slots=True)
class Shown:
    """The days around ``day`` in a mode: the day itself, or its week from Monday."""

    day: date
    mode: str = AREA

    @property
    def first(self) -> date:
        """The first day shown."""
        return self.day if self.mode == DAY else Period(self.day, WEEK).first

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.day if self.mode == DAY else Period(self.day, WEEK).last

    @property
    def title(self) -> str:
        """16.11. – 22.11.2026., week 47; or Su 22.11.2026."""
        if self.mode == DAY:
            return f"{weekday_letters(self.day)} {format_day(self.day)}"
        first, last = format_short_day(self.first), self.last
        end = format_day(last) if language() == "lv" else f"{format_short_day(last)} {last.year}"
        return _("{first} – {last}, week {number}").format(
            first=first, last=end, number=self.first.isocalendar().week
        )

    def step(self, by: int) -> Shown:
        """A day or a week later, earlier when negative."""
        days = 1 if self.mode == DAY else 7
        return replace(self, day=within(self.day + timedelta(days=by * days)))

    def holds(self, day: date) -> bool:
        """Whether ``day`` is shown."""
        return self.first <= day <= self.last

    def around(self, day: date) -> Shown:
        """The same mode around another day."""
        return replace(self, day=within(day))

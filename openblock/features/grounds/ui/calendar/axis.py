"""Hours as heights: where a minute of the day lies on the calendar, and which one a place means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock import clock
from openblock.clock import MINUTES_OF_DAY
from openblock.features.grounds.rules.content import SLOT, Span


def relative(day: date, moment: datetime) -> int:
    """``moment`` as wall-clock minutes from the midnight ``day`` begins with.

    By the wall clock, so that 14:00 stands beside 14:00 in the weeks of both clock changes too;
    below 0 before the day, 1440 and more after it.
    """
    wall = clock.local(moment)
    return (wall.date() - day).days * MINUTES_OF_DAY + wall.hour * 60 + wall.minute


def span_of(day: date, start: int, end: int) -> Span:
    """The time between two wall-clock minutes counted from the midnight of ``day``."""
    return Span(clock.at(day, start), clock.at(day, end))


@dataclass(frozen=True, slots=True)
class Axis:
    """The minutes ``first`` to ``last`` of a day, ``unit`` pixels each."""

    first: int
    last: int
    unit: float

    @property
    def whole(self) -> int:
        """The height of all of it in pixels."""
        return round((self.last - self.first) * self.unit)

    def y_of(self, minute: float) -> int:
        """Where a minute lies; one that is not shown lies at the near end."""
        inside = min(max(minute, self.first), self.last)
        return round((inside - self.first) * self.unit)

    def minute_at(self, y: float) -> float:
        """The minute at a height."""
        inside = min(max(y, 0), self.whole)
        return self.first + inside / self.unit

    def slot_at(self, y: float) -> int:
        """The beginning of the quarter of an hour that holds a height."""
        last = (self.last - 1) // SLOT * SLOT
        return min(int(self.minute_at(y) // SLOT) * SLOT, last)

    def snapped(self, y: float) -> int:
        """The quarter of an hour nearest to a height."""
        return round(self.minute_at(y) / SLOT) * SLOT

    def hours(self) -> range:
        """The whole hours that are shown, as minutes."""
        return range(-(-self.first // 60) * 60, self.last + 1, 60)

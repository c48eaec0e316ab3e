"""Days as widths: where an instant lies on the board, and which instant a place on it means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from openblock import clock

QUARTER = timedelta(minutes=15)
NOON = 12 * 60
#: A pointer cannot choose between steps that lie closer together than this.
_READABLE_STEP = 2.0


@dataclass(frozen=True, slots=True)
class Axis:
    """``days`` days from ``first``, each ``width`` pixels wide, those of 23 and 25 hours too.

    Within a day an instant lies where its share of the elapsed hours puts it, so the two nights
    of the clock change are neither torn nor doubled.
    """

    first: date
    days: int
    width: float
    _midnights: tuple[float, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        marks = tuple(
            clock.at(self.first + timedelta(days=number)).timestamp()
            for number in range(self.days + 1)
        )
        object.__setattr__(self, "_midnights", marks)

    @property
    def start(self) -> datetime:
        """The first instant shown."""
        return clock.at(self.first)

    @property
    def end(self) -> datetime:
        """The first instant no longer shown."""
        return clock.at(self.first + timedelta(days=self.days))

    @property
    def whole(self) -> int:
        """The width of all days in pixels."""
        return round(self.days * self.width)

    def day(self, number: int) -> date:
        """The day of one column."""
        return self.first + timedelta(days=number)

    def x_of_day(self, number: int) -> int:
        """Where the column of a day begins."""
        return round(number * self.width)

    def x_of(self, moment: datetime) -> int:
        """Where an instant lies; one outside of the days lies at the near end."""
        stamp = moment.timestamp()
        marks = self._midnights
        if stamp <= marks[0]:
            return 0
        if stamp >= marks[-1]:
            return self.whole
        number = bisect_right(marks, stamp) - 1
        share = (stamp - marks[number]) / (marks[number + 1] - marks[number])
        return round((number + share) * self.width)

    def moment_at(self, x: float) -> datetime:
        """The instant at a place, to the minute; a place outside means the near end."""
        number = min(max(int(x // self.width), 0), self.days - 1)
        share = min(max(x / self.width - number, 0.0), 1.0)
        length = self._midnights[number + 1] - self._midnights[number]
        passed = timedelta(minutes=round(length * share / 60))
        return clock.at(self.day(number)) + passed

    def snapped(self, x: float) -> datetime:
        """The instant a pointer at ``x`` means.

        The finest of quarters and hours whose step can be seen is taken. Where not even an hour
        can, it is noon of the day: the one who leaves is out by then and the one who comes is
        not there yet, so the same day ends one stay and begins the next, and neither night is
        in doubt.
        """
        meant = self.moment_at(x)
        if self.width / 96 >= _READABLE_STEP / 2:
            return _to_step(meant, QUARTER)
        if self.width / 24 >= _READABLE_STEP:
            return _to_step(meant, 4 * QUARTER)
        number = min(max(int(x // self.width), 0), self.days - 1)
        return clock.at(self.day(number), NOON)

    def drawn_to(self, x: float, magnets: Iterable[datetime], reach: int) -> datetime:
        """As :meth:`snapped`, but an instant of ``magnets`` within ``reach`` pixels is preferred.

        The ends of the bars on the same bed are such: two stays are to touch, not nearly so.
        """
        near = [each for each in magnets if abs(self.x_of(each) - x) <= reach]
        return min(near, key=lambda each: abs(self.x_of(each) - x)) if near else self.snapped(x)


def _to_step(moment: datetime, step: timedelta) -> datetime:
    """The nearest whole step of elapsed time from midnight: whole hours on any wall clock."""
    midnight = clock.at(clock.day_of(moment))
    steps = round((moment - midnight) / step)
    return midnight + steps * step

"""What the demonstration's grounds hold so far, and who could watch over one booking more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from openblock import clock
from openblock.demonstration.areas import AREAS
from openblock.features.grounds.queries import (
    BookingRow,
    WeekAsked,
    resident_bookings,
    supervisor_offers,
    week,
)
from openblock.features.grounds.rules.content import OPEN, BookingContent
from openblock.storage.store import Store

BEHIND, AHEAD = 4, 9
_DAY = timedelta(days=1)


class Booked:
    """Looks at the bookings of ``day`` and the days around it; ``areas`` are numbers by name."""

    def __init__(self, store: Store, day: date) -> None:
        self._store = store
        self._day = day
        self.areas: dict[str, int] = {}

    def days(self, first: int) -> tuple[date, ...]:
        """The dates from ``first`` days after the day until the last that is planned."""
        return tuple(self._day + number * _DAY for number in range(first, AHEAD + 1))

    def at(self, days: int, minute: int = 0) -> datetime:
        """The instant at ``minute`` of the date so many days after the day."""
        return clock.at(self._day + days * _DAY, minute)

    def bookings(self, first: int, last: int) -> tuple[BookingRow, ...]:
        """All bookings from so many days after the day until so many, by time."""
        asked = WeekAsked(self._day + first * _DAY, self._day + last * _DAY, None)
        return tuple(sorted(self._store.read(week, asked, clock.now()).bookings, key=_by_time))

    def version(self, number: int, guest: int) -> int:
        """The version of booking ``number``, in which ``guest`` takes part."""
        known = self._store.read(resident_bookings, guest, clock.now())
        return next(each.version for each in known if each.booking_id == number)

    def free(self, people: Iterable[int], start: datetime, end: datetime) -> tuple[int, ...]:
        """Those of ``people`` who are in no booking of the time."""
        day = (clock.day_of(start) - self._day).days
        taken = {
            number
            for each in self.bookings(day, day)
            if each.state in OPEN and each.span.start < end and start < each.span.end
            for number in each.residents
        }
        return tuple(number for number in people if number not in taken)

    def booking(
        self,
        area: str,
        times: tuple[datetime, datetime],
        people: Iterable[int],
        purpose: str,
        equipment: str = "",
    ) -> BookingContent:
        """A booking of the area with this name, not written yet."""
        return BookingContent(self.areas[area], *times, tuple(people), purpose, equipment)

    def watched(self, content: BookingContent) -> BookingContent:
        """The booking with the best officer who is on duty then, where somebody has to watch."""
        ratio = next(each.ratio for each in AREAS if self.areas[each.name] == content.area_id)
        offers = self._store.read(supervisor_offers, content) if ratio else ()
        best = next((each.officer_id for each in offers if each.fits), None)
        return replace(content, officer_id=best)


def _by_time(row: BookingRow) -> tuple[datetime, int]:
    return row.span.start, row.booking_id

"""How a journey through the grounds is made: what it is about, and what is chosen from there."""

from __future__ import annotations

from datetime import datetime, timedelta

from openblock.clock import at
from openblock.features.grounds.queries import supervisor_offers
from openblock.features.grounds.rules.content import BookingContent
from tests.features.grounds.commands.doing import TABLES
from tests.features.grounds.replay import AHEAD, coming
from tests.features.shadowing.commands.doing import TABLES as PRACTICE
from tests.travels.traveller import Traveller, moment

PEOPLE = ("residents", "stays", "keep_apart", "assignments")


class GroundsTraveller(Traveller):
    """Travels through the grounds."""

    tables = (*TABLES, *PRACTICE, *PEOPLE)

    def hour(self, offset: int, hour: float) -> datetime:
        """An hour of a day, by the wall clock."""
        return at(self.day(offset), round(hour * 60))

    def place(self, number: int) -> int:
        """An area that can be booked."""
        return self.any_of("areas", number, kind="place")

    def group(self, first: int, size: int) -> tuple[int, ...]:
        """So many residents, one beside the other by number."""
        everybody = sorted(self.replay.rows("residents"))
        return tuple(dict.fromkeys(everybody[(first + n) % len(everybody)] for n in range(size)))

    def watched(self, wish: BookingContent, who: int, booking_id: int | None = None) -> int | None:
        """Mostly the officer who is offered first; else anybody, or nobody."""
        if who % 5 == 0:
            return None
        if who % 5 == 1:
            return self.any_of("officers", who)
        return self.fitting(wish, booking_id)

    def fitting(self, wish: BookingContent, booking_id: int | None = None) -> int | None:
        """Who is said to fit best, if anybody does."""
        offers = self.store.read(supervisor_offers, wish, booking_id)
        return next((each.officer_id for each in offers if each.fits), None)

    def open_one(self, number: int) -> int | None:
        """A booking that is neither over nor off, near or far; or any, so that it is refused."""
        rows = self.replay.rows("bookings")
        keys = [key for key in sorted(rows) if rows[key]["state"] in AHEAD or number % 7 == 0]
        return keys[number % len(keys)] if keys else None

    def content(self, number: int) -> BookingContent:
        """A stored booking as it would be entered, with those who came."""
        row = self.replay.rows("bookings")[number]
        times = (moment(row["starts_at"]), moment(row["ends_at"]))
        people = coming(self.replay, number)
        return BookingContent(row["area_id"], *times, people, officer_id=row["officer_id"])

    def come_to(self, number: int, name: str) -> None:
        """Let time pass until a booking begins or ends, if that is soon."""
        when = moment(self.replay.rows("bookings")[number][name])
        if self.now < when <= self.now + timedelta(days=2):
            self.now = when

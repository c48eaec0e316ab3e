"""Everything that can clash with bookings of a time, read once, so that each is judged without."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import KnownError
from openblock.features.grounds.queries.areas import areas_open, closures_in, hours_on, of_area
from openblock.features.grounds.queries.limits import Figures, dates
from openblock.features.grounds.queries.live import live, meets
from openblock.features.grounds.queries.people import Guests, Staff
from openblock.features.grounds.queries.rows import AreaRow, ClosureRow
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.queries.timeline import Timeline, timelines
from openblock.features.grounds.rules.content import (
    BookingContent,
    ClosureReason,
    Guest,
    Light,
    Neighbour,
    Span,
    Supervisor,
    Wish,
)
from openblock.features.grounds.tables import Booking
from openblock.features.residents.queries import pairs_of
from openblock.features.residents.rules.keep_apart import Pair
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR

ONE_DAY = timedelta(days=1)


def in_years(span: Span) -> bool:
    """Whether a time lies in years of the block's, which can be reckoned with."""
    return all(FIRST_YEAR <= each.year <= LAST_YEAR for each in (span.start, span.end))


def readable(span: Span, now: datetime) -> Span:
    """The part of a wished time that something can be read for, however wrong what was typed is.

    What is longer than any booking may be is refused for that, and what lies in no year of the
    block's for that: neither is worth reading years of bookings.
    """
    if not in_years(span):
        return Span(now, now)
    start, end = min(span.start, span.end), max(span.start, span.end)
    return Span(start, min(end, start + 2 * ONE_DAY))


@dataclass(frozen=True, slots=True)
class About:
    """What is to be judged: in which time, on which areas, with whom, and who may watch.

    Without ``area_ids`` it is all areas; without ``officer_ids`` everybody who watches anything.
    """

    span: Span
    area_ids: frozenset[int] | None
    resident_ids: frozenset[int]
    officer_ids: frozenset[int] | None


class Around:
    """What lies around the bookings of a time: so many statements, however many there are.

    Each part is read when it is first asked for; ``bookings`` are the live ones that can meet what
    is judged, where they have been read already.
    """

    def __init__(
        self,
        session: Session,
        about: About,
        figures: Figures,
        now: datetime,
        bookings: Iterable[Stored] | None = None,
    ) -> None:
        self._session = session
        self._about = about
        self._figures = figures
        self._now = now
        self._read = bookings
        self._hours: dict[tuple[int, date], tuple[Span, ...]] = {}

    @cached_property
    def areas(self) -> Mapping[int, AreaRow]:
        """The areas by number, with the other hours of the dates around."""
        span = self._about.span
        first, last = day_of(span.start) - ONE_DAY, day_of(span.end) + ONE_DAY
        rows = areas_open(self._session, first, last, self._about.area_ids)
        return {row.area_id: row for row in rows}

    @cached_property
    def closures(self) -> tuple[ClosureRow, ...]:
        """What is out of use at some time of it."""
        return closures_in(self._session, self._about.span, self._about.area_ids)

    @cached_property
    def staff(self) -> Staff:
        """Who is on duty, and watches what."""
        return Staff(self._session, self._about.span, self._about.officer_ids)

    @cached_property
    def _closed(self) -> Mapping[int, tuple[ClosureRow, ...]]:
        return of_area(self.closures)

    @cached_property
    def _guests(self) -> Guests:
        return Guests(self._session, self._about.resident_ids, self._about.span)

    @cached_property
    def _pairs(self) -> tuple[Pair, ...]:
        span = self._about.span
        return pairs_of(self._session, self._about.resident_ids, span.start, span.end)

    @cached_property
    def _live(self) -> tuple[Stored, ...]:
        if self._read is not None:
            return tuple(self._read)
        wanted = [live(), meets(self._about.span)]
        if self._about.area_ids is not None:
            wanted.append(Booking.area_id.in_(sorted(self._about.area_ids)))
        return stored_bookings(self._session, *wanted)

    @cached_property
    def _bookings(self) -> Mapping[int, Timeline[Stored]]:
        return timelines(self._live, lambda each: each.area_id, lambda each: each.held)

    @cached_property
    def _watchers(self) -> Mapping[int, Timeline[Stored]]:
        """The same by officer: of all areas, where all were asked for."""
        return timelines(self._live, lambda each: each.officer_id or 0, lambda each: each.held)

    def _watched(self, officer_id: int, booking: Stored) -> tuple[tuple[Span, int, int], ...]:
        """What else the officer watches over in the time of a stored booking."""
        line = self._watchers.get(officer_id)
        return tuple(
            (held, each.heads, self.area(each.area_id).content.ratio)
            for held, each in (line.meeting(booking.span) if line else ())
            if each.booking_id != booking.booking_id
        )

    def area(self, area_id: int) -> AreaRow:
        """The area; KnownError ``area-unknown``."""
        if area_id not in self.areas:
            raise KnownError("area-unknown")
        return self.areas[area_id]

    def wish(
        self, content: BookingContent, booking_id: int | None = None, before: Span | None = None
    ) -> Wish:
        """The booking with everything around it; it is not in its own way.

        ``before`` is its stored time. KnownError ``area-unknown``, ``resident-unknown``,
        ``officer-unknown``.
        """
        span = readable(content.span, self._now)
        supervisor = (
            None
            if content.officer_id is None
            else self.staff.supervisor(content.officer_id, span, booking_id)
        )
        guests = tuple(
            self._guests.guest(number, span, booking_id, self._now)
            for number in dict.fromkeys(content.residents)
        )
        return self._wish(content, span, (booking_id, before), guests, supervisor)

    def as_stored(self, booking: Stored) -> Wish:
        """A stored booking as it was made, among what is around it now; its people by name only."""
        there = tuple(each for each in booking.people if each.came)
        content = replace(booking.content, residents=tuple(each.resident_id for each in there))
        supervisor = (
            None
            if booking.officer_id is None
            else replace(
                self.staff.named(booking.officer_id, booking.officer, booking.span),
                watched=self._watched(booking.officer_id, booking),
            )
        )
        guests = tuple(Guest(each.resident_id, each.name, ()) for each in there)
        own = (booking.booking_id, booking.span)
        return self._wish(content, booking.span, own, guests, supervisor)

    def _wish(
        self,
        content: BookingContent,
        span: Span,
        own: tuple[int | None, Span | None],
        guests: tuple[Guest, ...],
        supervisor: Supervisor | None,
    ) -> Wish:
        area = self.area(content.area_id)
        neighbours = self.neighbours(content.area_id, span, own[0])
        return Wish(
            content=content,
            area=area.content,
            open=self.open(area, span),
            closures=self.closed(area.area_id, span),
            light=self.light(span),
            neighbours=neighbours,
            guests=guests,
            supervisor=supervisor,
            roster_laid=self.staff.laid(span),
            now=self._now,
            apart=self._apart(content, neighbours, span),
            before=own[1],
        )

    def open(self, area: AreaRow, span: Span) -> tuple[Span, ...]:
        """The opening hours of the dates of a time."""
        found: list[Span] = []
        for day in dates(day_of(span.start), day_of(span.end)):
            key = (area.area_id, day)
            if key not in self._hours:
                self._hours[key] = hours_on(area, day)
            found += self._hours[key]
        return tuple(found)

    def closed(self, area_id: int, span: Span) -> tuple[tuple[Span, ClosureReason, str], ...]:
        """When the area is out of use in a time, and why."""
        return tuple(
            (each.span, each.content.reason, each.content.remark)
            for each in self._closed.get(area_id, ())
            if each.span.meets(span)
        )

    def light(self, span: Span) -> tuple[Light, ...]:
        """The daylight of the dates of a time."""
        return tuple(map(self._figures.light, dates(day_of(span.start), day_of(span.end))))

    def neighbours(
        self, area_id: int, span: Span, booking_id: int | None = None
    ) -> tuple[Neighbour, ...]:
        """The other live bookings of the area that meet a time, by start."""
        line = self._bookings.get(area_id)
        if line is None:
            return ()
        return tuple(
            _neighbour(each) for _held, each in line.meeting(span) if each.booking_id != booking_id
        )

    def _apart(
        self, content: BookingContent, neighbours: tuple[Neighbour, ...], span: Span
    ) -> frozenset[tuple[int, int]]:
        """Pairs of whom both are there at some time of it (KAP-04)."""
        there = set(content.residents).union(*(each.residents for each in neighbours))
        return frozenset(
            (pair.first_id, pair.second_id)
            for pair in self._pairs
            if pair.first_id in there
            and pair.second_id in there
            and pair.holds_within(span.start, span.end)
        )


def _neighbour(booking: Stored) -> Neighbour:
    return Neighbour(
        booking.booking_id,
        booking.held,
        booking.heads,
        booking.purpose,
        booking.booked_by,
        booking.booked_at,
        {each.resident_id: each.name for each in booking.people if each.came},
    )

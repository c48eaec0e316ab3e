"""What is wrong with a booking somebody wishes for: the one judgement of screens and commands."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.errors import Problem
from openblock.features.grounds.queries.around import About, Around, readable
from openblock.features.grounds.queries.limits import Figures, read_figures
from openblock.features.grounds.rules.booking import booking_problems
from openblock.features.grounds.rules.content import BookingContent, GroundsLimits, Span, Wish
from openblock.features.grounds.tables import Booking


class WishedBooking(Protocol):
    """A booking that is wished for; with ``booking_id`` other content for a stored one.

    The command's request is one; queries do not know the commands.
    """

    @property
    def content(self) -> BookingContent: ...
    @property
    def booking_id(self) -> int | None: ...


def risks_of_booking(session: Session, wish: WishedBooking, now: datetime) -> tuple[Problem, ...]:
    """Every problem that booking so would meet; KnownError as :meth:`Judge.wish`."""
    return Judge(session, now).problems(wish.content, wish.booking_id)


class Judge:
    """Judges bookings within one transaction; reads only what can clash, and that by an index.

    The settings are read once, for no booking changes them; the rest anew for each booking: a
    command that makes several asks again after each.
    """

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self._now = now

    @cached_property
    def figures(self) -> Figures:
        """The limits in force, and where the block lies."""
        return read_figures(self._session)

    @property
    def limits(self) -> GroundsLimits:
        """The limits in force."""
        return self.figures.limits

    def wish(self, content: BookingContent, booking_id: int | None = None) -> Wish:
        """The booking with everything around it, the stored one not in its own way.

        KnownError ``area-unknown``, ``resident-unknown``, ``officer-unknown``.
        """
        around = self.around(content, readable(content.span, self._now))
        return around.wish(content, booking_id, self._before(booking_id))

    def problems(
        self, content: BookingContent, booking_id: int | None = None
    ) -> tuple[Problem, ...]:
        """Every problem of the booking, warnings too."""
        return booking_problems(self.wish(content, booking_id), self.limits)

    def around(self, content: BookingContent, span: Span) -> Around:
        """What can clash with this booking, wherever within ``span`` it is."""
        officers = frozenset() if content.officer_id is None else {content.officer_id}
        about = About(
            span, frozenset({content.area_id}), frozenset(content.residents), frozenset(officers)
        )
        return Around(self._session, about, self.figures, self._now)

    def _before(self, booking_id: int | None) -> Span | None:
        if booking_id is None:
            return None
        asked = select(Booking.starts_at, Booking.ends_at).where(Booking.id == booking_id)
        found = self._session.execute(asked).one_or_none()
        return None if found is None else Span(*found)

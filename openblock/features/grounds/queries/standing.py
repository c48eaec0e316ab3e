"""Bookings as they stand at one moment: who watches still, and what is no longer as booked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.errors import Problem, Severity
from openblock.features.grounds.queries.around import About, Around
from openblock.features.grounds.queries.limits import Figures
from openblock.features.grounds.queries.live import AHEAD
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.queries.stored import Stored
from openblock.features.grounds.rules import (
    apart_problems,
    form_problems,
    light_problems,
    lost_problem,
    opening_problems,
    overload_problems,
    place_problems,
    rest_problems,
)
from openblock.features.grounds.rules.content import LIVE, AreaKind, GroundsLimits, Span, Wish

#: What can become untrue of a booking after it was made: area, settings and people change.
_STILL = (
    opening_problems,
    place_problems,
    light_problems,
    rest_problems,
    overload_problems,
    apart_problems,
)


class Standing:
    """Bookings that were read, each as it stands: so many statements, however many there are.

    With ``whole`` the bookings are all there are in their time; else those around are read.
    """

    def __init__(
        self,
        session: Session,
        figures: Figures,
        now: datetime,
        bookings: Iterable[Stored],
        *,
        whole: bool = False,
    ) -> None:
        self._now = now
        self._limits = figures.limits
        self.bookings = tuple(bookings)
        coming = tuple(each for each in self.bookings if is_ahead(each, now))
        near = (each for each in self.bookings if each.state in LIVE)
        self._judged: dict[int, tuple[Problem | None, tuple[Problem, ...]]] = {}
        people = frozenset(person.resident_id for each in coming for person in each.people)
        about = About(_whole(coming, now), None, people, None)
        self.around = Around(session, about, figures, now, tuple(near) if whole else None)

    def rows(self) -> tuple[BookingRow, ...]:
        """All of them, in the order they were given."""
        return tuple(map(self.row, self.bookings))

    def row(self, booking: Stored) -> BookingRow:
        """One of them; of those ahead with what is no longer as it was booked."""
        area = self.around.area(booking.area_id)
        lost, warnings = self.problems(booking)
        return BookingRow(
            booking_id=booking.booking_id,
            version=booking.version,
            area_id=booking.area_id,
            area=area.content.name,
            span=booking.span,
            heads=booking.heads,
            capacity=area.content.capacity,
            ratio=area.content.ratio,
            purpose=booking.purpose,
            equipment=booking.equipment,
            officer_id=booking.officer_id,
            officer=booking.officer,
            state=booking.state,
            residents=tuple(each.resident_id for each in booking.people),
            series_id=booking.series_id,
            lost=lost,
            warnings=warnings,
            started_at=booking.started_at,
            ended_at=booking.ended_at,
            cause=booking.cause,
            override=booking.override,
            booked_by=booking.booked_by,
            booked_at=booking.booked_at,
        )

    def problems(self, booking: Stored) -> tuple[Problem | None, tuple[Problem, ...]]:
        """Why nobody watches it any more, and whatever else is no longer as it was booked.

        That nobody is named while no roster is laid is a warning like the others: it is early yet.
        """
        if booking.booking_id not in self._judged:
            self._judged[booking.booking_id] = self._judge(booking)
        return self._judged[booking.booking_id]

    def to_mend(self) -> tuple[Stored, ...]:
        """Those somebody has to see to, in the order they were given."""
        return tuple(
            each for each in self.bookings if needs_mending(*self.problems(each), each.override)
        )

    def _judge(self, booking: Stored) -> tuple[Problem | None, tuple[Problem, ...]]:
        if not is_ahead(booking, self._now):
            return None, ()
        wish = self.around.as_stored(booking)
        lost = lost_problem(
            wish.span, wish.supervisor, wish.area.ratio, roster_laid=wish.roster_laid
        )
        others = standing_problems(wish, self._limits)
        if lost is not None and lost.severity is not Severity.ERROR:
            return None, (*others, lost)
        return lost, others


def is_ahead(booking: Stored, now: datetime) -> bool:
    """Whether anything can still be put right: it is neither off nor over, nor its time past."""
    return booking.state in AHEAD and booking.span.end > now


def standing_problems(wish: Wish, limits: GroundsLimits) -> tuple[Problem, ...]:
    """What is no longer as it was when it was booked."""
    found = tuple(problem for rule in _STILL for problem in rule(wish, limits))
    if wish.area.active and wish.area.kind is AreaKind.PLACE:
        return found
    form = (each for each in form_problems(wish, limits) if each.code == "area-not-active")
    return (*form, *found)


def needs_mending(lost: Problem | None, warnings: Iterable[Problem], override: str) -> bool:
    """Whether somebody has to see to it: a warning that was answered with a reason was seen."""
    return lost is not None or any(
        each.severity is Severity.ERROR or not override for each in warnings
    )


def _whole(bookings: tuple[Stored, ...], now: datetime) -> Span:
    """The time from the first to the last of them."""
    if not bookings:
        return Span(now, now)
    return Span(min(each.span.start for each in bookings), max(each.span.end for each in bookings))

"""One booking with everything beside the calendar: people, series, light, who could watch."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.live import live
from openblock.features.grounds.queries.officers import supervisor_offers
from openblock.features.grounds.queries.rows import BookingCard, ParticipantRow, SeriesRow
from openblock.features.grounds.queries.standing import Standing, is_ahead
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.rules.content import Repeat
from openblock.features.grounds.tables import Booking, Series
from openblock.features.residents.queries import wheres


def booking_card(session: Session, booking_id: int, now: datetime) -> BookingCard | None:
    """Everything about one booking as it stands; nothing when the number is unknown."""
    found = stored_bookings(session, Booking.id == booking_id)
    if not found:
        return None
    booking, figures = found[0], read_figures(session)
    asked = select(Booking.approved_by, Booking.settled_by).where(Booking.id == booking_id)
    approved_by, settled_by = session.execute(asked).one()
    standing = Standing(session, figures, now, found)
    row = standing.row(booking)
    offers = (
        supervisor_offers(session, booking.content, booking_id) if is_ahead(booking, now) else ()
    )
    return BookingCard(
        booking=row,
        area=standing.around.area(booking.area_id),
        participants=_participants(session, booking, now),
        light=figures.light(row.day),
        series=_series(session, booking.series_id, now),
        offers=offers,
        approved_by=approved_by,
        history=tuple(_history(booking, settled_by)),
    )


def _participants(session: Session, booking: Stored, now: datetime) -> tuple[ParticipantRow, ...]:
    places = wheres(session, now)
    return tuple(
        ParticipantRow(each.resident_id, each.name, places.get(each.resident_id, ""), each.came)
        for each in booking.people
    )


def _series(session: Session, series_id: int | None, now: datetime) -> SeriesRow | None:
    row = None if series_id is None else session.get(Series, series_id)
    if row is None:
        return None
    ahead = select(func.count()).where(Booking.series_id == row.id, live(), Booking.ends_at > now)
    weekdays = tuple(row.weekdays)
    return SeriesRow(
        series_id=row.id,
        version=row.version,
        repeat=Repeat.WEEKLY if weekdays else Repeat.DAILY,
        weekdays=weekdays,
        first_day=row.first_day,
        last_day=row.last_day,
        left=session.scalar(ahead) or 0,
        skipped=tuple(_skipped(row.skipped)),
    )


def _skipped(stored: Iterable[list[object]]) -> Iterable[tuple[date, tuple[str, ...]]]:
    for day, codes in stored:
        if isinstance(codes, list):
            yield date.fromisoformat(str(day)), tuple(map(str, codes))


def _history(booking: Stored, settled_by: str) -> Iterable[tuple[datetime, str, str]]:
    """When what happened to it, as code, and who did it where that is known."""
    yield booking.booked_at, "booked", booking.booked_by
    if booking.started_at is not None:
        yield booking.started_at, "started", settled_by if booking.ended_at is None else ""
    if booking.ended_at is not None:
        yield booking.ended_at, "finished", settled_by

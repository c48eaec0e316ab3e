"""Groups that were booked before, so that the same people are booked again in a step or two."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.grounds.queries.live import live
from openblock.features.grounds.queries.rows import EarlierGroup
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.tables import Booking
from openblock.features.residents.tables import Stay

#: How far back groups are remembered, and how far ahead those already booked count as known.
BACK, ON = timedelta(days=90), timedelta(days=14)
#: At most so many bookings are looked through: what was often booked is among the newest.
MOST_READ = 400


def earlier_groups(
    session: Session, area_id: int | None, now: datetime, limit: int = 8
) -> tuple[EarlierGroup, ...]:
    """Groups of people who are all here still, whoever was booked last first; of an area or all.

    Purpose, equipment and length are those of the group's last booking.
    """
    read = _newest(session, area_id, now)
    present = _present(session, now)
    found: dict[tuple[int, ...], EarlierGroup] = {}
    for booking in reversed(read):
        residents = tuple(each.resident_id for each in booking.people)
        key = tuple(sorted(residents))
        if key in found:
            found[key] = replace(found[key], times=found[key].times + 1)
        elif key and present.issuperset(key):
            found[key] = _group(booking, residents)
    return tuple(found.values())[:limit]


def _newest(session: Session, area_id: int | None, now: datetime) -> tuple[Stored, ...]:
    """The newest bookings by start, their numbers first: an index gives them without the rest."""
    newest = select(Booking.id).where(
        live(), Booking.ends_at > now - BACK, Booking.ends_at < now + ON
    )
    if area_id is not None:
        newest = newest.where(Booking.area_id == area_id)
    last = newest.order_by(Booking.ends_at.desc(), Booking.id.desc()).limit(MOST_READ)
    return stored_bookings(session, Booking.id.in_(last))


def _present(session: Session, now: datetime) -> frozenset[int]:
    asked = select(Stay.resident_id).where(Stay.discharged > now, Stay.admitted <= now)
    return frozenset(session.scalars(asked))


def _group(booking: Stored, residents: tuple[int, ...]) -> EarlierGroup:
    return EarlierGroup(
        residents=residents,
        names=tuple(each.name for each in booking.people),
        purpose=booking.purpose,
        equipment=booking.equipment,
        minutes=booking.span.minutes,
        area_id=booking.area_id,
        last=booking.span.start,
        times=1,
    )

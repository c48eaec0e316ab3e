"""Bookings as they are stored, with the names of who takes part: columns, not mapped rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from openblock.features.grounds.rules.content import BookingContent, Span, State
from openblock.features.grounds.tables import Booking, Participant
from openblock.features.residents.tables import Resident
from openblock.features.staff.tables import Officer
from openblock.i18n import sort_key

ONE_MINUTE = timedelta(minutes=1)

_BOOKINGS: Select[*tuple[Any, ...]] = (
    select(
        *(Booking.id, Booking.version, Booking.area_id, Booking.starts_at, Booking.ends_at),
        *(Booking.heads, Booking.purpose, Booking.equipment, Booking.officer_id),
        *(Booking.state, Booking.series_id, Booking.override, Booking.booked_by),
        *(Booking.booked_at, Booking.started_at, Booking.ended_at, Booking.cause),
        *(Officer.surname, Officer.given_name),
    )
    .outerjoin(Officer, Officer.id == Booking.officer_id)
    .order_by(Booking.starts_at, Booking.id)
)


@dataclass(frozen=True, slots=True)
class Person:
    """A resident who takes part in a booking."""

    resident_id: int
    name: str
    came: bool = True


@dataclass(frozen=True, slots=True)
class Stored:
    """A booking as stored; ``people`` by name where they were read with it."""

    booking_id: int
    version: int
    area_id: int
    span: Span
    heads: int
    purpose: str
    equipment: str
    officer_id: int | None
    officer: str
    state: State
    series_id: int | None
    override: str
    booked_by: str
    booked_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    cause: str
    people: tuple[Person, ...] = ()

    @property
    def held(self) -> Span:
        """The time it takes."""
        return held_time(self.span, self.ended_at)

    @property
    def content(self) -> BookingContent:
        """The part that is entered."""
        return BookingContent(
            self.area_id,
            self.span.start,
            self.span.end,
            tuple(each.resident_id for each in self.people),
            self.purpose,
            self.equipment,
            self.officer_id,
        )


def held_time(planned: Span, ended_at: datetime | None) -> Span:
    """The time a booking takes: who is back early gives the rest of it to others."""
    if ended_at is None or ended_at >= planned.end:
        return planned
    return Span(planned.start, max(ended_at, planned.start + ONE_MINUTE))


def stored_bookings(
    session: Session, *wanted: ColumnElement[bool], people: bool = True
) -> tuple[Stored, ...]:
    """The bookings wanted, by start: two statements, however many there are.

    ``wanted`` speaks of the table of bookings.
    """
    rows = session.execute(_BOOKINGS.where(*wanted)).all()
    taking_part = people_of(session, *wanted) if rows and people else {}
    return tuple(
        Stored(
            booking_id=row.id,
            version=row.version,
            area_id=row.area_id,
            span=Span(row.starts_at, row.ends_at),
            heads=row.heads,
            purpose=row.purpose,
            equipment=row.equipment,
            officer_id=row.officer_id,
            officer=f"{row.surname} {row.given_name}" if row.officer_id is not None else "",
            state=State(row.state),
            series_id=row.series_id,
            override=row.override,
            booked_by=row.booked_by,
            booked_at=row.booked_at,
            started_at=row.started_at,
            ended_at=row.ended_at,
            cause=row.cause,
            people=taking_part.get(row.id, ()),
        )
        for row in rows
    )


def people_of(session: Session, *wanted: ColumnElement[bool]) -> Mapping[int, tuple[Person, ...]]:
    """Who takes part in the bookings wanted, by booking and in the order of names."""
    asked = (
        select(
            *(Participant.booking_id, Participant.resident_id, Participant.came),
            *(Resident.surname, Resident.given_name),
        )
        .join(Resident, Resident.id == Participant.resident_id)
        # Not joined: the database would look through all who ever took part in anything.
        .where(Participant.booking_id.in_(select(Booking.id).where(*wanted)))
    )
    found: dict[int, list[Person]] = defaultdict(list)
    for booking_id, resident_id, came, surname, given_name in session.execute(asked):
        found[booking_id].append(Person(resident_id, f"{surname} {given_name}", came))
    return {number: by_name(those) for number, those in found.items()}


def by_name(people: Iterable[Person]) -> tuple[Person, ...]:
    """People in the Latvian order of their names."""
    return tuple(sorted(people, key=lambda each: (_place(each.name), each.resident_id)))


@lru_cache(maxsize=4096)
def _place(name: str) -> tuple[object, ...]:
    """Where a name stands; the same few people take part in everything."""
    return sort_key(name)

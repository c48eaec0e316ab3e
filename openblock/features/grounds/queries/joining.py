"""What bookings hang on duties and on people, joined to the roster and to the residents (GR-06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from openblock import clock
from openblock.clock import at, day_of
from openblock.errors import Problem, Severity
from openblock.features.grounds.queries.live import ahead, live, meets
from openblock.features.grounds.queries.people import while_serving
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.rules.content import OPEN, Span, State, Supervisor
from openblock.features.grounds.rules.watching import lost_problem
from openblock.features.grounds.tables import Area, Booking, Participant
from openblock.features.residents.queries import Event, OpenMatter
from openblock.features.residents.queries import Join as PeopleJoin
from openblock.features.residents.queries import join as join_people
from openblock.features.rooms.queries.planning import bound_to_stay
from openblock.features.roster.queries import DutyMark, Join, join
from openblock.features.roster.tables import Duty
from openblock.features.staff.tables import Officer
from openblock.i18n import format_number, format_time

_DAY = timedelta(days=1)


class _Shift(NamedTuple):
    """A duty of an officer, on the day it begins."""

    day: date
    starts_at: datetime
    ends_at: datetime


def marks(session: Session, first: date, last: date) -> tuple[DutyMark, ...]:
    """The coming bookings whose officer is no longer on duty throughout (GR-06, RO-14).

    On the cell of a duty that holds a part of the booking; where there is none, on its own day.
    """
    whole = exists().where(
        Duty.officer_id == Booking.officer_id,
        Officer.id == Duty.officer_id,
        while_serving(),
        Duty.starts_at <= Booking.starts_at,
        Duty.ends_at >= Booking.ends_at,
    )
    rows = _watched(session, first, last, ahead(), Booking.ends_at > clock.now(), ~whole)
    if not rows:
        return ()
    names, duties = _area_names(session), _duties_of(session, rows)
    found = (_mark(row, names[row.area_id], duties[row.officer_id or 0]) for row in rows)
    return tuple(each for each in found if each is not None and first <= each.day <= last)


def beside(session: Session, first: date, last: date) -> Mapping[tuple[int, date], tuple[str, ...]]:
    """What an officer watches on the duty of a day: Sporta laukums 14:00–15:30, 8."""
    rows = _watched(session, first, last, live())
    if not rows:
        return {}
    names, duties = _area_names(session), _duties_of(session, rows)
    found: dict[tuple[int, date], tuple[str, ...]] = {}
    for row in rows:
        officer_id = row.officer_id or 0
        own = duties[officer_id]
        if _is_lost(row, own):
            continue
        cell = (officer_id, next(each.day for each in reversed(own) if _begins_in(row, each)))
        if first <= cell[1] <= last:
            hours = f"{format_time(row.span.start)}–{format_time(row.span.end)}"
            words = f"{names[row.area_id]} {hours}, {format_number(row.heads)}"
            found[cell] = (*found.get(cell, ()), words)
    return found


def _watched(
    session: Session, first: date, last: date, *wanted: ColumnElement[bool]
) -> tuple[Stored, ...]:
    """Bookings with an officer that a duty of these days may hold: one of the last ends later."""
    days = Span(at(first), at(last + 2 * _DAY))
    named = Booking.officer_id.is_not(None)
    return stored_bookings(session, named, meets(days), *wanted, people=False)


def _area_names(session: Session) -> Mapping[int, str]:
    return dict(session.execute(select(Area.id, Area.name)).all())


def _duties_of(session: Session, rows: Sequence[Stored]) -> Mapping[int, list[_Shift]]:
    """The duties near the bookings, by their officers and by start; none of who has left."""
    officers = {row.officer_id for row in rows if row.officer_id is not None}
    start, end = min(row.span.start for row in rows), max(row.span.end for row in rows)
    first, last = day_of(start) - 2 * _DAY, day_of(end) + _DAY
    asked = (
        select(Duty.officer_id, Duty.day, Duty.starts_at, Duty.ends_at)
        .join(Officer, Officer.id == Duty.officer_id)
        .where(Duty.day.between(first, last), Duty.officer_id.in_(sorted(officers)))
        .where(while_serving())
        .order_by(Duty.starts_at)
    )
    found: dict[int, list[_Shift]] = defaultdict(list)
    for officer_id, day, starts_at, ends_at in session.execute(asked):
        found[officer_id].append(_Shift(day, starts_at, ends_at))
    return found


def _is_lost(row: Stored, duties: Iterable[_Shift]) -> bool:
    spans = tuple(Span(each.starts_at, each.ends_at) for each in duties)
    officer = Supervisor(row.officer_id or 0, row.officer, spans)
    return lost_problem(row.span, officer, 0, roster_laid=True) is not None


def _begins_in(row: Stored, duty: _Shift) -> bool:
    return duty.starts_at <= row.span.start < duty.ends_at


def _mark(row: Stored, area: str, duties: Sequence[_Shift]) -> DutyMark | None:
    if not _is_lost(row, duties):
        return None
    near = (each.day for each in duties if Span(each.starts_at, each.ends_at).meets(row.span))
    own_day = day_of(row.span.start)
    facts = {
        "area": area,
        "start": row.span.start,
        "end": row.span.end,
        "heads": row.heads,
        "name": row.officer,
    }
    problem = Problem("booking-lost-supervisor", Severity.WARNING, facts)
    return DutyMark(row.officer_id or 0, next(near, own_day), problem, "grounds", _place(row))


def where(_session: Session, _at: datetime) -> Mapping[int, str]:
    """Nothing: who is out on the grounds still sleeps in the bed lists show."""
    return {}


def events(session: Session, resident_id: int) -> tuple[Event, ...]:
    """The bookings somebody takes or took part in, and those nobody came to; cancelled ones not."""
    taking_part = select(Participant.booking_id, Participant.came).where(
        Participant.resident_id == resident_id
    )
    came = dict(session.execute(taking_part).all())
    rows = stored_bookings(
        session,
        taken_part_in(resident_id),
        Booking.state != State.CANCELLED,
        people=False,
    )
    names = _area_names(session) if rows else {}
    return tuple(_event(row, names[row.area_id], came=came[row.booking_id]) for row in rows)


def taken_part_in(resident_id: int) -> ColumnElement[bool]:
    """Bookings somebody takes part in."""
    own = select(Participant.booking_id).where(Participant.resident_id == resident_id)
    return Booking.id.in_(own)


def _event(row: Stored, area: str, *, came: bool) -> Event:
    facts: dict[str, object] = {
        "area": area,
        "start": row.started_at or row.span.start,
        "end": row.ended_at or row.span.end,
        "purpose": row.purpose,
    }
    if row.state is State.NO_SHOW or not came:
        kind = "booking-missed"
    else:
        kind = "booked" if row.state in OPEN else "on-grounds"
    return Event(row.span.start, kind, facts, row.booking_id, "grounds", _place(row))


def _place(row: Stored) -> Mapping[str, object]:
    """Where on the tab a booking is found."""
    return {
        "booking_id": row.booking_id,
        "area_id": row.area_id,
        "day": day_of(row.span.start),
    }


def matters_of_grounds(session: Session, resident_id: int, at: datetime) -> tuple[OpenMatter, ...]:
    """The bookings a release at ``at`` would take the person out of (RES-09), area by area.

    Those that nobody would be left in are cancelled. A series of half a year is one matter: its
    number, its first booking and when the last one begins.
    """
    rows = bookings_of_stay(session, resident_id, at)
    names = _area_names(session) if rows else {}
    found: dict[tuple[str, str], list[Stored]] = defaultdict(list)
    for row in rows:
        kind = "booking" if row.heads > 1 else "last-of-booking"
        found[kind, names[row.area_id]].append(row)
    return tuple(
        OpenMatter(
            kind,
            {
                "area": area,
                "number": len(those),
                "start": those[0].span.start,
                "end": those[0].span.end,
                "last": those[-1].span.start,
            },
        )
        for (kind, area), those in found.items()
    )


def bookings_of_stay(session: Session, resident_id: int, at: datetime) -> tuple[Stored, ...]:
    """A person's bookings that ``at`` lies before the end of, in the stay that holds ``at``.

    A group that has gone out stays as it was ticked; what is planned for another stay is left.
    """
    last = bound_to_stay(session, resident_id, at)
    return stored_bookings(
        session,
        taken_part_in(resident_id),
        Booking.state.in_(sorted(OPEN)),
        Booking.ends_at > at,
        Booking.starts_at < last,
        people=False,
    )


ON_DUTIES = Join("grounds", marks, beside, operation="grounds.week")
join(ON_DUTIES)
OF_RESIDENTS = PeopleJoin("grounds", where, events, matters_of_grounds)
join_people(OF_RESIDENTS)

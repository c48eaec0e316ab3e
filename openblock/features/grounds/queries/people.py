"""Who is to take part and who is to watch, as a wish needs to know them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from openblock.clock import at, day_of
from openblock.errors import KnownError
from openblock.features.diary.queries import commitments, in_parts
from openblock.features.diary.rules import Commitment, CommitmentKind
from openblock.features.diary.rules import resident as in_diary
from openblock.features.grounds.queries.live import live, meets
from openblock.features.grounds.queries.stored import held_time
from openblock.features.grounds.queries.timeline import Timeline, timelines
from openblock.features.grounds.rules.content import Guest, Span, Supervisor
from openblock.features.grounds.tables import Area, Booking
from openblock.features.residents.tables import Resident, Stay
from openblock.features.roster.tables import Duty
from openblock.features.staff.tables import Officer

ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(days=7)


def week_of(moment: datetime) -> Span:
    """The week an instant lies in, from Monday to Monday by the block's calendar (GR-12)."""
    day = day_of(moment)
    monday = day - timedelta(days=day.weekday())
    return Span(at(monday), at(monday + ONE_WEEK))


class Guests:
    """Residents with their stays and with what their time is taken by, over some weeks.

    KnownError ``resident-unknown`` where there is no such number.
    """

    def __init__(self, session: Session, resident_ids: Collection[int], span: Span) -> None:
        self._names = _names(session, resident_ids)
        self._present = _stays(session, resident_ids)
        people = [in_diary(number) for number in resident_ids]
        first, last = week_of(span.start).start, week_of(span.end).end
        held = commitments(session, people, first, last) if people else ()
        self._words = _words(session, held)
        self._held = timelines(held, lambda each: each.person, _span)

    def guest(self, resident_id: int, span: Span, booking_id: int | None, now: datetime) -> Guest:
        """The resident around a time; the booking that is changed is not in its own way."""
        if resident_id not in self._names:
            raise KnownError("resident-unknown")
        week, own = week_of(span.start), (CommitmentKind.BOOKING, booking_id)
        near = Span(min(week.start, span.start), max(week.end, span.end))
        held = self._held.get(in_diary(resident_id))
        others = [
            each
            for _time, each in (held.meeting(near) if held else ())
            if (each.kind, each.source_id) != own
        ]
        return Guest(
            resident_id,
            self._names[resident_id],
            self._present.get(resident_id, ()),
            tuple(
                (_span(each), each.kind, self._words.get(each.source_id, ""))
                for each in others
                if _span(each).meets(span)
            ),
            _ahead(others, week, now),
        )


def _span(held: Commitment) -> Span:
    return Span(held.start, held.end)


def _ahead(held: Collection[Commitment], week: Span, now: datetime) -> int:
    """Bookings of that week that have not begun."""
    return sum(
        each.kind == CommitmentKind.BOOKING
        and each.start > now
        and week.start <= each.start < week.end
        for each in held
    )


def _names(session: Session, resident_ids: Collection[int]) -> Mapping[int, str]:
    asked = select(Resident.id, Resident.surname, Resident.given_name)
    return {
        number: f"{surname} {given_name}"
        for some in in_parts(resident_ids)
        for number, surname, given_name in session.execute(asked.where(Resident.id.in_(some)))
    }


def _stays(session: Session, resident_ids: Collection[int]) -> Mapping[int, tuple[Span, ...]]:
    found: dict[int, list[Span]] = defaultdict(list)
    asked = select(Stay.resident_id, Stay.admitted, Stay.discharged)
    for some in in_parts(resident_ids):
        for number, start, end in session.execute(asked.where(Stay.resident_id.in_(some))):
            found[number].append(Span(start, end))
    return {number: tuple(sorted(spans)) for number, spans in found.items()}


def _words(session: Session, held: Collection[Commitment]) -> Mapping[int, str]:
    """The name of the area of each booking that takes somebody's time."""
    numbers = {each.source_id for each in held if each.kind == CommitmentKind.BOOKING}
    asked = select(Booking.id, Area.name).join(Area, Area.id == Booking.area_id)
    return {
        number: name
        for some in in_parts(numbers)
        for number, name in session.execute(asked.where(Booking.id.in_(some)))
    }


@dataclass(frozen=True, slots=True)
class Watch:
    """What an officer watches over: a live booking, and the ratio of its area."""

    booking_id: int
    officer_id: int
    held: Span
    heads: int
    ratio: int


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One duty of an officer."""

    officer_id: int
    name: str
    post: str
    span: Span


class Staff:
    """The officers on duty in a time, and what those asked for (or all) watch over then."""

    def __init__(
        self, session: Session, span: Span, officer_ids: Collection[int] | None = None
    ) -> None:
        self._session = session
        self._span = span
        self._officer_ids = officer_ids
        duties = _duties(session, Span(span.start - ONE_DAY, span.end + ONE_DAY))
        self._duties = Timeline((each.span, each) for each in duties)
        self._of_officer = timelines(duties, lambda each: each.officer_id, lambda each: each.span)
        self._names = {each.officer_id: each.name for each in duties}

    @cached_property
    def _watched(self) -> Mapping[int, Timeline[Watch]]:
        return timelines(
            _watched(self._session, self._span, self._officer_ids),
            lambda each: each.officer_id,
            lambda each: each.held,
        )

    def laid(self, span: Span) -> bool:
        """Whether anybody has a duty in those hours: else the roster is not laid yet."""
        return bool(self._duties.meeting(span))

    def on_duty(self, span: Span) -> tuple[OnDuty, ...]:
        """The duties that meet a time."""
        return tuple(each for _span, each in self._duties.meeting(span))

    def named(self, officer_id: int, name: str, span: Span) -> Supervisor:
        """The officer with the duties around a time, and not asked what else is watched then."""
        duties = self._of_officer.get(officer_id)
        near = Span(span.start - ONE_DAY, span.end + ONE_DAY)
        held = tuple(each for each, _duty in duties.meeting(near)) if duties else ()
        return Supervisor(officer_id, name, held)

    def supervisor(self, officer_id: int, span: Span, booking_id: int | None) -> Supervisor:
        """The officer around a time; KnownError ``officer-unknown``."""
        watched = tuple(
            (each.held, each.heads, each.ratio)
            for each in self.watching(officer_id, span)
            if each.booking_id != booking_id
        )
        return replace(self.named(officer_id, self._name(officer_id), span), watched=watched)

    def watching(self, officer_id: int, span: Span) -> tuple[Watch, ...]:
        """What the officer watches over at some instant of a time."""
        line = self._watched.get(officer_id)
        return tuple(each for _held, each in line.meeting(span)) if line else ()

    def _name(self, officer_id: int) -> str:
        if officer_id not in self._names:
            asked = select(Officer.surname, Officer.given_name).where(Officer.id == officer_id)
            found = self._session.execute(asked).one_or_none()
            if found is None:
                raise KnownError("officer-unknown")
            self._names[officer_id] = f"{found.surname} {found.given_name}"
        return self._names[officer_id]


def while_serving() -> ColumnElement[bool]:
    """Duties of days on which their officer serves, joined to the officer.

    Who has left is not there, whatever the roster goes on showing until somebody takes it off.
    """
    return and_(
        Duty.day >= Officer.active_from,
        or_(Officer.last_day.is_(None), Duty.day <= Officer.last_day),
    )


def _duties(session: Session, span: Span) -> tuple[OnDuty, ...]:
    """Every duty that meets a time, by the index of the days they begin on."""
    asked = (
        select(
            *(Duty.officer_id, Officer.surname, Officer.given_name, Duty.post),
            *(Officer.post.label("usual"), Duty.starts_at, Duty.ends_at),
        )
        .join(Officer, Officer.id == Duty.officer_id)
        .where(
            Duty.day.between(day_of(span.start) - 2 * ONE_DAY, day_of(span.end)),
            Duty.starts_at < span.end,
            Duty.ends_at > span.start,
            while_serving(),
        )
        .order_by(Duty.starts_at, Duty.officer_id)
    )
    return tuple(
        OnDuty(officer_id, f"{surname} {given_name}", post or usual, Span(start, end))
        for officer_id, surname, given_name, post, usual, start, end in session.execute(asked)
    )


def _watched(
    session: Session, span: Span, officer_ids: Collection[int] | None
) -> tuple[Watch, ...]:
    wanted = [live(), meets(span)]
    if officer_ids is None:
        wanted.append(Booking.officer_id.is_not(None))
    elif officer_ids:
        wanted.append(Booking.officer_id.in_(sorted(officer_ids)))
    else:
        return ()
    asked = (
        select(
            *(Booking.id, Booking.officer_id, Booking.starts_at, Booking.ends_at),
            *(Booking.ended_at, Booking.heads, Area.ratio),
        )
        .join(Area, Area.id == Booking.area_id)
        .where(*wanted)
    )
    return tuple(
        Watch(number, officer_id, held_time(Span(start, end), ended), heads, ratio)
        for number, officer_id, start, end, ended, heads, ratio in session.execute(asked)
        if officer_id is not None
    )

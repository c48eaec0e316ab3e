"""Who uses the grounds how much: everybody's share of a period, and one person's bookings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.grounds.queries.areas import areas
from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.live import LONGEST
from openblock.features.grounds.queries.rows import BookingRow, FairLine, FairUse
from openblock.features.grounds.queries.standing import Standing
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.rules.content import OPEN, Span, State
from openblock.features.grounds.tables import Booking, Participant
from openblock.features.residents.queries import wheres
from openblock.features.residents.tables import Resident, Stay
from openblock.features.shadowing.rules.times import whole
from openblock.i18n import sort_key

#: So many of one person's bookings are shown.
MOST_SHOWN = 200


def fair_use(session: Session, first: date, last: date, now: datetime) -> FairUse:
    """How long everybody was on which area from ``first`` to ``last``, the least-served first.

    Counted are the minutes as ticked of what is over, those until ``now`` of what is not, where
    the person came; bookings ahead and those missed are counted as so many times. In it is
    everybody who is or was here in the period; who has left stands last: nobody can be served
    better who is not here.
    """
    days = Span(whole(first).start, whole(last).end)
    names, shares = _present(session, days), _shares(session, days, now)
    here = _present(session, _at_the_end(days, now))
    places = wheres(session, now)
    lines = [
        FairLine(
            resident_id=number,
            name=name,
            place=places.get(number, ""),
            minutes=dict(shares[number].minutes),
            times=shares[number].times,
            missed=shares[number].missed,
            ahead=shares[number].ahead,
        )
        for number, name in names.items()
    ]
    lines.sort(
        key=lambda each: (
            *(each.resident_id not in here, each.total, each.times),
            *(sort_key(each.name), each.resident_id),
        )
    )
    used = {number for each in lines for number in each.minutes}
    return FairUse(
        first=first,
        last=last,
        areas=tuple(row for row in areas(session) if row.area_id in used),
        lines=tuple(lines),
        average=round(sum(each.total for each in lines) / len(lines)) if lines else 0,
    )


@dataclass(slots=True)
class _Share:
    """One person's use of the grounds, as it is added up."""

    minutes: Counter[int] = field(default_factory=Counter)
    times: int = 0
    missed: int = 0
    ahead: int = 0

    def add(self, area_id: int, state: str, minutes: int, *, came: bool) -> None:
        if state in OPEN:
            self.ahead += 1
        elif state == State.NO_SHOW or not came:
            self.missed += 1
        else:
            self.times += 1
            self.minutes[area_id] += minutes


def _shares(session: Session, days: Span, now: datetime) -> Mapping[int, _Share]:
    """Everybody's bookings that began in those days; one statement, however many they are."""
    asked = (
        select(
            *(Participant.resident_id, Participant.came, Booking.area_id, Booking.state),
            *(Booking.starts_at, Booking.ends_at, Booking.started_at, Booking.ended_at),
        )
        .select_from(Booking)
        .join(Participant, Participant.booking_id == Booking.id)
        .where(
            Booking.ends_at > days.start,
            Booking.ends_at < days.end + LONGEST,
            Booking.starts_at >= days.start,
            Booking.starts_at < days.end,
            Booking.state != State.CANCELLED,
        )
    )
    found: dict[int, _Share] = defaultdict(_Share)
    for row in session.execute(asked):
        # What was never ticked and is past is neither used nor ahead: nobody knows.
        if row.state in OPEN and row.ends_at <= now:
            continue
        started, ended = row.started_at or row.starts_at, row.ended_at or max(now, row.starts_at)
        minutes = max(Span(started, ended).minutes, 0)
        found[row.resident_id].add(row.area_id, row.state, minutes, came=row.came)
    return found


def _at_the_end(days: Span, now: datetime) -> Span:
    """The last moment of the period that is known: now, while it is not over."""
    moment = min(max(now, days.start), days.end - timedelta(minutes=1))
    return Span(moment, moment + timedelta(minutes=1))


def _present(session: Session, days: Span) -> Mapping[int, str]:
    asked = (
        select(Resident.id, Resident.surname, Resident.given_name)
        .join(Stay, Stay.resident_id == Resident.id)
        .where(Stay.discharged > days.start, Stay.admitted < days.end)
    )
    return {
        number: f"{surname} {given_name}" for number, surname, given_name in session.execute(asked)
    }


def resident_bookings(session: Session, resident_id: int, now: datetime) -> tuple[BookingRow, ...]:
    """The bookings of one person that were entered last, by start; cancelled ones too."""
    newest = (
        select(Participant.booking_id)
        .where(Participant.resident_id == resident_id)
        # By the order they were entered in, which the index has: their times it has not.
        .order_by(Participant.id.desc())
        .limit(MOST_SHOWN)
    )
    found = stored_bookings(session, Booking.id.in_(newest))
    return Standing(session, read_figures(session), now, found).rows()

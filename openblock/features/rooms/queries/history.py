"""Who slept where: at an instant, in a room, one person; and the house counted day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock import clock
from openblock.features.residents.tables import Stay
from openblock.features.rooms.queries.house import BedPlace, bed_places
from openblock.features.rooms.queries.rows import (
    AssignmentRow,
    ClosureRow,
    DayOfBeds,
    HoldRow,
    Sleeper,
)
from openblock.features.rooms.queries.stored import (
    assignment_rows,
    closures_between,
    first_of_each_bed,
    holds_between,
    reaches,
)
from openblock.features.rooms.rules.house import code_order
from openblock.features.rooms.rules.roll import Roll, roll_of
from openblock.features.rooms.tables import Assignment, Bed

T = TypeVar("T")


def who_slept(session: Session, at: datetime) -> tuple[Sleeper, ...]:
    """Who had which bed at ``at``, by room and bed."""
    places = bed_places(session)
    rows = [row for row in first_of_each_bed(session, at) if row.starts_at <= at]
    found = [
        Sleeper(
            row.bed,
            places[row.content.bed_id].room_id,
            row.content.resident_id,
            row.name,
            row.content.starts_at,
            row.content.ends_at,
        )
        for row in assignment_rows(session, rows, places)
    ]
    return tuple(sorted(found, key=lambda each: code_order(each.bed)))


def room_history(session: Session, room_id: int, limit: int = 500) -> tuple[AssignmentRow, ...]:
    """Who has slept in a room, the newest first; at most ``limit``."""
    beds = tuple(session.scalars(select(Bed.id).where(Bed.room_id == room_id)))
    asked = (
        select(Assignment)
        .where(Assignment.bed_id.in_(beds))
        .order_by(Assignment.starts_at.desc(), Assignment.id.desc())
        .limit(limit)
    )
    return assignment_rows(session, session.scalars(asked))


def resident_placements(session: Session, resident_id: int) -> tuple[AssignmentRow, ...]:
    """Every bed a person has had, has and is to have, the newest first."""
    asked = (
        select(Assignment)
        .where(Assignment.resident_id == resident_id)
        .order_by(Assignment.starts_at.desc())
    )
    return assignment_rows(session, session.scalars(asked))


def occupancy_by_day(session: Session, first: date, last: date) -> tuple[DayOfBeds, ...]:
    """The roll at the last instant of every day from ``first`` to ``last``, both included."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if not days:
        return ()
    start, end = clock.at(first), clock.at(last, clock.MINUTES_OF_DAY)
    period = _Period(session, start, end)
    return tuple(DayOfBeds(day, period.roll(_close_of(day))) for day in days)


def _close_of(day: date) -> datetime:
    return clock.at(day, clock.MINUTES_OF_DAY) - timedelta(microseconds=1)


class _Period:
    """Everything that meets a period, read once and counted at instants of it."""

    def __init__(self, session: Session, start: datetime, end: datetime) -> None:
        self._places: dict[int, BedPlace] = dict(bed_places(session))
        meets = (Assignment.ends_at > start, Assignment.starts_at < end)
        self._assignments = [
            ((number, bed), begin, finish)
            for number, bed, begin, finish in session.execute(
                select(
                    Assignment.resident_id,
                    Assignment.bed_id,
                    Assignment.starts_at,
                    Assignment.ends_at,
                ).where(*meets)
            )
        ]
        self._stays = [
            (number, begin, finish)
            for number, begin, finish in session.execute(
                select(Stay.resident_id, Stay.admitted, Stay.discharged).where(
                    Stay.discharged > start, Stay.admitted < end
                )
            )
        ]
        self._closures: tuple[ClosureRow, ...] = closures_between(session, start, end)
        self._holds: tuple[HoldRow, ...] = holds_between(session, start, end)

    def roll(self, at: datetime) -> Roll:
        """The figures at one instant of the period."""
        closures = [
            each for each in self._closures if each.content.starts_at <= at < each.content.ends_at
        ]
        closed = {
            number
            for number, place in self._places.items()
            if any(reaches(each, place) for each in closures)
        }
        held = {
            each.content.bed_id
            for each in self._holds
            if each.content.starts_at <= at < each.content.ends_at
        }
        asleep = set(_at(self._assignments, at))
        return roll_of(
            beds=set(self._places),
            closed=closed,
            held=held - {bed for _number, bed in asleep},
            assigned={number for number, _bed in asleep},
            staying=set(_at(self._stays, at)),
        )


def _at(spans: Iterable[tuple[T, datetime, datetime]], at: datetime) -> Iterator[T]:
    for whose, start, end in spans:
        if start <= at < end:
            yield whose

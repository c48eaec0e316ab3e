"""Who slept where: at an instant, in a room, one person; and the house counted day by day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock import clock
from openblock.features.residents.tables import Stay
from openblock.features.rooms.queries.house import bed_places
from openblock.features.rooms.queries.rows import AssignmentRow, DayOfBeds, Sleeper
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
    rolls = _rolls(session, [_close_of(day) for day in days])
    return tuple(DayOfBeds(day, roll) for day, roll in zip(days, rolls, strict=True))


def _close_of(day: date) -> datetime:
    return clock.at(day, clock.MINUTES_OF_DAY) - timedelta(microseconds=1)


def _rolls(session: Session, instants: Sequence[datetime]) -> Iterator[Roll]:
    """The figures at each of the instants, which are in order; everything is read once."""
    start, end = instants[0], instants[-1] + timedelta(microseconds=1)
    places = bed_places(session)
    sleeps = select(
        Assignment.resident_id, Assignment.bed_id, Assignment.starts_at, Assignment.ends_at
    ).where(Assignment.ends_at > start, Assignment.starts_at < end)
    stays = select(Stay.resident_id, Stay.admitted, Stay.discharged).where(
        Stay.discharged > start, Stay.admitted < end
    )
    asleep = _held(
        instants,
        (((row[0], row[1]), row[2], row[3]) for row in session.execute(sleeps)),
    )
    closed = _held(
        instants,
        (
            (number, each.content.starts_at, each.content.ends_at)
            for each in closures_between(session, start, end)
            for number, place in places.items()
            if reaches(each, place)
        ),
    )
    kept = _held(
        instants,
        (
            (each.content.bed_id, each.content.starts_at, each.content.ends_at)
            for each in holds_between(session, start, end)
        ),
    )
    staying = _held(instants, ((row[0], row[1], row[2]) for row in session.execute(stays)))
    for sleeping, shut, held, here in zip(asleep, closed, kept, staying, strict=True):
        yield roll_of(
            beds=set(places),
            closed=shut,
            held=held - {bed for _number, bed in sleeping},
            assigned={number for number, _bed in sleeping},
            staying=here,
        )


def _held(
    instants: Sequence[datetime], spans: Iterable[tuple[T, datetime, datetime]]
) -> tuple[set[T], ...]:
    """Whose span holds at each instant: every span is looked at once, however many days."""
    found: tuple[set[T], ...] = tuple(set() for _ in instants)
    for whose, start, end in spans:
        for place in range(bisect_left(instants, start), bisect_left(instants, end)):
            found[place].add(whose)
    return found

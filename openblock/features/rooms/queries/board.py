"""The board: beds × days, with every bar that meets the period, and what the next days bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from openblock import clock
from openblock.errors import Problem
from openblock.features.residents.tables import Stay
from openblock.features.rooms.queries.facts import standing_facts
from openblock.features.rooms.queries.house import BedPlace, bed_places, house
from openblock.features.rooms.queries.now import problems_now
from openblock.features.rooms.queries.rows import AssignmentRow, Bar, Board, Upcoming
from openblock.features.rooms.queries.stored import (
    ASSIGNED,
    assignment_rows,
    closures_between,
    holds_between,
    reaches,
)
from openblock.features.rooms.rules.facts import Facts, Sleep
from openblock.features.rooms.tables import Assignment


def board(session: Session, start: datetime, end: datetime, floor_id: int | None = None) -> Board:
    """What every bed holds during ``[start, end)``; of one floor when one is named."""
    places = {
        number: place
        for number, place in bed_places(session).items()
        if floor_id is None or place.floor_id == floor_id
    }
    asked = ASSIGNED.where(
        Assignment.bed_id.in_(tuple(places)),
        Assignment.ends_at > start,
        Assignment.starts_at < end,
    ).order_by(Assignment.bed_id, Assignment.ends_at)
    rows = assignment_rows(session, session.execute(asked), places)
    return Board(
        start,
        end,
        house(session),
        _bars(session, rows, places, start, end),
        tuple(each for each in holds_between(session, start, end) if each.content.bed_id in places),
        tuple(
            each
            for each in closures_between(session, start, end)
            if any(reaches(each, place) for place in places.values())
        ),
    )


def upcoming(session: Session, at: datetime, days: int = 14) -> Upcoming:
    """Planned moves and the ends of stays within the next ``days``, in order of time."""
    until = at + timedelta(days=days)
    asked = (
        select(Assignment)
        .where(Assignment.starts_at > at, Assignment.starts_at < until, Assignment.ends_at > at)
        .order_by(Assignment.starts_at)
    )
    moves = assignment_rows(session, session.scalars(asked))
    before = _neighbours(session, moves)
    ends = (
        select(Assignment)
        .join(Stay, Stay.resident_id == Assignment.resident_id)
        .where(
            Assignment.ends_at > at,
            Assignment.ends_at < until,
            Stay.discharged == Assignment.ends_at,
        )
        .order_by(Assignment.ends_at)
    )
    return Upcoming(
        moves,
        tuple(before[row.assignment_id][0] for row in moves),
        assignment_rows(session, session.scalars(ends)),
    )


def _bars(
    session: Session,
    rows: tuple[AssignmentRow, ...],
    places: Mapping[int, BedPlace],
    start: datetime,
    end: datetime,
) -> tuple[Bar, ...]:
    if not rows:
        return ()
    people = frozenset(row.content.resident_id for row in rows)
    facts = standing_facts(session, people, places, start, end)
    beside = _neighbours(session, rows)
    ends = _stay_ends(session, people, start)
    return tuple(
        Bar(
            row,
            _problems(facts, row),
            *beside[row.assignment_id],
            discharged=_end_of(ends.get(row.content.resident_id, ()), row),
        )
        for row in rows
    )


def _problems(facts: Facts, row: AssignmentRow) -> tuple[Problem, ...]:
    return problems_now(facts, Sleep(row.assignment_id, row.content))


def _neighbours(session: Session, rows: Iterable[AssignmentRow]) -> Mapping[int, tuple[str, str]]:
    """The bed each assignment's person came from and the one they go to, where one follows on."""
    numbers = tuple(row.assignment_id for row in rows)
    own, other = aliased(Assignment), aliased(Assignment)
    # Each is one probe of the index; what begins as this one ends also ends later.
    came = other.ends_at == own.starts_at
    went = and_(other.starts_at == own.ends_at, other.ends_at > own.ends_at)
    sides = []
    for beside in (came, went):
        asked = (
            select(own.id, other.bed_id)
            .join(other, and_(other.resident_id == own.resident_id, beside))
            .where(own.id.in_(numbers))
        )
        sides.append({row[0]: row[1] for row in session.execute(asked)})
    places = bed_places(session, {bed_id for side in sides for bed_id in side.values()})
    before, after = (
        {number: places[bed_id].bed for number, bed_id in side.items()} for side in sides
    )
    return {number: (before.get(number, ""), after.get(number, "")) for number in numbers}


def _stay_ends(
    session: Session, resident_ids: Iterable[int], start: datetime
) -> Mapping[int, list[datetime]]:
    """When each person's stays end that go beyond ``start``, in order."""
    asked = (
        select(Stay.resident_id, Stay.discharged)
        .where(Stay.resident_id.in_(tuple(resident_ids)), Stay.discharged > start)
        .order_by(Stay.discharged)
    )
    ends: dict[int, list[datetime]] = {}
    for number, discharged in session.execute(asked):
        ends.setdefault(number, []).append(discharged)
    return ends


def _end_of(ends: Iterable[datetime], row: AssignmentRow) -> datetime:
    """The end of the stay an assignment lies in: the first one not before its own (ROOM-03)."""
    return next((each for each in ends if each >= row.content.ends_at), clock.FOREVER)

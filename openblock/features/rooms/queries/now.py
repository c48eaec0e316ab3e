"""Every bed and everyone without one at an instant, with the roll counted from them (§4.3)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from openblock import clock
from openblock.clock import FOREVER
from openblock.errors import Problem
from openblock.features.residents.tables import Resident, Stay
from openblock.features.rooms.queries.facts import standing_facts
from openblock.features.rooms.queries.house import BedPlace, bed_places, house
from openblock.features.rooms.queries.rows import (
    AssignmentRow,
    BedNow,
    BedState,
    ClosureRow,
    Homeless,
    Occupancy,
)
from openblock.features.rooms.queries.stored import (
    assignment_rows,
    closures_between,
    first_of_each_bed,
    holds_between,
    reaches,
)
from openblock.features.rooms.rules.facts import Facts, Sleep
from openblock.features.rooms.rules.placing import apart_problems, need_problems, sex_problems
from openblock.features.rooms.rules.roll import Roll, roll_of
from openblock.features.rooms.tables import Assignment, Bed

# The shortest interval there is: what holds at an instant is what holds within it.
INSTANT = timedelta(microseconds=1)


def occupancy(session: Session, at: datetime) -> Occupancy:
    """The whole house at ``at``: every bed with its state, who has none, and the figures."""
    places = bed_places(session)
    seen = _Seen(session, at, places)
    beds = tuple(seen.bed(place) for place in places.values())
    without, expected = _homeless(session, at, seen)
    return Occupancy(
        at=at,
        buildings=house(session),
        beds=beds,
        without_bed=without,
        expected=expected,
        closures=closures_between(session, at, FOREVER),
        roll=_roll(session, at, seen),
    )


def roll_at(session: Session, at: datetime) -> Roll:
    """The figures of §4.3 alone; for the status bar and for reports."""
    return _roll(session, at, _Seen(session, at, bed_places(session), judge=False))


def placed_at(
    session: Session, at: datetime, resident_ids: Collection[int] | None = None
) -> Mapping[int, AssignmentRow]:
    """Who has which bed at ``at``, by person; all of them, or those asked for."""
    if resident_ids is None:
        rows = [row for row in first_of_each_bed(session, at) if row.starts_at <= at]
    else:
        asked = select(Assignment).where(
            Assignment.resident_id.in_(tuple(resident_ids)),
            Assignment.ends_at > at,
            Assignment.starts_at <= at,
        )
        rows = list(session.scalars(asked))
    return {row.content.resident_id: row for row in assignment_rows(session, rows)}


def bed_of(session: Session, resident_id: int, at: datetime) -> AssignmentRow | None:
    """The person's assignment at ``at``, or nothing."""
    return placed_at(session, at, (resident_id,)).get(resident_id)


def _planned(
    session: Session, resident_ids: Iterable[int], at: datetime
) -> tuple[AssignmentRow, ...]:
    """Every placement of these people that begins after ``at``, in order of time."""
    asked = (
        select(Assignment)
        .where(
            Assignment.resident_id.in_(tuple(resident_ids)),
            # What begins later ends later: this bound is the one the index knows.
            Assignment.ends_at > at,
            Assignment.starts_at > at,
        )
        .order_by(Assignment.starts_at)
    )
    return assignment_rows(session, session.scalars(asked))


class _Seen:
    """What the beds hold at one instant, read once."""

    def __init__(
        self,
        session: Session,
        at: datetime,
        places: Mapping[int, BedPlace],
        *,
        judge: bool = True,
    ) -> None:
        self.at = at
        first = assignment_rows(session, first_of_each_bed(session, at), places)
        self.current = {row.content.bed_id: row for row in first if row.content.starts_at <= at}
        second = assignment_rows(session, first_of_each_bed(session, at, 1), places)
        following = {row.content.bed_id: row for row in second}
        following.update({row.content.bed_id: row for row in first if row.content.starts_at > at})
        self.following = following
        self.closures = closures_between(session, at, at + INSTANT)
        self.holds = {row.content.bed_id: row for row in holds_between(session, at, at + INSTANT)}
        self.places = places
        self.sleepers = {row.content.resident_id: row for row in self.current.values()}
        self._facts = (
            standing_facts(session, frozenset(self.sleepers), places, at, at + INSTANT)
            if judge and self.current
            else None
        )

    @property
    def closed(self) -> set[int]:
        """The beds out of service."""
        return {number for number, place in self.places.items() if self.closure_of(place)}

    def closure_of(self, place: BedPlace) -> ClosureRow | None:
        return next((each for each in self.closures if reaches(each, place)), None)

    def bed(self, place: BedPlace) -> BedNow:
        closure = self.closure_of(place)
        hold = self.holds.get(place.bed_id)
        assignment = self.current.get(place.bed_id)
        if assignment is not None:
            state = BedState.OCCUPIED
        elif closure is not None:
            state = BedState.CLOSED
        else:
            state = BedState.FREE if hold is None else BedState.HELD
        return BedNow(
            place.bed_id,
            place.room_id,
            state,
            assignment,
            closure,
            hold,
            self.following.get(place.bed_id),
            self._problems(assignment),
        )

    def _problems(self, row: AssignmentRow | None) -> tuple[Problem, ...]:
        if row is None or self._facts is None:
            return ()
        return problems_now(self._facts, Sleep(row.assignment_id, row.content))


def problems_now(facts: Facts, sleep: Sleep) -> tuple[Problem, ...]:
    """What does not fit about somebody who has the bed: KAP-03, ROOM-06, ROOM-08."""
    person = facts.people[sleep.content.resident_id]
    bed = facts.beds[sleep.content.bed_id]
    return (
        *apart_problems(facts, (sleep,)),
        *sex_problems(person, bed),
        *need_problems(person, bed),
    )


def _homeless(
    session: Session, at: datetime, seen: _Seen
) -> tuple[tuple[Homeless, ...], tuple[Homeless, ...]]:
    """Present people without a bed (ROOM-14), and those whose arrival is planned; by arrival.

    Who has come since an instant of the past was not expected then, as far as anyone knows.
    """
    coming = max(at, clock.now())
    asked = (
        select(Stay, Resident)
        .join(Resident, Stay.resident_id == Resident.id)
        .where(Stay.discharged > at, or_(Stay.admitted <= at, Stay.admitted > coming))
        .order_by(Stay.admitted, Resident.folded)
    )
    found = [
        (stay, person)
        for stay, person in session.execute(asked)
        if stay.admitted > at or person.id not in seen.sleepers
    ]
    waiting = _planned(session, [person.id for _stay, person in found], at)
    held = {row.content.resident_id: row for row in seen.holds.values() if row.content.resident_id}
    lines = [
        Homeless(
            resident_id=person.id,
            name=f"{person.surname} {person.given_name}",
            since=stay.admitted,
            needs=tuple(person.needs),
            sex=person.sex,
            planned=_within(waiting, stay),
            arrives=stay.admitted if stay.admitted > at else None,
            hold=held.get(person.id),
        )
        for stay, person in found
    ]
    here = tuple(each for each in lines if each.arrives is None)
    return here, tuple(each for each in lines if each.arrives is not None)


def _within(planned: Iterable[AssignmentRow], stay: Stay) -> AssignmentRow | None:
    """The first of the planned placements that is for this stay."""
    for row in planned:
        content = row.content
        if content.resident_id == stay.resident_id and (
            stay.admitted <= content.starts_at < stay.discharged
        ):
            return row
    return None


def _roll(session: Session, at: datetime, seen: _Seen) -> Roll:
    staying = session.scalars(
        select(Stay.resident_id).where(Stay.discharged > at, Stay.admitted <= at)
    )
    return roll_of(
        beds=set(session.scalars(select(Bed.id))),
        closed=seen.closed,
        held=set(seen.holds) - set(seen.current),
        assigned=set(seen.sleepers),
        staying=set(staying),
    )

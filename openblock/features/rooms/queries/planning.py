"""What a placement, move or swap would change, and every problem it meets; writes nothing.

The commands write what is planned here; the screens show its problems before anyone confirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem
from openblock.features.residents.tables import Resident, Stay
from openblock.features.rooms.queries.facts import Around, facts_around
from openblock.features.rooms.queries.stored import assignment_content
from openblock.features.rooms.rules.content import (
    AssignmentContent,
    PlaceResident,
    SwapResidents,
    Why,
)
from openblock.features.rooms.rules.facts import Facts, Sleep
from openblock.features.rooms.rules.placing import (
    added_time,
    moment_problems,
    placement_problems,
    reason_problems,
    stay_problems,
)
from openblock.features.rooms.tables import Assignment, Bed


@dataclass(frozen=True, slots=True)
class Moment:
    """When something is planned: the instant and the date it is now, and who plans."""

    now: datetime
    today: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Stored assignments by number with their new content (nothing: taken out), and new ones."""

    changes: tuple[tuple[int, AssignmentContent | None], ...]
    new: tuple[AssignmentContent, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Coming:
    """Somebody who gets a bed, and the assignment that ends for it."""

    resident_id: int
    bed_id: int
    until: datetime
    leaves: Assignment | None


def plan_placing(session: Session, request: PlaceResident, moment: Moment) -> Plan:
    """A first placement, or a move out of the bed the person has at ``request.at``.

    It lasts until the person's next planned placement or the end of the stay where those come
    sooner than ``until``. RuleBroken never: what is wrong is in the plan. KnownError
    ``resident-unknown``, ``bed-unknown``.
    """
    _demand(session, request.resident_id, request.bed_id)
    held = held_at(session, request.resident_id, request.at)
    until = min(request.until, next_start(session, request.resident_id, request.at))
    coming = _Coming(request.resident_id, request.bed_id, until, held)
    plan = _plan(session, (coming,), request.at, request.why, moment)
    if held is not None and held.bed_id == request.bed_id:
        return replace(plan, problems=(*plan.problems, Problem("already-there", field="bed_id")))
    if until <= request.at:
        return replace(plan, problems=(*plan.problems, Problem("until-before-at", field="until")))
    return plan


def plan_swapping(session: Session, request: SwapResidents, moment: Moment) -> Plan:
    """Two people change beds; each rule on the final state (ROOM-10).

    KnownError ``resident-without-bed`` (name by number) where one has none to give.
    """
    first = held_at(session, request.first_id, request.at)
    second = held_at(session, request.second_id, request.at)
    for number, held in ((request.first_id, first), (request.second_id, second)):
        if held is None:
            raise KnownError("resident-without-bed", resident_id=number)
    if first is None or second is None or first.id == second.id:
        raise KnownError("swap-with-oneself")
    coming = (
        _Coming(request.first_id, second.bed_id, first.ends_at, first),
        _Coming(request.second_id, first.bed_id, second.ends_at, second),
    )
    return _plan(session, coming, request.at, request.why, moment)


def plan_changing(
    session: Session, row: Assignment, content: AssignmentContent, why: Why, moment: Moment
) -> Plan:
    """One stored assignment with other ends or another bed; judged is the time it gains.

    In another bed it is another placement: it takes the reason it is moved for.
    """
    before = assignment_content(row)
    reasoned = _reasoned(content, why, moment.by)
    if before.bed_id != content.bed_id:
        content = reasoned
    around = Around(
        frozenset({row.resident_id}),
        frozenset({row.bed_id, content.bed_id}),
        min(before.starts_at, content.starts_at),
        max(before.ends_at, content.ends_at),
    )
    facts = facts_around(session, around, moment.now, moment.today)
    gained = tuple(Sleep(row.id, each) for each in added_time(before, content))
    found = judged(facts, ((row.id, content),), gained)
    if not any(each.code == "outside-stay" for each in found):
        # Two stays that touch hold each part, and neither holds the whole.
        whole = Sleep(row.id, content)
        found = (*found, *stay_problems(facts.people[row.resident_id], whole))
    problems = (
        *found,
        *_change_of_times(facts, before, content),
        *reason_problems(facts.limits, reasoned),
    )
    return Plan(((row.id, content),), (), problems)


def plan_cancelling(session: Session, row: Assignment, moment: Moment) -> Plan:
    """A planned assignment taken out; the one that ended for its sake goes on as long as it may.

    That is until the cancelled one would have ended, its bed is somebody else's, or it is closed.
    """
    out = (row.id, None)
    before = session.scalars(
        select(Assignment).where(
            Assignment.resident_id == row.resident_id, Assignment.ends_at == row.starts_at
        )
    ).one_or_none()
    if before is None:
        return Plan((out,), (), ())
    around = Around(
        frozenset({row.resident_id}), frozenset({before.bed_id}), row.starts_at, row.ends_at
    )
    facts = facts_around(session, around, moment.now, moment.today)
    needed = [each.span.start for each in facts.beds[before.bed_id].shut]
    needed += [
        each.content.starts_at
        for each in facts.sleeps
        if each.content.bed_id == before.bed_id and each.assignment_id != row.id
    ]
    stood = assignment_content(before)
    until = max(min((row.ends_at, *needed)), row.starts_at)
    content = replace(stood, ends_at=until)
    changes = (out, (before.id, content))
    gained = tuple(Sleep(before.id, each) for each in added_time(stood, content))
    return Plan(changes, (), judged(facts, changes, gained))


def _change_of_times(
    facts: Facts, before: AssignmentContent, after: AssignmentContent
) -> tuple[Problem, ...]:
    """ROOM-11, ROOM-12 for what a change touches: an end that stays is not entered again."""
    starts, ends = [], []
    if before.bed_id != after.bed_id or before.starts_at != after.starts_at:
        starts, ends = [after.starts_at], [before.starts_at]
    if before.ends_at != after.ends_at:
        ends += [before.ends_at, after.ends_at]
    return tuple(moment_problems(facts.limits, starts=starts, ends=ends))


def held_at(session: Session, resident_id: int, at: datetime) -> Assignment | None:
    """The person's assignment at ``at``, if there is one."""
    return session.scalars(
        select(Assignment).where(
            Assignment.resident_id == resident_id,
            Assignment.ends_at > at,
            Assignment.starts_at <= at,
        )
    ).one_or_none()


def next_start(session: Session, resident_id: int, at: datetime) -> datetime:
    """When the person's next planned placement begins, or the stay that holds ``at`` ends."""
    later = session.scalar(
        select(Assignment.starts_at)
        .where(
            Assignment.resident_id == resident_id,
            Assignment.ends_at > at,
            Assignment.starts_at > at,
        )
        .order_by(Assignment.ends_at)
        .limit(1)
    )
    return min(later or FOREVER, stay_end(session, resident_id, at))


def bed_free_until(session: Session, bed_id: int, at: datetime) -> datetime:
    """When the bed is somebody's again after ``at``; FOREVER where nobody is planned."""
    later = (
        select(Assignment.starts_at)
        .where(Assignment.bed_id == bed_id, Assignment.ends_at > at)
        .order_by(Assignment.ends_at)
        .limit(1)
    )
    return session.scalar(later) or FOREVER


def stay_end(session: Session, resident_id: int, at: datetime) -> datetime:
    """When the stay ends that holds ``at``; FOREVER where none does."""
    end = bound_to_stay(session, resident_id, at)
    return FOREVER if end == at else end


def bound_to_stay(session: Session, resident_id: int, at: datetime) -> datetime:
    """When the stay ends that holds ``at``, else ``at``: what begins until then hangs on it."""
    ends = select(Stay.discharged).where(
        Stay.resident_id == resident_id, Stay.admitted <= at, Stay.discharged > at
    )
    return session.scalar(ends) or at


def judged(
    facts: Facts,
    changes: Iterable[tuple[int, AssignmentContent | None]],
    final: Sequence[Sleep],
) -> tuple[Problem, ...]:
    """The problems of ``final`` once the stored assignments have changed so.

    ``final`` are new placements, or the part of a changed one that is to be judged.
    """
    after = dict(changes)
    stored = {sleep.assignment_id: sleep.content for sleep in facts.sleeps}
    known = [
        Sleep(number, content)
        for number, before in stored.items()
        if (content := after.get(number, before) if number is not None else before) is not None
    ]
    added = tuple(each for each in final if each.assignment_id not in stored)
    return placement_problems(replace(facts, sleeps=(*known, *added)), final)


def _plan(
    session: Session, coming: Sequence[_Coming], at: datetime, why: Why, moment: Moment
) -> Plan:
    around = Around(
        frozenset(each.resident_id for each in coming),
        frozenset(each.bed_id for each in coming),
        at,
        max((each.until for each in coming), default=FOREVER),
    )
    facts = facts_around(session, around, moment.now, moment.today)
    changes = tuple(_left(each.leaves, at) for each in coming if each.leaves is not None)
    new = tuple(
        _reasoned(AssignmentContent(each.resident_id, each.bed_id, at, each.until), why, moment.by)
        for each in coming
    )
    # An empty interval clashes with nothing and is refused by itself.
    final = tuple(Sleep(None, content) for content in new if content.ends_at > at)
    problems = (
        *judged(facts, changes, final),
        *moment_problems(facts.limits, starts=(at,)),
        *reason_problems(facts.limits, new[0]),
    )
    return Plan(changes, new, problems)


def _demand(session: Session, resident_id: int, bed_id: int) -> None:
    if session.get(Resident, resident_id) is None:
        raise KnownError("resident-unknown")
    if session.get(Bed, bed_id) is None:
        raise KnownError("bed-unknown")


def _left(held: Assignment, at: datetime) -> tuple[int, AssignmentContent | None]:
    """An assignment that is left as it began never was."""
    if held.starts_at == at:
        return held.id, None
    return held.id, replace(assignment_content(held), ends_at=at)


def _reasoned(content: AssignmentContent, why: Why, by: str) -> AssignmentContent:
    return replace(
        content,
        reason=why.reason,
        remark=why.remark.strip(),
        decision_number=why.decision_number.strip(),
        decision_date=why.decision_date,
        override=why.override.strip(),
        decided_by=by,
    )

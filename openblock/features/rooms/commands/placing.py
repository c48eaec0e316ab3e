"""Who sleeps where: place, move, swap, leave, change, cancel; each one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.residents.tables import Resident
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.commands.requests import (
    CancelAssignment,
    ChangeAssignment,
    PlaceResident,
    SwapResidents,
    VacateBed,
    Why,
)
from openblock.features.rooms.queries.facts import limits_of
from openblock.features.rooms.queries.planning import (
    Moment,
    Plan,
    held_at,
    plan_changing,
    plan_placing,
    plan_swapping,
)
from openblock.features.rooms.queries.stored import ASSIGNMENT_FIELDS, assignment_content
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.placing import moment_problems, reason_problems
from openblock.features.rooms.tables import Assignment, Bed
from openblock.storage.store import Done, Work

SHORTEST_REASON = 5


def place_resident(work: Work, request: PlaceResident) -> Done:
    """Puts a person into a bed, out of the one they have; ``Done.value`` is the assignment.

    RuleBroken with every problem (ROOM-02..12, KAP-03): errors always, warnings until
    ``why.override`` answers them. KnownError ``resident-unknown``, ``bed-unknown``.
    """
    _lock(work, {request.resident_id}, {request.bed_id})
    plan = plan_placing(work.session, request, _moment(work))
    refuse(work, plan.problems, request.why.override)
    return _carry_out(work, plan, request.why)


def swap_residents(work: Work, request: SwapResidents) -> Done:
    """Two people change beds at one instant; each rule is judged on the final state (ROOM-10).

    Raises as :func:`place_resident`, and KnownError ``resident-without-bed``.
    """
    _lock(work, {request.first_id, request.second_id}, ())
    plan = plan_swapping(work.session, request, _moment(work))
    refuse(work, plan.problems, request.why.override)
    return _carry_out(work, plan, request.why)


def vacate_bed(work: Work, request: VacateBed) -> Done:
    """A person leaves the bed and has none from then on; what is planned for later stays."""
    _lock(work, {request.resident_id}, ())
    held = held_at(work.session, request.resident_id, request.at)
    if held is None:
        raise KnownError("resident-without-bed", resident_id=request.resident_id)
    limits = limits_of(work.session, work.now)
    reasoned = replace(
        assignment_content(held), reason=request.why.reason, remark=request.why.remark
    )
    problems = (
        *moment_problems(limits, starts=(request.at,)),
        *reason_problems(replace(limits, decision_required=False), reasoned),
    )
    refuse(work, problems, request.why.override)
    ledger = Ledger(work)
    _end(ledger, held, request.at)
    _about(work, held.resident_id, request.why)
    return ledger.done(held.id)


def change_assignment(work: Work, request: ChangeAssignment) -> Done:
    """Gives an assignment other ends or another bed, judged like a placement.

    KnownError ``assignment-unknown``, ``changed-meanwhile``.
    """
    row = _known(work, request.assignment_id, request.version)
    _lock(work, {row.resident_id}, {row.bed_id, request.bed_id})
    if request.ends_at <= request.starts_at:
        raise RuleBroken(Problem("until-before-at", field="ends_at"))
    content = replace(
        assignment_content(row),
        bed_id=request.bed_id,
        starts_at=request.starts_at,
        ends_at=request.ends_at,
        override=request.why.override.strip() or row.override,
    )
    plan = plan_changing(work.session, row, content, request.why, _moment(work))
    refuse(work, plan.problems, request.why.override)
    return _carry_out(work, plan, request.why)


def cancel_assignment(work: Work, request: CancelAssignment) -> Done:
    """Takes a planned assignment back; the one before goes on as far as its bed is free.

    KnownError ``assignment-begun`` once the person sleeps there.
    """
    row = _known(work, request.assignment_id, request.version)
    if row.starts_at <= work.now:
        raise KnownError("assignment-begun")
    if len(request.reason.strip()) < SHORTEST_REASON:
        raise RuleBroken(Problem("reason-needed", field="reason"))
    ledger = Ledger(work)
    before = _before(work, row)
    start, end, resident_id = row.starts_at, row.ends_at, row.resident_id
    ledger.remove(row)
    if before is not None:
        until = min(end, _next_in_bed(work, before.bed_id, start))
        if until > start:
            ledger.change(before, ends_at=until)
    work.about("resident", resident_id, reason=request.reason.strip())
    return ledger.done(request.assignment_id)


def refuse(work: Work, problems: Iterable[Problem], answer: str) -> None:
    """Raise RuleBroken with everything, unless only warnings stand and ``answer`` is a reason."""
    found = [each for each in problems if each.severity is not Severity.INFORMATION]
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors or (found and len(answer.strip()) < SHORTEST_REASON):
        raise RuleBroken(*found)
    for each in found:
        work.about("rule", each.code, reason=answer.strip())


def _carry_out(work: Work, plan: Plan, why: Why) -> Done:
    """Ends first, beginnings after: the database looks at every row as it comes."""
    ledger = Ledger(work)
    for number, content in plan.changes:
        row = work.session.get_one(Assignment, number)
        if content is None:
            ledger.remove(row)
        else:
            ledger.change(row, **{name: getattr(content, name) for name in ASSIGNMENT_FIELDS})
        _about(work, row.resident_id, why)
    numbers = [ledger.add(_row(content)) for content in plan.new]
    for content in plan.new:
        _about(work, content.resident_id, why)
    return ledger.done(numbers[0] if len(numbers) == 1 else tuple(numbers))


def _row(content: AssignmentContent) -> Assignment:
    return Assignment(**{name: getattr(content, name) for name in ASSIGNMENT_FIELDS})


def _end(ledger: Ledger, row: Assignment, at: datetime) -> None:
    """An assignment that ends as it begins never was."""
    if row.starts_at >= at:
        ledger.remove(row)
    else:
        ledger.change(row, ends_at=at)


def _about(work: Work, resident_id: int, why: Why) -> None:
    remark = why.remark.strip()
    work.about("resident", resident_id, reason=f"{why.reason}: {remark}" if remark else why.reason)


def _moment(work: Work) -> Moment:
    return Moment(work.now, work.today, work.actor.name)


def _known(work: Work, number: int, version: int) -> Assignment:
    row = work.session.get(Assignment, number)
    if row is None:
        raise KnownError("assignment-unknown")
    work.expect(row, version)
    return row


def _before(work: Work, row: Assignment) -> Assignment | None:
    """The person's assignment that ended for this one's sake."""
    return work.session.scalars(
        select(Assignment).where(
            Assignment.resident_id == row.resident_id, Assignment.ends_at == row.starts_at
        )
    ).one_or_none()


def _next_in_bed(work: Work, bed_id: int, at: datetime) -> datetime:
    later = (
        select(Assignment.starts_at)
        .where(Assignment.bed_id == bed_id, Assignment.ends_at > at)
        .order_by(Assignment.ends_at)
        .limit(1)
    )
    return work.session.scalar(later) or FOREVER


def _lock(work: Work, resident_ids: Iterable[int], bed_ids: Iterable[int]) -> None:
    """Hold the beds, then the people, so that two planners wait for each other; always so.

    SQLite holds the whole file already. KnownError ``bed-unknown``, ``resident-unknown``.
    """
    for kind, numbers, code in (
        (Bed, sorted(set(bed_ids)), "bed-unknown"),
        (Resident, sorted(set(resident_ids)), "resident-unknown"),
    ):
        asked = select(kind.id).where(kind.id.in_(numbers)).order_by(kind.id).with_for_update()
        if len(work.session.scalars(asked).all()) != len(numbers):
            raise KnownError(code)

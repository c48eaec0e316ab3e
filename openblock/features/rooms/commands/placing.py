"""Who sleeps where: place, move, swap, leave, change, cancel; each one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from openblock.errors import KnownError, Problem, RuleBroken, Severity
from openblock.features.residents.rules.reasons import SHORTEST_REASON, tidy_reason
from openblock.features.residents.rules.reasons import reason_problems as answer_problems
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
    plan_cancelling,
    plan_changing,
    plan_placing,
    plan_swapping,
)
from openblock.features.rooms.queries.stored import ASSIGNMENT_FIELDS, assignment_content
from openblock.features.rooms.rules.content import AssignmentContent
from openblock.features.rooms.rules.placing import moment_problems, reason_problems
from openblock.features.rooms.tables import Assignment, Bed
from openblock.storage.store import Done, Work


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
        assignment_content(held),
        reason=request.why.reason,
        remark=request.why.remark,
        override=request.why.override,
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

    RuleBroken where going on would break a rule: then the person is to be placed elsewhere.
    KnownError ``assignment-begun`` once the person sleeps there.
    """
    row = _known(work, request.assignment_id, request.version)
    if row.starts_at <= work.now:
        raise KnownError("assignment-begun")
    reason = tidy_reason(request.reason)
    short = answer_problems(reason)
    if short:
        raise RuleBroken(*short)
    _lock(work, {row.resident_id}, {row.bed_id})
    plan = plan_cancelling(work.session, row, _moment(work))
    refuse(work, plan.problems, reason)
    work.about("resident", row.resident_id, reason=reason)
    ledger = Ledger(work)
    _change(ledger, plan)
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
    for resident_id in _change(ledger, plan):
        _about(work, resident_id, why)
    numbers = [ledger.add(_row(content)) for content in plan.new]
    for content in plan.new:
        _about(work, content.resident_id, why)
    return ledger.done(numbers[0] if len(numbers) == 1 else tuple(numbers))


def _change(ledger: Ledger, plan: Plan) -> list[int]:
    """Writes what becomes of the stored assignments; whose they are."""
    whose = []
    for number, content in plan.changes:
        row = ledger.work.session.get_one(Assignment, number)
        whose.append(row.resident_id)
        if content is None:
            ledger.remove(row)
        else:
            ledger.change(row, **{name: getattr(content, name) for name in ASSIGNMENT_FIELDS})
    return whose


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

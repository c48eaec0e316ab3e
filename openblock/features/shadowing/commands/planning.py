"""A trainee is planned beside a mentor, moved to another time or mentor, or the plan is dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.rules.reasons import tidy_reason, unfit_problems
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.commands.judging import answer
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.requests import CancelShadowing, PlanShadowing
from openblock.features.shadowing.commands.stored import (
    demand_forwards,
    known,
    lock,
    open_shadowing,
)
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.tables import Shadowing, Trainee
from openblock.storage.store import Done, Work


def plan_shadowing(work: Work, request: PlanShadowing) -> Done:
    """Plans a shadowing shift, or moves a planned one; ``Done.value`` is its number.

    RuleBroken with every problem (TR-01..09): errors always, warnings until ``reason`` answers
    them; who has the places of a full mentor, and who planned them, is in the facts. KnownError
    ``trainee-unknown``, ``officer-unknown``, ``shadowing-unknown``, ``changed-meanwhile``, and
    ``practice-locked`` for one that is settled.
    """
    row = None
    if request.shadowing_id is not None:
        row = open_shadowing(work, request.shadowing_id, request.version)
        if row.trainee_id != request.trainee_id:
            raise KnownError("shadowing-unknown")
    known(work, Trainee, request.trainee_id)
    demand_forwards(request.starts_at, request.ends_at)
    lock(work, {request.trainee_id}, {request.officer_id})
    override = answer(work, Planner(work.session).problems(request), request.reason)
    ledger = Ledger(work)
    span = Span(request.starts_at, request.ends_at)
    number = write_plan(ledger, Plan(request.trainee_id, request.officer_id, span, override), row)
    return ledger.done(number)


def cancel_shadowing(work: Work, request: CancelShadowing) -> Done:
    """Drops a planned shadowing shift; the log keeps that it was, and why it will not be.

    KnownError ``shadowing-unknown``, ``changed-meanwhile``, ``practice-locked``.
    """
    row = open_shadowing(work, request.shadowing_id, request.version)
    reason = tidy_reason(request.reason)
    unfit = unfit_problems(reason)
    if unfit:
        raise RuleBroken(*unfit)
    work.about("shadowing", row.id, reason=reason)
    ledger = Ledger(work)
    ledger.remove(row)
    return ledger.done(request.shadowing_id)


@dataclass(frozen=True, slots=True)
class Plan:
    """A shadowing shift that was judged and may be written, and the reason that was given."""

    trainee_id: int
    officer_id: int
    span: Span
    override: str = ""


def write_plan(ledger: Ledger, plan: Plan, row: Shadowing | None = None) -> int:
    """Writes it, over ``row`` where that is moved; its number."""
    work = ledger.work
    duty = _duty(work, plan.officer_id, plan.span)
    values = {
        "officer_id": plan.officer_id,
        "starts_at": plan.span.start,
        "ends_at": plan.span.end,
        "cause": "",
        "override": plan.override,
        "duty_code": duty.code,
        "duty_starts_at": duty.start,
        "duty_ends_at": duty.end,
    }
    planned = {"planned_by": work.actor.name, "planned_at": work.now}
    if row is None:
        state = {"trainee_id": plan.trainee_id, "state": State.PLANNED.value}
        return ledger.add(Shadowing(**state, **values, **planned))
    if any(getattr(row, name) != value for name, value in values.items()):
        ledger.change(row, **values, **planned)
    return row.id


@dataclass(frozen=True, slots=True)
class _Duty:
    code: str
    start: datetime
    end: datetime


def _duty(work: Work, officer_id: int, span: Span) -> _Duty:
    """The officer's duty that holds the time; the rules have seen that there is one."""
    asked = select(Duty.code, Duty.starts_at, Duty.ends_at).where(
        Duty.officer_id == officer_id,
        Duty.starts_at <= span.start,
        Duty.ends_at >= span.end,
    )
    return _Duty(*work.session.execute(asked).one())

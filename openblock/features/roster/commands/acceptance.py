"""Leaving a warning of the roster as it is, with a reason that stays beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.residents.rules.names import unseen_problems
from openblock.features.residents.rules.reasons import LONGEST_REASON, SHORTEST_REASON
from openblock.features.roster.tables import AcceptedProblem
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class AcceptProblem:
    """An officer's warning on a day, and why it is left as it is."""

    officer_id: int
    day: date
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawAcceptance:
    """A warning that is open again."""

    officer_id: int
    day: date
    code: str


@dataclass(frozen=True, slots=True)
class RestoreAcceptance:
    """The reason beside a warning as it was: reason, who and when; None for no reason."""

    officer_id: int
    day: date
    code: str
    content: tuple[str, str, datetime] | None


def accept_problem(work: Work, request: AcceptProblem) -> Done:
    """Record why a warning stays; a second reason takes the first one's place.

    Raises RuleBroken where the reason has fewer than five characters or more than 500,
    or a sign that nobody sees.
    """
    reason = " ".join(request.reason.split())
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        facts = {"least": SHORTEST_REASON, "most": LONGEST_REASON}
        raise RuleBroken(Problem("reason-length", facts=facts, field="reason"))
    unseen = tuple(unseen_problems("reason", reason))
    if unseen:
        raise RuleBroken(*unseen)
    work.about("officer", request.officer_id, reason=reason)
    content = (reason, work.actor.name, work.now)
    return restore_acceptance(
        work, RestoreAcceptance(request.officer_id, request.day, request.code, content)
    )


def withdraw_acceptance(work: Work, request: WithdrawAcceptance) -> Done:
    """Open the warning again."""
    work.about("officer", request.officer_id)
    return restore_acceptance(
        work, RestoreAcceptance(request.officer_id, request.day, request.code, None)
    )


def restore_acceptance(work: Work, request: RestoreAcceptance) -> Done:
    """Put the reason beside a warning back as it was."""
    row = work.session.scalar(
        select(AcceptedProblem).where(
            AcceptedProblem.officer_id == request.officer_id,
            AcceptedProblem.day == request.day,
            AcceptedProblem.code == request.code,
        )
    )
    before = None if row is None else (row.reason, row.accepted_by, row.accepted_at)
    if request.content is None:
        if row is not None:
            work.session.delete(row)
    else:
        if row is None:
            row = AcceptedProblem(officer_id=request.officer_id, day=request.day, code=request.code)
            work.session.add(row)
        row.reason, row.accepted_by, row.accepted_at = request.content
    undo = RestoreAcceptance(request.officer_id, request.day, request.code, before)
    return Done(undo=Step(restore_acceptance, undo))

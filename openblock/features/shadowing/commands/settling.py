"""The mentor settles a shadowing shift: confirmed, missed, or something added later (TR-12)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.features.shadowing.commands.judging import answer
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.mentoring import demand_own
from openblock.features.shadowing.commands.requests import (
    AddAddendum,
    ConfirmShadowing,
    MissShadowing,
    PlanShadowing,
)
from openblock.features.shadowing.commands.standings import standing_now
from openblock.features.shadowing.commands.stored import known, lock, open_shadowing
from openblock.features.shadowing.queries.live import LONGEST
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.rules.confirming import (
    Settling,
    addendum_problems,
    confirm_problems,
    miss_problems,
)
from openblock.features.shadowing.rules.content import ItemKind, Span, Standing, State
from openblock.features.shadowing.rules.planning import places_problems
from openblock.features.shadowing.tables import (
    Addendum,
    PracticeItem,
    Shadowing,
    Situation,
    Trainee,
)
from openblock.storage.store import Done, Work


def confirm_shadowing(work: Work, request: ConfirmShadowing) -> Done:
    """Confirms the hours as they were, what was seen and how it went; locked from then on.

    RuleBroken with every problem: errors always, a late confirmation until ``reason`` answers
    it. KnownError ``shadowing-unknown``, ``practice-not-yours``, ``practice-locked``,
    ``changed-meanwhile``.
    """
    row = _own(work, request.shadowing_id, request.version)
    planner = Planner(work.session)
    settling = _settling(work, planner, row)
    confirmation = request.confirmation
    found = (
        *confirm_problems(settling, confirmation, planner.limits),
        *_place_problems(planner, row, Span(confirmation.starts_at, confirmation.ends_at)),
    )
    answer(work, found, request.reason)
    ledger = Ledger(work)
    ledger.change(
        row,
        state=State.CONFIRMED.value,
        actual_starts_at=confirmation.starts_at,
        actual_ends_at=confirmation.ends_at,
        situations=sorted(set(confirmation.situations)),
        evaluation={
            str(number): str(mark) for number, mark in sorted(confirmation.evaluation.items())
        },
        remark=confirmation.remark.strip(),
        settled_by=work.actor.name,
        settled_at=work.now,
    )
    return ledger.done(request.shadowing_id, settling=True)


def miss_shadowing(work: Work, request: MissShadowing) -> Done:
    """Notes that the trainee did not come, and why; the time is nobody's then.

    Raises as :func:`confirm_shadowing`.
    """
    row = _own(work, request.shadowing_id, request.version)
    reason = tidy_reason(request.reason)
    found = miss_problems(_settling(work, Planner(work.session), row), reason)
    if found:
        raise RuleBroken(*found)
    work.about("shadowing", row.id, reason=reason)
    ledger = Ledger(work)
    ledger.change(
        row,
        state=State.MISSED.value,
        remark=reason,
        settled_by=work.actor.name,
        settled_at=work.now,
    )
    return ledger.done(request.shadowing_id, settling=True)


def add_addendum(work: Work, request: AddAddendum) -> Done:
    """Adds words to a confirmed shadowing shift; ``Done.value`` is the addendum's number.

    RuleBroken with every problem; KnownError ``shadowing-unknown``, ``practice-not-yours``.
    """
    row = known(work, Shadowing, request.shadowing_id)
    demand_own(work, row.officer_id)
    words = request.words.strip()
    confirmed = row.state == State.CONFIRMED
    found = addendum_problems(words, Standing.CONFIRMED if confirmed else Standing.PLANNED)
    if found:
        raise RuleBroken(*found)
    work.about("trainee", row.trainee_id)
    ledger = Ledger(work)
    addendum = Addendum(
        shadowing_id=row.id, words=words, added_by=work.actor.name, added_at=work.now
    )
    return ledger.done(ledger.add(addendum), settling=True)


def _own(work: Work, number: int, version: int) -> Shadowing:
    """The planned shift of a request, if it is this mentor's to settle."""
    row = known(work, Shadowing, number)
    demand_own(work, row.officer_id)
    open_shadowing(work, number, version)
    lock(work, {row.trainee_id}, {row.officer_id})
    return row


def _place_problems(planner: Planner, row: Shadowing, hours: Span) -> tuple[Problem, ...]:
    """TR-06, for a time that was not planned; a place once given is there to be confirmed.

    The cap may have been lowered since, and the hours were worked all the same. What no duty is
    long enough for is refused without this.
    """
    planned = Span(row.starts_at, row.ends_at)
    if planned.holds(hours) or not timedelta() < hours.end - hours.start <= LONGEST:
        return ()
    wish = PlanShadowing(row.trainee_id, row.officer_id, hours.start, hours.end, row.id)
    return places_problems(planner.wish(wish), planner.limits)


def _settling(work: Work, planner: Planner, row: Shadowing) -> Settling:
    span = Span(row.starts_at, row.ends_at)
    wish = planner.wish(
        PlanShadowing(
            row.trainee_id, row.officer_id, row.starts_at, row.ends_at, shadowing_id=row.id
        )
    )
    duties = (Span(each.start, each.end) for each in wish.mentor.duties)
    situations = (
        select(Situation.id)
        .join(Trainee, Trainee.course_id == Situation.course_id)
        .where(Trainee.id == row.trainee_id)
    )
    competences = select(PracticeItem.id).where(PracticeItem.kind == ItemKind.COMPETENCE)
    return Settling(
        span=span,
        standing=standing_now(planner, row, work.now),
        trainee=wish.trainee,
        mentor=wish.mentor.name,
        at=work.now,
        duties=tuple(each for each in duties if each.meets(span)),
        situations=frozenset(work.session.scalars(situations)),
        competences=frozenset(work.session.scalars(competences)),
        busy=wish.busy,
    )

"""What may become of a booking when: asked for, allowed, out, back, given up (GR-11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from openblock.errors import Problem
from openblock.features.grounds.rules.content import OPEN, Span, State
from openblock.features.residents.rules.reasons import reason_problems, unfit_problems

#: A group may be let out so many minutes before its time.
EARLY = 15


@dataclass(frozen=True, slots=True)
class Ticking:
    """A booking as it stands ``now``, about to be ticked; ``started_at`` of one that is out."""

    state: State
    span: Span
    now: datetime
    started_at: datetime | None = None


def approve_problems(state: State) -> tuple[Problem, ...]:
    """Why a booking cannot be approved: it was not asked for, or is settled."""
    if state is State.REQUESTED:
        return ()
    code = "booking-not-requested" if state is State.APPROVED else "booking-settled"
    return (Problem(code, facts={"state": str(state)}),)


def change_problems(state: State) -> tuple[Problem, ...]:
    """Why a booking cannot be changed any more: it has begun, or will not be."""
    return () if state in OPEN else (_settled(state),)


def start_problems(ticking: Ticking, at: datetime, coming: int = 1) -> tuple[Problem, ...]:
    """Why a group cannot be ticked out ``at`` this time: from 15 minutes before until its end.

    ``coming`` are those who came; where nobody did it is a no-show.
    """
    found = list(_agreed_problems(ticking.state))
    if found:
        return tuple(found)
    found += _future_problems(ticking, at)
    if at < ticking.span.start - timedelta(minutes=EARLY):
        facts: dict[str, object] = {"start": ticking.span.start, "minutes": EARLY}
        found.append(Problem("booking-too-early", facts=facts, field="at"))
    if at >= ticking.span.end:
        facts = {"end": ticking.span.end}
        found.append(Problem("booking-over", facts=facts, field="at"))
    if coming <= 0:
        found.append(Problem("booking-all-missing", field="missing"))
    return tuple(found)


def finish_problems(ticking: Ticking, at: datetime) -> tuple[Problem, ...]:
    """Why a group cannot be ticked in ``at`` this time: it is not out, or was not yet then."""
    if ticking.state in OPEN:
        return (Problem("booking-not-started", facts={"start": ticking.span.start}),)
    if ticking.state is not State.IN_USE or ticking.started_at is None:
        return (_settled(ticking.state),)
    found = list(_future_problems(ticking, at))
    if at < ticking.started_at:
        facts = {"start": ticking.started_at}
        found.append(Problem("booking-back-before-out", facts=facts, field="at"))
    return tuple(found)


def no_show_problems(ticking: Ticking, reason: str = "") -> tuple[Problem, ...]:
    """Why "nobody came" cannot be said: it is not their time yet, or they were ticked out."""
    found = list(_agreed_problems(ticking.state))
    if not found and ticking.now < ticking.span.start:
        facts = {"start": ticking.span.start}
        found.append(Problem("booking-not-begun", facts=facts))
    return (*found, *unfit_problems(reason))


def cancel_problems(state: State, reason: str) -> tuple[Problem, ...]:
    """Why a booking cannot be cancelled: begun or settled, or no reason is given."""
    return (*change_problems(state), *reason_problems(reason))


def _agreed_problems(state: State) -> Iterator[Problem]:
    if state is State.REQUESTED:
        yield Problem("booking-not-approved")
    elif state is not State.APPROVED:
        yield _settled(state)


def _future_problems(ticking: Ticking, at: datetime) -> Iterator[Problem]:
    if at > ticking.now:
        yield Problem("booking-tick-in-future", facts={"at": at, "now": ticking.now}, field="at")


def _settled(state: State) -> Problem:
    return Problem("booking-settled", facts={"state": str(state)})

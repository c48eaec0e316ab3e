"""What an exchange of duties must be, and which step leads from which state to which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from openblock.errors import Problem
from openblock.features.residents.rules.names import unseen_problems
from openblock.features.residents.rules.reasons import LONGEST_REASON


class ExchangeKind(StrEnum):
    """One duty another takes over, or two that are swapped."""

    SUBSTITUTION = "substitution"
    SWAP = "swap"


class ExchangeState(StrEnum):
    """How far an exchange has come; the last three are its end."""

    ASKED = "asked"
    AGREED = "agreed"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ExchangeAct(StrEnum):
    """What can be done with an exchange that is open."""

    AGREE = "agree"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    APPROVE = "approve"


_OPEN = (ExchangeState.ASKED, ExchangeState.AGREED)
OPEN_STATES = frozenset(_OPEN)

_LEADS: Mapping[tuple[ExchangeAct, ExchangeState], ExchangeState] = {
    (ExchangeAct.AGREE, ExchangeState.ASKED): ExchangeState.AGREED,
    (ExchangeAct.APPROVE, ExchangeState.AGREED): ExchangeState.DONE,
    **{(ExchangeAct.DECLINE, state): ExchangeState.DECLINED for state in _OPEN},
    **{(ExchangeAct.WITHDRAW, state): ExchangeState.WITHDRAWN for state in _OPEN},
}


def state_after(state: str, act: ExchangeAct) -> ExchangeState | None:
    """The state an act leads to; None where it cannot be done in this state."""
    return _LEADS.get((act, ExchangeState(state)))


def exchange_problems(officer_id: int, other_id: int, reason: str = "") -> tuple[Problem, ...]:
    """What is wrong with an exchange as it was asked for, by field; the duties are judged apart."""
    found = []
    if officer_id == other_id:
        found.append(Problem("exchange-same-officer", field="other_id"))
    if len(reason.strip()) > LONGEST_REASON:
        found.append(Problem("roster-reason-long", facts={"most": LONGEST_REASON}, field="reason"))
    return (*found, *unseen_problems("reason", " ".join(reason.split())))


def asking_problems(day: date, starts_at: datetime, now: datetime) -> tuple[Problem, ...]:
    """Why a duty can no longer be asked away: it has begun. Who plans may note it all the same."""
    if starts_at > now:
        return ()
    return (Problem("exchange-too-late", facts={"day": day, "starts": starts_at}, field="day"),)

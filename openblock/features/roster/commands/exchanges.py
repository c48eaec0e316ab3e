"""Duties change hands: at once by who plans, or asked for, agreed to and approved (RO-11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openblock.errors import KnownError, RuleBroken
from openblock.features.accounts.rights import may
from openblock.features.residents.rules.reasons import tidy_reason, unfit_problems
from openblock.features.roster.commands.content import name_of
from openblock.features.roster.commands.ledger import (
    Ledger,
    demand_part,
    exchange_done,
)
from openblock.features.roster.commands.recording import recording, refuse_closed
from openblock.features.roster.commands.requests import (
    AgreeExchange,
    ApproveExchange,
    AskExchange,
    DeclineExchange,
    PutInSubstitute,
    SwapDuties,
    WithdrawExchange,
)
from openblock.features.roster.commands.serving import not_serving
from openblock.features.roster.commands.taking_over import (
    TakingOver,
    Terms,
    substitution,
    swap,
    terms_of,
)
from openblock.features.roster.rules.exchange import (
    ExchangeAct,
    ExchangeKind,
    ExchangeState,
    asking_problems,
    exchange_problems,
    state_after,
)
from openblock.features.roster.tables import Exchange
from openblock.storage.store import Done, Work


def put_in_substitute(work: Work, request: PutInSubstitute) -> Done:
    """Another officer takes a duty over at once; the value is the exchange's number.

    RuleBroken with what forbids it, with warnings until ``reason`` answers them (RO-04 to RO-07,
    RO-11), where what must stay hangs on the duty (RO-12) and where a published month changes for
    no reason (RO-10); KnownError ``exchange-moved`` where the duty is not that any more,
    ``month-closed``.
    """
    given = Terms(request.officer_id, request.day, request.code, request.starts_at, request.ends_at)
    _refuse(given, request.substitute_id, request.reason)
    taking = substitution(work, given, request.substitute_id, request.post)
    taking.answer(work, request.reason)
    agreed = name_of(work, request.substitute_id) if request.agreed else ""
    row = _row(work, given, request.substitute_id, None, request.reason)
    row.asked_by = request.asked_by or name_of(work, request.officer_id)
    row.agreed_by, row.agreed_at = agreed, work.now if agreed else None
    return _carry_out(work, taking, row, request.reason, is_new=True)


def swap_duties(work: Work, request: SwapDuties) -> Done:
    """Two officers swap a duty each, judged as it all ends; the value and refusals as above."""
    given, returned = _both(work, request)
    taking = swap(work, given, returned)
    taking.answer(work, request.reason)
    row = _row(work, given, request.other_id, returned, request.reason)
    row.asked_by = request.asked_by or name_of(work, request.officer_id)
    row.agreed_by, row.agreed_at = name_of(work, request.other_id), work.now
    return _carry_out(work, taking, row, request.reason, is_new=True)


def ask_exchange(work: Work, request: AskExchange) -> Done:
    """Ask for a substitute or a swap; the value is the exchange's number.

    Who does not plan asks for the own duties before they begin: RuleBroken, KnownError
    ``exchange-not-yours``; ``exchange-moved`` where no such duty stands, ``month-closed``. Nobody
    is asked who does not serve that day.
    """
    demand_part(work, request.officer_id)
    given = terms_of(work, request.officer_id, request.day)
    _refuse(given, request.other_id, request.reason)
    gone = not_serving(work, request.other_id, (given.day,), "other_id")
    if gone:
        raise RuleBroken(*gone)
    late = asking_problems(given.day, given.starts_at, work.now)
    if late and not _plans(work):
        raise RuleBroken(*late)
    returned = None
    if request.other_day is not None:
        returned = terms_of(work, request.other_id, request.other_day)
    refuse_closed(work, [each.day for each in (given, returned) if each is not None])
    ledger = Ledger(work)
    row = _row(work, given, request.other_id, returned, request.reason)
    row.state, row.asked_by = ExchangeState.ASKED.value, work.actor.name
    return exchange_done(ledger, ledger.add(row))


def agree_exchange(work: Work, request: AgreeExchange) -> Done:
    """The other officer agrees, or who plans notes it.

    KnownError ``exchange-unknown``, ``exchange-not-yours``, ``exchange-settled``,
    ``changed-meanwhile``.
    """
    row = _stored(work, request.exchange_id)
    demand_part(work, row.other_id)
    said = {"agreed_by": name_of(work, row.other_id), "agreed_at": work.now}
    return _step(work, row, request.version, ExchangeAct.AGREE, said)


def decline_exchange(work: Work, request: DeclineExchange) -> Done:
    """The other officer says no, or who plans; raises as :func:`agree_exchange`."""
    row = _stored(work, request.exchange_id)
    demand_part(work, row.other_id)
    refusal = tidy_reason(request.refusal)
    unfit = unfit_problems(refusal, "refusal")
    if unfit:
        raise RuleBroken(*unfit)
    return _step(work, row, request.version, ExchangeAct.DECLINE, {"refusal": refusal})


def withdraw_exchange(work: Work, request: WithdrawExchange) -> Done:
    """Who asked wants it no more; raises as :func:`agree_exchange`."""
    row = _stored(work, request.exchange_id)
    demand_part(work, row.officer_id)
    return _step(work, row, request.version, ExchangeAct.WITHDRAW, {})


def approve_exchange(work: Work, request: ApproveExchange) -> Done:
    """Carry an agreed exchange out; raises as :func:`put_in_substitute` and `agree_exchange`."""
    row = _stored(work, request.exchange_id)
    _demand_open(work, row, request.version, ExchangeAct.APPROVE)
    given = Terms(row.officer_id, row.day, row.code, row.starts_at, row.ends_at)
    returned = _returned(row)
    if returned is None:
        taking = substitution(work, given, row.other_id)
    else:
        taking = swap(work, given, returned)
    # Why it was asked for says why the roster changes, but nothing of what only who approves sees.
    taking.answer(work, request.reason)
    return _carry_out(work, taking, row, request.reason or row.reason)


def _carry_out(
    work: Work, taking: TakingOver, row: Exchange, reason: str, *, is_new: bool = False
) -> Done:
    """Write the duties, and that the exchange is done; one that was not asked for is new."""
    decided = {
        "state": ExchangeState.DONE.value,
        "decided_by": work.actor.name,
        "decided_at": work.now,
    }
    with recording(work, taking.contents, reason):
        ledger = Ledger(work, reason)
        back = taking.write(work, reason)
        if is_new:
            for name, value in decided.items():
                setattr(row, name, value)
            ledger.add(row)
        else:
            ledger.change(row, **decided)
        return ledger.done(row.id, back)


def _step(
    work: Work, row: Exchange, version: int, act: ExchangeAct, said: Mapping[str, Any]
) -> Done:
    state = _demand_open(work, row, version, act)
    values = {"state": state.value, **said}
    if act is not ExchangeAct.AGREE:
        values |= {"decided_by": work.actor.name, "decided_at": work.now}
    ledger = Ledger(work)
    ledger.change(row, **values)
    return exchange_done(ledger, row.id)


def _stored(work: Work, number: int) -> Exchange:
    row = work.session.get(Exchange, number)
    if row is None:
        raise KnownError("exchange-unknown")
    return row


def _demand_open(work: Work, row: Exchange, version: int, act: ExchangeAct) -> ExchangeState:
    """The state the act leads to; that it is settled comes before that it was changed."""
    state = state_after(row.state, act)
    if state is None:
        raise KnownError("exchange-settled", state=row.state)
    work.expect(row, version)
    return state


def _refuse(given: Terms, other_id: int, reason: str) -> None:
    found = exchange_problems(given.officer_id, other_id, reason)
    if found:
        raise RuleBroken(*found)


def _both(work: Work, request: SwapDuties) -> tuple[Terms, Terms]:
    given = terms_of(work, request.officer_id, request.day)
    _refuse(given, request.other_id, request.reason)
    return given, terms_of(work, request.other_id, request.other_day)


def _returned(row: Exchange) -> Terms | None:
    if row.other_day is None or row.other_starts_at is None or row.other_ends_at is None:
        return None
    times = (row.other_starts_at, row.other_ends_at)
    return Terms(row.other_id, row.other_day, row.other_code, *times)


def _row(work: Work, given: Terms, other_id: int, returned: Terms | None, reason: str) -> Exchange:
    row = Exchange(
        kind=ExchangeKind.SUBSTITUTION.value if returned is None else ExchangeKind.SWAP.value,
        officer_id=given.officer_id,
        day=given.day,
        code=given.code,
        starts_at=given.starts_at,
        ends_at=given.ends_at,
        other_id=other_id,
        reason=tidy_reason(reason),
        asked_at=work.now,
    )
    if returned is not None:
        row.other_day, row.other_code = returned.day, returned.code
        row.other_starts_at, row.other_ends_at = returned.starts_at, returned.ends_at
    return row


def _plans(work: Work) -> bool:
    return may(work.actor.role, "roster.approve_exchange")

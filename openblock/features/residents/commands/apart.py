"""Keep-apart pairs are opened, changed and closed; what was is kept (KAP-01, KAP-06)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.residents.commands.requests import (
    ChangeKeepApart,
    CloseKeepApart,
    OpenKeepApart,
)
from openblock.features.residents.commands.restore import Rows
from openblock.features.residents.commands.stored import demand_reason, resident_of
from openblock.features.residents.rules.keep_apart import Level
from openblock.features.residents.rules.reasons import reason_problems, tidy_reason
from openblock.features.residents.rules.stays import choice_problem
from openblock.features.residents.tables import KeepApart
from openblock.storage.store import Done, Work


def open_keep_apart(work: Work, request: OpenKeepApart) -> Done:
    """Keeps two people apart from now on; ``Done.value`` is the pair's number.

    A pair that was closed is opened as a new row beside the old (KAP-06). RuleBroken with every
    problem; the two may share a room already: that is a task, not a refusal (KAP-05).
    """
    first_id, second_id = sorted((request.first_id, request.second_id))
    names = [
        f"{each.surname} {each.given_name}"
        for each in (resident_of(work, first_id), resident_of(work, second_id))
    ]
    reason = tidy_reason(request.reason)
    found = list(_content_problems(request.level, reason))
    if first_id == second_id:
        found.append(Problem("pair-of-one", field="second_id"))
    there = work.session.scalars(
        select(KeepApart).where(
            KeepApart.first_id == first_id,
            KeepApart.second_id == second_id,
            KeepApart.closed_at == FOREVER,
        )
    ).one_or_none()
    if there is not None:
        facts = {"pair_id": there.id, "first": names[0], "second": names[1]}
        found.append(Problem("pair-exists", facts=facts, field="second_id"))
    if found:
        raise RuleBroken(*found)
    rows = Rows(work)
    pair = KeepApart(
        first_id=first_id,
        second_id=second_id,
        level=str(request.level),
        reason=reason,
        opened_at=work.now,
        opened_by=work.actor.name,
        closed_at=FOREVER,
        closed_by="",
        close_reason="",
    )
    rows.add(pair)
    work.about("resident", first_id, reason=reason)
    return Done(pair.id, rows.undo())


def change_keep_apart(work: Work, request: ChangeKeepApart) -> Done:
    """Another level or reason for an open pair; RuleBroken with every problem."""
    pair = _open_pair(work, request.pair_id, request.version)
    reason = tidy_reason(request.reason)
    found = _content_problems(request.level, reason)
    if found:
        raise RuleBroken(*found)
    rows = Rows(work)
    rows.change(pair, level=str(request.level), reason=reason)
    work.about("resident", pair.first_id, reason=reason)
    return Done(undo=rows.undo())


def close_keep_apart(work: Work, request: CloseKeepApart) -> Done:
    """Ends a pair now; RuleBroken ``reason-needed`` without a reason (KAP-06)."""
    pair = _open_pair(work, request.pair_id, request.version)
    reason = demand_reason(request.reason)
    # A pair holds for an instant at the least, also where it is closed as it is opened.
    closed_at = max(work.now, pair.opened_at + timedelta(microseconds=1))
    rows = Rows(work)
    rows.change(pair, closed_at=closed_at, closed_by=work.actor.name, close_reason=reason)
    work.about("resident", pair.first_id, reason=reason)
    return Done(undo=rows.undo())


def _content_problems(level: str, reason: str) -> tuple[Problem, ...]:
    unknown = () if level in set(Level) else (choice_problem("level", level),)
    return (*unknown, *reason_problems(reason))


def _open_pair(work: Work, pair_id: int, version: int) -> KeepApart:
    pair = work.session.get(KeepApart, pair_id)
    if pair is None:
        raise KnownError("pair-unknown")
    work.about("resident", pair.first_id)
    work.about("resident", pair.second_id)
    work.expect(pair, version)
    if pair.closed_at < FOREVER:
        raise KnownError("pair-closed")
    return pair

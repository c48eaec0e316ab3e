"""Entering that an officer was called out beside the roster: row 3 of the time-sheet."""

from __future__ import annotations

from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands.closed import call_out_days
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.commands.recording import refuse_closed
from openblock.features.roster.commands.requests import RemoveCallOut, SaveCallOut
from openblock.features.roster.commands.serving import not_serving
from openblock.features.roster.rules.call_out import call_out_problems
from openblock.features.roster.tables import CallOut
from openblock.storage.acts import plain_values
from openblock.storage.store import Done, Work


def save_call_out(work: Work, request: SaveCallOut) -> Done:
    """Enter a call-out, or change one; the value is its number.

    Raises RuleBroken by field, also where the officer is on duty, away or called out already at
    that time (RO-03); KnownError ``month-closed``, ``call-out-unknown``, ``changed-meanwhile``.
    """
    reason = " ".join(request.reason.split())
    found = call_out_problems(request.starts_at, request.ends_at, reason, work.now)
    if found:
        raise RuleBroken(*found)
    values = {
        "officer_id": request.officer_id,
        "starts_at": request.starts_at,
        "ends_at": request.ends_at,
        "reason": reason,
        "entered_by": work.actor.name,
        "entered_at": work.now,
    }
    days = call_out_days(values)
    refuse_closed(work, days)
    missing = not_serving(work, request.officer_id, days, "starts_at")
    if missing:
        raise RuleBroken(*missing)
    ledger = Ledger(work, field="starts_at")
    if request.call_out_id is None:
        return ledger.done(ledger.add(CallOut(**values)))
    row = _stored(work, request.call_out_id, request.version)
    ledger.change(row, **values)
    return ledger.done(row.id)


def remove_call_out(work: Work, request: RemoveCallOut) -> Done:
    """Take out a call-out that was entered by mistake.

    Raises KnownError ``month-closed``, ``call-out-unknown``, ``changed-meanwhile``.
    """
    ledger = Ledger(work)
    ledger.remove(_stored(work, request.call_out_id, request.version))
    return ledger.done()


def _stored(work: Work, number: int, version: int) -> CallOut:
    """The call-out as its editor saw it, in a month that is open."""
    row = work.session.get(CallOut, number)
    if row is None:
        raise KnownError("call-out-unknown")
    work.expect(row, version)
    refuse_closed(work, call_out_days(plain_values(row)))
    return row

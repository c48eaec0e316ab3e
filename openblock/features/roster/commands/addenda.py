"""Correcting the time-sheet of a closed month: what was counted stays, what was wrong is added."""

from __future__ import annotations

from sqlalchemy import select

from openblock.errors import KnownError, RuleBroken
from openblock.features.roster.commands.ledger import Ledger
from openblock.features.roster.commands.requests import AddAddendum
from openblock.features.roster.commands.serving import not_serving
from openblock.features.roster.rules.addendum import addendum_problems
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.tables import Addendum, RosterMonth
from openblock.storage.store import Done, Work


def add_addendum(work: Work, request: AddAddendum) -> Done:
    """Add minutes to a closed month, or take some off; the value is the correction's number.

    Raises RuleBroken by field; KnownError ``month-not-closed`` for a month whose roster can still
    be changed itself.
    """
    month = request.month.replace(day=1)
    reason = " ".join(request.reason.split())
    state = work.session.scalar(select(RosterMonth.state).where(RosterMonth.month == month))
    if state != MonthStanding.CLOSED:
        raise KnownError("month-not-closed", month=month)
    found = (
        *addendum_problems(month, request.day, request.minutes, request.night_minutes, reason),
        *not_serving(work, request.officer_id, (request.day,), "day"),
    )
    if found:
        raise RuleBroken(*found)
    work.about("officer", request.officer_id, reason=reason)
    ledger = Ledger(work)
    number = ledger.add(
        Addendum(
            month=month,
            officer_id=request.officer_id,
            day=request.day,
            minutes=request.minutes,
            night_minutes=request.night_minutes,
            reason=reason,
            entered_by=work.actor.name,
            entered_at=work.now,
        )
    )
    return ledger.done(number)

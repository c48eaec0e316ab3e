"""A month is posted as its next version, taken back, and at its end it is closed (RO-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from openblock.clock import at, days_of_month
from openblock.errors import KnownError, RuleBroken
from openblock.features.residents.rules.reasons import tidy_reason, unfit_problems
from openblock.features.roster.commands.ledger import MOVED, Ledger
from openblock.features.roster.commands.recording import append_version, month_of, taken_back
from openblock.features.roster.commands.requests import CloseMonth, PublishMonth
from openblock.features.roster.queries.closed import lines_stored
from openblock.features.roster.queries.months import next_month
from openblock.features.roster.queries.publishing import publish_preview, snapshot_of
from openblock.features.roster.queries.timesheet import time_sheet
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.tables import ClosedSheet, Duty, RosterMonth
from openblock.storage.store import Done, Step, Work


@dataclass(frozen=True, slots=True)
class WithdrawPublication:
    """A version that is not posted after all, and where the month stood before it was."""

    month: date
    number: int
    standing: MonthStanding
    reason: str = ""


def publish_month(work: Work, request: PublishMonth) -> Done:
    """Post a month as it stands now; the value is the version's number.

    RuleBroken with the gaps where the settings forbid to post them (RO-09); KnownError
    ``month-closed``, ``month-moved`` where another version was made since ``seen``.
    """
    month = month_of(request.month)
    reason = tidy_reason(request.reason)
    unfit = unfit_problems(reason)
    if unfit:
        raise RuleBroken(*unfit)
    row = _stored(work, month)
    standing = MonthStanding.DRAFT if row is None else MonthStanding(row.state)
    if standing is MonthStanding.CLOSED:
        raise KnownError("month-closed", month=month)
    _demand_seen(month, row, request.seen)
    preview = publish_preview(work.session, month)
    if preview.is_blocked:
        raise RuleBroken(*preview.gaps)
    if row is None:
        row = RosterMonth(month=month, state=standing.value, number=0)
        work.session.add(row)
    row.state = MonthStanding.PUBLISHED.value
    snapshot = snapshot_of(work.session, month)
    number = append_version(work, row, "published", reason, snapshot).number
    undo = WithdrawPublication(month, number, standing, taken_back(reason))
    return Done(number, Step(withdraw_publication, undo))


def withdraw_publication(work: Work, request: WithdrawPublication) -> Done:
    """Take a posted version back; the version before it is the one that is posted.

    No number is used twice, so that this is a version too. KnownError ``roster-moved`` where the
    month has another version by now.
    """
    row = _stored(work, request.month)
    if row is None or row.number != request.number or row.state != MonthStanding.PUBLISHED:
        raise KnownError(MOVED)
    row.state = request.standing.value
    number = append_version(work, row, "withdrawn", request.reason).number
    again = PublishMonth(request.month, number, taken_back(request.reason))
    return Done(number, Step(publish_month, again))


def close_month(work: Work, request: CloseMonth) -> Done:
    """Freeze a published month with its time-sheet as it is counted now.

    KnownError ``month-not-published``, ``month-closed``, ``month-moved``, and ``month-not-over``
    while the month or one of its duties lasts.
    """
    month = month_of(request.month)
    row = _stored(work, month)
    if row is not None and row.state == MonthStanding.CLOSED:
        raise KnownError("month-closed", month=month)
    if row is None or row.state != MonthStanding.PUBLISHED:
        raise KnownError("month-not-published", month=month)
    _demand_seen(month, row, request.seen)
    ends = _end_of(work, month)
    if ends > work.now:
        raise KnownError("month-not-over", month=month, ends=ends)
    ledger = Ledger(work)
    ledger.add(
        ClosedSheet(
            month=month,
            content=lines_stored(time_sheet(work.session, month)),
            closed_by=work.actor.name,
            closed_at=work.now,
        )
    )
    ledger.change(row, state=MonthStanding.CLOSED.value)
    return ledger.done(row.number)


def _stored(work: Work, month: date) -> RosterMonth | None:
    return work.session.scalar(select(RosterMonth).where(RosterMonth.month == month))


def _demand_seen(month: date, row: RosterMonth | None, seen: int) -> None:
    number = 0 if row is None else row.number
    if number != seen:
        raise KnownError("month-moved", month=month, number=number, seen=seen)


def _end_of(work: Work, month: date) -> datetime:
    """When the month and the last of its duties are over."""
    days = days_of_month(month.year, month.month)
    asked = select(func.max(Duty.ends_at)).where(Duty.day.between(days[0], days[-1]))
    last = work.session.scalar(asked)
    midnight = at(next_month(month))
    return midnight if last is None else max(midnight, last)

"""What becomes of a booking: approved, ticked out and in, nobody came, or it is off (GR-11)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from openblock.errors import Problem, RuleBroken
from openblock.features.grounds.commands.ledger import Ledger
from openblock.features.grounds.commands.requests import (
    ApproveBooking,
    CancelBooking,
    FinishBooking,
    NoShow,
    StartBooking,
)
from openblock.features.grounds.commands.stored import participants, unsettled
from openblock.features.grounds.rules import (
    Ticking,
    approve_problems,
    cancel_problems,
    finish_problems,
    no_show_problems,
    start_problems,
)
from openblock.features.grounds.rules.content import OPEN, Span, State
from openblock.features.grounds.tables import Booking
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.storage.store import Done, Work


def cancel_booking(work: Work, request: CancelBooking) -> Done:
    """A booking will not be, and with ``rest`` the later ones of its series; the value counts them.

    RuleBroken where no reason is given or the group is out; KnownError ``booking-unknown``,
    ``booking-settled``, ``changed-meanwhile``.
    """
    row = unsettled(work, request.booking_id, request.version)
    reason = tidy_reason(request.reason)
    _refuse(cancel_problems(State(row.state), reason))
    ledger = Ledger(work, "grounds.cancel_booking")
    rows = [row, *(_later(work, row) if request.rest else ())]
    for each in rows:
        cancel(ledger, each, reason)
    return ledger.done(len(rows))


def approve_booking(work: Work, request: ApproveBooking) -> Done:
    """What was requested may be; KnownError ``booking-unknown``, ``changed-meanwhile``.

    RuleBroken where it was not requested, or is settled.
    """
    row = unsettled(work, request.booking_id, request.version)
    _refuse(approve_problems(State(row.state)))
    ledger = Ledger(work, "grounds.approve_booking")
    ledger.change(row, state=State.APPROVED.value, approved_by=work.actor.name)
    return ledger.done(row.id)


def start_booking(work: Work, request: StartBooking) -> Done:
    """The group has gone out; who did not come takes no place, and has the time for other things.

    RuleBroken with every problem; KnownError ``booking-unknown``, ``booking-settled``,
    ``changed-meanwhile``.
    """
    row = unsettled(work, request.booking_id, request.version)
    at = request.at or work.now
    people = participants(work, row.id)
    missing = [each for each in people if each.resident_id in request.missing]
    coming = len(people) - len(missing)
    _refuse(start_problems(_ticking(work, row), at, coming))
    ledger = Ledger(work, "grounds.start_booking")
    for each in missing:
        ledger.change(each, came=False)
    ledger.change(row, state=State.IN_USE.value, started_at=at, heads=coming)
    return ledger.done(row.id)


def finish_booking(work: Work, request: FinishBooking) -> Done:
    """The group is back; the rest of its time is free. Raises as :func:`start_booking`."""
    row = unsettled(work, request.booking_id, request.version)
    at = request.at or work.now
    _refuse(finish_problems(_ticking(work, row), at))
    ledger = Ledger(work, "grounds.finish_booking")
    ledger.change(row, state=State.FINISHED.value, ended_at=at, settled_by=work.actor.name)
    return ledger.done(row.id)


def no_show(work: Work, request: NoShow) -> Done:
    """Nobody came, and the time is free. Raises as :func:`start_booking`."""
    row = unsettled(work, request.booking_id, request.version)
    reason = tidy_reason(request.reason)
    _refuse(no_show_problems(_ticking(work, row), reason))
    ledger = Ledger(work, "grounds.no_show")
    work.about("booking", row.id, reason=reason)
    ledger.change(row, state=State.NO_SHOW.value, cause=reason, settled_by=work.actor.name)
    return ledger.done(row.id)


def cancel(ledger: Ledger, row: Booking, cause: str) -> None:
    """Write that a booking will not be, and why; the caller has seen that it still can."""
    ledger.work.about("booking", row.id, reason=cause)
    ledger.change(row, state=State.CANCELLED.value, cause=cause, settled_by=ledger.work.actor.name)


def _later(work: Work, row: Booking) -> Iterable[Booking]:
    """The bookings of its series that begin after it and can still be cancelled."""
    if row.series_id is None:
        return ()
    asked = select(Booking).where(
        Booking.series_id == row.series_id,
        Booking.starts_at > row.starts_at,
        Booking.state.in_(sorted(OPEN)),
    )
    return work.session.scalars(asked.order_by(Booking.starts_at, Booking.id)).all()


def _ticking(work: Work, row: Booking) -> Ticking:
    span = Span(row.starts_at, row.ends_at)
    return Ticking(State(row.state), span, work.now, row.started_at)


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise RuleBroken(*problems)

"""An area is out of use: every booking that hits is moved or cancelled in the same step (GR-09)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.grounds.commands.booking import (
    Judged,
    hold,
    in_use_content,
    only_asks,
    tidied,
    write_booking,
)
from openblock.features.grounds.commands.judging import errors
from openblock.features.grounds.commands.ledger import Ledger
from openblock.features.grounds.commands.requests import CloseArea, Hit, OpenArea
from openblock.features.grounds.commands.settling import cancel
from openblock.features.grounds.commands.stored import known
from openblock.features.grounds.queries.closing import closure_hits
from openblock.features.grounds.queries.judging import Judge
from openblock.features.grounds.rules import closure_problems
from openblock.features.grounds.rules.content import BookingContent, ClosureContent, State
from openblock.features.grounds.tables import Area, AreaClosure, Booking
from openblock.features.grounds.words import closure_words
from openblock.features.residents.rules.names import tidy
from openblock.features.residents.rules.reasons import tidy_reason
from openblock.features.shadowing.commands.judging import answer
from openblock.i18n import _
from openblock.storage.store import Done, Work


def close_area(work: Work, request: CloseArea) -> Done:
    """Closes an area, or gives a closure other content; ``Done.value`` is the closure's number.

    Every booking it hits is moved as ``hits`` say and judged there, or cancelled for it; a group
    that is out comes in by then. RuleBroken with every problem, ``closure-hits`` with the number
    that ``hits`` leave open among them; KnownError ``area-unknown``, ``closure-unknown``,
    ``area-closure-over``, ``changed-meanwhile``, and of the hits as :func:`book_area`.
    """
    content = replace(request.content, remark=tidy(request.content.remark))
    known(work, Area, content.area_id)
    row = _closure(work, request.closure_id, request.version)
    hits = {each.booking_id: each for each in request.hits}
    hit = closure_hits(work.session, content, request.closure_id)
    rows = [work.session.get_one(Booking, each.booking_id) for each in hit]
    found = (*closure_problems(content, work.now), *_left_open(rows, hits))
    if found:
        raise RuleBroken(*found)
    moved = _moved(work, rows, hits)
    ledger = Ledger(work, "grounds.close_area")
    for each in rows:
        if each.id not in moved:
            _give_way(ledger, content, each)
    number = _write_closure(ledger, content, row)
    ledger.settle()
    _move(ledger, [(each, moved[each.id]) for each in rows if each.id in moved], request.reason)
    return ledger.done(number)


def open_area(work: Work, request: OpenArea) -> Done:
    """Ends a closure now, or takes back one that has not begun; its bookings stay as they are.

    KnownError ``closure-unknown``, ``area-closure-over``, ``changed-meanwhile``.
    """
    row = known(work, AreaClosure, request.closure_id, request.version)
    if row.ends_at <= work.now:
        raise KnownError("area-closure-over", end=row.ends_at)
    ledger = Ledger(work, "grounds.open_area")
    if row.starts_at >= work.now:
        ledger.remove(row)
    else:
        ledger.change(row, ends_at=work.now)
    return ledger.done(request.closure_id)


def _closure(work: Work, number: int | None, version: int) -> AreaClosure | None:
    if number is None:
        return None
    row = known(work, AreaClosure, number, version)
    if row.ends_at <= work.now:
        raise KnownError("area-closure-over", end=row.ends_at)
    return row


def _moved(
    work: Work, rows: Iterable[Booking], hits: Mapping[int, Hit]
) -> Mapping[int, BookingContent]:
    """Where each booking goes that is not cancelled; all that was seen of them still holds."""
    found: dict[int, BookingContent] = {}
    for row in rows:
        work.expect(row, hits[row.id].version)
        content = hits[row.id].content
        if content is not None:
            found[row.id] = in_use_content(work, row, tidied(content))
    hold(work, *found.values())
    return found


def _left_open(rows: Iterable[Booking], hits: Mapping[int, Hit]) -> tuple[Problem, ...]:
    """How many bookings are hit that nobody has said anything about."""
    number = sum(row.id not in hits for row in rows)
    return (Problem("closure-hits", facts={"number": number}, field="hits"),) if number else ()


def _write_closure(ledger: Ledger, content: ClosureContent, row: AreaClosure | None) -> int:
    work = ledger.work
    values = {
        "area_id": content.area_id,
        "starts_at": content.starts_at,
        "ends_at": content.ends_at,
        "reason": str(content.reason),
        "remark": content.remark,
    }
    if row is not None:
        ledger.change(row, **values)
        return row.id
    return ledger.add(AreaClosure(**values, closed_by=work.actor.name, closed_at=work.now))


def _give_way(ledger: Ledger, content: ClosureContent, row: Booking) -> None:
    """Cancel a booking for the closure; a group that is out comes in when it begins, or now."""
    cause = _("closed: {why}").format(why=closure_words(content.reason, content.remark))
    now = ledger.work.now
    if row.state != State.IN_USE:
        cancel(ledger, row, cause)
    elif content.starts_at > max(now, row.starts_at):
        ledger.change(row, ends_at=content.starts_at, cause=cause)
    else:
        back = max(now, row.started_at or now)  # the clock may have been set back since
        values = {"state": State.FINISHED.value, "ended_at": back, "cause": cause}
        ledger.change(row, **values, settled_by=ledger.work.actor.name)


def _move(ledger: Ledger, moved: Iterable[tuple[Booking, BookingContent]], reason: str) -> None:
    """Judge each where it is moved to, and write it before the next is judged."""
    work = ledger.work
    judge = Judge(work.session, work.now)
    found: list[Problem] = []
    for row, content in moved:
        problems = judge.problems(content, row.id)
        found += (replace(each, facts={"booking": row.id, **each.facts}) for each in problems)
        if not errors(problems):
            override = tidy_reason(reason) if problems else ""
            write_booking(ledger, Judged(content, override, only_asks(work, judge.limits)), row)
            ledger.settle()
    answer(work, found, reason)

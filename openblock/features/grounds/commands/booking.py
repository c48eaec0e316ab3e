"""An area is booked for a group, the booking is moved, extended or changed, and who watches it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from openblock.errors import Problem, RuleBroken
from openblock.features.accounts.rights import may
from openblock.features.grounds.commands.ledger import Ledger
from openblock.features.grounds.commands.requests import BookArea, NameSupervisor
from openblock.features.grounds.commands.stored import (
    content_of,
    known,
    lock,
    participants,
    unsettled,
)
from openblock.features.grounds.queries.judging import Judge
from openblock.features.grounds.rules import supervisor_problems
from openblock.features.grounds.rules.content import BookingContent, GroundsLimits, State
from openblock.features.grounds.tables import Area, Booking, Participant
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.commands.judging import answer
from openblock.storage.store import Done, Work

_APPROVE = "grounds.approve_booking"


def book_area(work: Work, request: BookArea) -> Done:
    """Books an area, or changes a booking; ``Done.value`` is its number.

    RuleBroken with every problem (GR-01..12): errors always, warnings until ``reason`` answers
    them; who has the places of a full area, and who booked them, is in the facts. One that is in
    use may be extended, not moved. KnownError ``area-unknown``, ``resident-unknown``,
    ``officer-unknown``, ``booking-unknown``, ``changed-meanwhile``, ``booking-settled``.
    """
    content, row = tidied(request.content), None
    if request.booking_id is not None:
        row = unsettled(work, request.booking_id, request.version)
        content = in_use_content(work, row, content)
    known(work, Area, content.area_id)
    hold(work, content)
    judge = Judge(work.session, work.now)
    problems = judge.problems(content, request.booking_id)
    override = answer(work, problems, request.reason)
    ledger = Ledger(work, "grounds.book_area")
    judged = Judged(content, override, only_asks(work, judge.limits))
    return ledger.done(write_booking(ledger, judged, row))


def name_supervisor(work: Work, request: NameSupervisor) -> Done:
    """Has another officer watch over a booking, or nobody (GR-06); the rest is not judged anew.

    Raises as :func:`book_area`.
    """
    row = unsettled(work, request.booking_id, request.version)
    content = replace(content_of(work, row), officer_id=request.officer_id)
    hold(work, content)
    judge = Judge(work.session, work.now)
    found = supervisor_problems(judge.wish(content, row.id), judge.limits)
    override = answer(work, found, request.reason)
    ledger = Ledger(work, "grounds.name_supervisor")
    ledger.change(row, officer_id=request.officer_id, override=override or row.override)
    return ledger.done(row.id)


def tidied(content: BookingContent) -> BookingContent:
    """The booking with its words without stray spaces, and nobody in it twice."""
    return replace(
        content,
        residents=tuple(dict.fromkeys(content.residents)),
        purpose=tidy(content.purpose),
        equipment=tidy(content.equipment),
    )


def hold(work: Work, *contents: BookingContent) -> None:
    """Hold everything the bookings name; see :func:`lock`."""
    lock(
        work,
        {each.area_id for each in contents},
        {number for each in contents for number in each.residents},
        {each.officer_id for each in contents if each.officer_id is not None},
    )


def in_use_content(work: Work, row: Booking, content: BookingContent) -> BookingContent:
    """What is entered about a group that is out: who was missing is still missing.

    RuleBroken ``booking-settled`` where it would go to another place, begin at another time, or
    be other people.
    """
    if row.state != State.IN_USE:
        return content
    people = participants(work, row.id)
    there = {each.resident_id for each in people if each.came}
    stays = (content.area_id, content.starts_at) == (row.area_id, row.starts_at)
    if not stays or set(content.residents) not in (there, {each.resident_id for each in people}):
        facts = {"state": row.state}
        field = "residents" if stays else "starts_at"
        raise RuleBroken(Problem("booking-settled", facts=facts, field=field))
    return replace(content, residents=tuple(sorted(there)))


@dataclass(frozen=True, slots=True)
class Judged:
    """A booking that may be written, the reason given, and whether it is only asked for."""

    content: BookingContent
    override: str
    asked: bool
    series_id: int | None = None


def only_asks(work: Work, limits: GroundsLimits) -> bool:
    """Whether what this person books has to be approved by another (GR-11)."""
    return limits.approval and not may(work.actor.role, _APPROVE)


def write_booking(ledger: Ledger, judged: Judged, row: Booking | None = None) -> int:
    """Writes it, over ``row`` where that is changed; its number.

    What asks for more than was approved is asked for anew.
    """
    content, work = judged.content, ledger.work
    by = {"booked_by": work.actor.name, "booked_at": work.now}
    state = {
        "state": (State.REQUESTED if judged.asked else State.APPROVED).value,
        "approved_by": "" if judged.asked else work.actor.name,
    }
    values = _values(judged)
    if row is None:
        number = ledger.add(Booking(**values, **by, **state, series_id=judged.series_id))
        _add_people(ledger, number, content.residents)
        return number
    if _asks_for_more(work, row, content):
        values |= by
        if judged.asked and row.state != State.IN_USE:
            values |= state
    _write_over(ledger, row, content, values)
    return row.id


def _values(judged: Judged) -> dict[str, Any]:
    content = judged.content
    fields = ("area_id", "starts_at", "ends_at", "purpose", "equipment", "officer_id")
    values = {name: getattr(content, name) for name in fields}
    return values | {"heads": len(content.residents), "override": judged.override}


def _asks_for_more(work: Work, row: Booking, content: BookingContent) -> bool:
    stored = content_of(work, row)
    return (
        stored.area_id != content.area_id
        or not stored.span.holds(content.span)
        or not set(content.residents) <= set(stored.residents)
    )


def _write_over(
    ledger: Ledger, row: Booking, content: BookingContent, values: dict[str, Any]
) -> None:
    """Who leaves goes before the heads are fewer, who comes after they are more."""
    people = participants(ledger.work, row.id)
    leaving = [each for each in people if each.came and each.resident_id not in content.residents]
    if leaving:
        ledger.look_at(row)
    for each in leaving:
        ledger.remove(each)
    ledger.change(row, **values)
    there = {each.resident_id for each in people}
    _add_people(ledger, row.id, [each for each in content.residents if each not in there])


def _add_people(ledger: Ledger, booking_id: int, residents: Iterable[int]) -> None:
    for number in residents:
        ledger.add(Participant(booking_id=booking_id, resident_id=number))

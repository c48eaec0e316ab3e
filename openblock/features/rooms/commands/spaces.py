"""Closures and holds: what is out of service, and which bed is kept for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select

from openblock.clock import FOREVER
from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.commands.requests import (
    ChangeClosure,
    CloseSpace,
    EndHold,
    HoldBed,
    OpenSpace,
)
from openblock.features.rooms.queries.house import bed_places
from openblock.features.rooms.queries.stored import (
    CLOSURE_FIELDS,
    HOLD_FIELDS,
    closure_content,
    names_of,
    reaches,
)
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.rules.house import (
    closure_problems,
    hold_problems,
    occupied_problems,
)
from openblock.features.rooms.tables import (
    Assignment,
    Bed,
    Building,
    Closure,
    Hold,
    Room,
    Section,
)
from openblock.storage.store import Done, Work

_SCOPES = {"bed": Bed, "room": Room, "section": Section, "building": Building}


def close_space(work: Work, request: CloseSpace) -> Done:
    """Takes something out of service; ``Done.value`` is the closure's number.

    RuleBroken ``closure-occupied`` while anybody sleeps there or is planned to (ROOM-04).
    """
    content = _tidied(request.content)
    _refuse_closure(work, content, None)
    ledger = Ledger(work)
    values = {name: getattr(content, name) for name in CLOSURE_FIELDS}
    number = ledger.add(Closure(**values, closed_by=work.actor.name))
    work.about(content.scope, content.subject_id, reason=content.remark or content.reason)
    return ledger.done(number)


def change_closure(work: Work, request: ChangeClosure) -> Done:
    """Gives a closure another reason, remark, time or expected day; what it closes stays."""
    row = _known_closure(work, request.closure_id, request.version)
    content = replace(_tidied(request.content), scope=row.scope, subject_id=row.subject_id)
    _refuse_closure(work, content, row)
    ledger = Ledger(work)
    ledger.change(row, **{name: getattr(content, name) for name in CLOSURE_FIELDS})
    work.about(row.scope, row.subject_id, reason=content.remark or content.reason)
    return ledger.done(row.id)


def open_space(work: Work, request: OpenSpace) -> Done:
    """Puts something closed back into service at an instant; one not begun yet is taken back."""
    row = _known_closure(work, request.closure_id, request.version)
    if row.ends_at != FOREVER and row.ends_at <= work.now:
        raise KnownError("closure-over")
    ledger = Ledger(work)
    if row.starts_at >= request.at:
        ledger.remove(row)
    else:
        ledger.change(row, ends_at=request.at)
    work.about(row.scope, row.subject_id)
    return ledger.done(row.id)


def hold_bed(work: Work, request: HoldBed) -> Done:
    """Keeps a bed; RuleBroken where it is somebody else's then or kept already (ROOM-15)."""
    content = replace(request.content, remark=request.content.remark.strip())
    problems = [*hold_problems(content), *_held_twice(work, content)]
    if problems:
        raise RuleBroken(*problems)
    if work.session.get(Bed, content.bed_id) is None:
        raise KnownError("bed-unknown")
    ledger = Ledger(work)
    values = {name: getattr(content, name) for name in HOLD_FIELDS}
    number = ledger.add(Hold(**values, held_by=work.actor.name))
    work.about("bed", content.bed_id, reason=content.remark)
    if content.resident_id is not None:
        work.about("resident", content.resident_id)
    return ledger.done(number)


def end_hold(work: Work, request: EndHold) -> Done:
    """Frees a held bed; KnownError ``hold-over`` when it has expired already."""
    row = work.session.get(Hold, request.hold_id)
    if row is None:
        raise KnownError("hold-over")
    work.expect(row, request.version)
    if row.ends_at <= request.at:
        raise KnownError("hold-over")
    ledger = Ledger(work)
    work.about("bed", row.bed_id)
    if row.starts_at >= request.at:
        ledger.remove(row)
    else:
        ledger.change(row, ends_at=request.at)
    return ledger.done(request.hold_id)


def _tidied(content: ClosureContent) -> ClosureContent:
    return replace(content, remark=content.remark.strip())


def _known_closure(work: Work, number: int, version: int) -> Closure:
    row = work.session.get(Closure, number)
    if row is None:
        raise KnownError("closure-over")
    work.expect(row, version)
    return row


def _refuse_closure(work: Work, content: ClosureContent, row: Closure | None) -> None:
    problems = list(closure_problems(content))
    if problems:
        raise RuleBroken(*problems)
    kind = _SCOPES[content.scope]
    if work.session.get(kind, content.subject_id) is None:
        raise KnownError("space-unknown")
    problems.extend(occupied_problems(_occupants(work, content)))
    problems.extend(_closed_twice(work, content, row))
    if problems:
        raise RuleBroken(*problems)


def _occupants(work: Work, content: ClosureContent) -> list[tuple[str, str]]:
    """Bed and name of everyone who sleeps within, or is planned to, while it would be closed."""
    places = {
        number: place
        for number, place in bed_places(work.session).items()
        if reaches(content, place)
    }
    asked = (
        select(Assignment)
        .where(
            Assignment.bed_id.in_(tuple(places)),
            Assignment.ends_at > content.starts_at,
            Assignment.starts_at < content.ends_at,
        )
        .order_by(Assignment.starts_at)
    )
    rows = work.session.scalars(asked).all()
    names = names_of(work.session, (row.resident_id for row in rows))
    found = {(places[row.bed_id].bed, names[row.resident_id][0]) for row in rows}
    return sorted(found)


def _closed_twice(work: Work, content: ClosureContent, row: Closure | None) -> list[Problem]:
    asked = select(Closure).where(
        Closure.scope == content.scope,
        Closure.subject_id == content.subject_id,
        Closure.ends_at > content.starts_at,
        Closure.starts_at < content.ends_at,
    )
    for other in work.session.scalars(asked):
        if row is None or other.id != row.id:
            known = closure_content(other)
            facts = {"start": known.starts_at, "end": known.ends_at, "by": other.closed_by}
            return [Problem("closed-already", facts=facts, field="starts_at")]
    return []


def _held_twice(work: Work, content: HoldContent) -> list[Problem]:
    problems = []
    kinds: tuple[tuple[type[Any], str], ...] = (
        (Assignment, "hold-bed-taken"),
        (Hold, "held-already"),
    )
    for kind, code in kinds:
        asked = select(kind).where(
            kind.bed_id == content.bed_id,
            kind.ends_at > content.starts_at,
            kind.starts_at < content.ends_at,
        )
        other = work.session.scalars(asked.limit(1)).first()
        if other is None:
            continue
        number = other.resident_id
        name = names_of(work.session, [number])[number][0] if number is not None else ""
        facts = {
            "name": name or getattr(other, "remark", ""),
            "start": other.starts_at,
            "end": other.ends_at,
        }
        problems.append(Problem(code, facts=facts, field="bed_id"))
    return problems

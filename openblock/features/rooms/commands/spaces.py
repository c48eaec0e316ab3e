"""Closures and holds: what is out of service, and which bed is kept for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from openblock.errors import KnownError, RuleBroken, Severity
from openblock.features.residents.commands.stored import demand_unerased
from openblock.features.residents.tables import Resident
from openblock.features.rooms.commands.ledger import Ledger
from openblock.features.rooms.commands.requests import (
    ChangeClosure,
    CloseSpace,
    EndHold,
    HoldBed,
    OpenSpace,
)
from openblock.features.rooms.queries.clashes import closure_clashes, hold_clashes
from openblock.features.rooms.queries.facts import limits_of
from openblock.features.rooms.queries.stored import CLOSURE_FIELDS, HOLD_FIELDS
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.rules.house import closure_problems, hold_problems
from openblock.features.rooms.rules.placing import moment_problems
from openblock.features.rooms.tables import (
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
    """Puts something closed back into service at an instant; one not begun yet is taken back.

    KnownError ``closure-over`` where it is open by then in any case.
    """
    row = _known_closure(work, request.closure_id, request.version)
    if row.ends_at <= max(work.now, request.at):
        raise KnownError("closure-over")
    _refuse_rewriting(work, request.at)
    ledger = Ledger(work)
    if row.starts_at >= request.at:
        ledger.remove(row)
    else:
        ledger.change(row, ends_at=request.at)
    work.about(row.scope, row.subject_id)
    return ledger.done(row.id)


def hold_bed(work: Work, request: HoldBed) -> Done:
    """Keeps a bed; RuleBroken where it is somebody else's then or kept already (ROOM-15).

    KnownError ``bed-unknown``, ``resident-unknown``.
    """
    content = replace(request.content, remark=request.content.remark.strip())
    _refuse_hold(work, content)
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
    _refuse_rewriting(work, request.at)
    ledger = Ledger(work)
    work.about("bed", row.bed_id)
    if row.starts_at >= request.at:
        ledger.remove(row)
    else:
        ledger.change(row, ends_at=request.at)
    return ledger.done(request.hold_id)


def _refuse_rewriting(work: Work, at: datetime) -> None:
    """What was out of service or kept stays so in the past, beyond the hours of ROOM-12."""
    found = moment_problems(limits_of(work.session, work.now), ends=(at,))
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise RuleBroken(*errors)


def _tidied(content: ClosureContent) -> ClosureContent:
    return replace(content, remark=content.remark.strip())


def _known_closure(work: Work, number: int, version: int) -> Closure:
    row = work.session.get(Closure, number)
    if row is None:
        raise KnownError("closure-over")
    work.expect(row, version)
    return row


def _refuse_closure(work: Work, content: ClosureContent, row: Closure | None) -> None:
    problems = closure_problems(content)
    if problems:
        raise RuleBroken(*problems)
    if work.session.get(_SCOPES[content.scope], content.subject_id) is None:
        raise KnownError("space-unknown")
    problems = tuple(closure_clashes(work.session, content, None if row is None else row.id))
    if problems:
        raise RuleBroken(*problems)


def _refuse_hold(work: Work, content: HoldContent) -> None:
    for kind, number, code in (
        (Bed, content.bed_id, "bed-unknown"),
        (Resident, content.resident_id, "resident-unknown"),
    ):
        if number is not None and work.session.get(kind, number) is None:
            raise KnownError(code)
    demand_unerased(work, content.resident_id or 0)
    problems = [*hold_problems(content, work.now), *hold_clashes(work.session, content)]
    if problems:
        raise RuleBroken(*problems)

"""What stands in the way of a closure or a hold: who sleeps there, what is there already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.errors import Problem
from openblock.features.rooms.queries.house import bed_places
from openblock.features.rooms.queries.stored import names_of, reaches
from openblock.features.rooms.rules.content import ClosureContent, HoldContent
from openblock.features.rooms.rules.house import code_order, occupied_problems
from openblock.features.rooms.tables import Assignment, Closure, Hold


def closure_clashes(
    session: Session, content: ClosureContent, closure_id: int | None = None
) -> Iterator[Problem]:
    """ROOM-04: whoever sleeps there or is planned to, and a closure that holds there already."""
    yield from occupied_problems(_occupants(session, content))
    asked = (
        select(Closure)
        .where(
            Closure.scope == content.scope,
            Closure.subject_id == content.subject_id,
            Closure.ends_at > content.starts_at,
            Closure.starts_at < content.ends_at,
        )
        .order_by(Closure.starts_at)
    )
    for other in session.scalars(asked):
        if other.id != closure_id:
            facts = {"start": other.starts_at, "end": other.ends_at, "by": other.closed_by}
            yield Problem("closed-already", facts=facts, field="starts_at")
            return


def hold_clashes(
    session: Session, content: HoldContent, hold_id: int | None = None
) -> Iterator[Problem]:
    """ROOM-15: whoever has the bed then."""
    yield from _first(session, Assignment, "hold-bed-taken", content, None)
    yield from held_twice(session, content, hold_id)


def held_twice(
    session: Session, content: HoldContent, hold_id: int | None = None
) -> Iterator[Problem]:
    """ROOM-15: whoever the bed is kept for then."""
    yield from _first(session, Hold, "held-already", content, hold_id)


def _first(
    session: Session, kind: type[Any], code: str, content: HoldContent, own: int | None
) -> Iterator[Problem]:
    asked = (
        select(kind)
        .where(
            kind.bed_id == content.bed_id,
            kind.ends_at > content.starts_at,
            kind.starts_at < content.ends_at,
        )
        .order_by(kind.starts_at)
    )
    for other in session.scalars(asked):
        if kind is Assignment or other.id != own:
            yield Problem(code, facts=_whose(session, other), field="bed_id")
            return


def _whose(session: Session, row: Assignment | Hold) -> dict[str, object]:
    name = (
        "" if row.resident_id is None else names_of(session, (row.resident_id,))[row.resident_id][0]
    )
    return {"name": name or row.remark, "start": row.starts_at, "end": row.ends_at}


def _occupants(session: Session, content: ClosureContent) -> list[tuple[str, str]]:
    """Bed and name of everyone who sleeps within, or is planned to, while it would be closed."""
    places = {
        number: place for number, place in bed_places(session).items() if reaches(content, place)
    }
    asked = select(Assignment).where(
        Assignment.bed_id.in_(tuple(places)),
        Assignment.ends_at > content.starts_at,
        Assignment.starts_at < content.ends_at,
    )
    rows = session.scalars(asked).all()
    names = names_of(session, {row.resident_id for row in rows})
    found = {(places[row.bed_id].bed, names[row.resident_id][0]) for row in rows}
    return sorted(found, key=lambda each: (code_order(each[0]), each[1]))

"""What rooms know about a resident, joined to the register, the card and the release."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock import clock
from openblock.clock import FOREVER
from openblock.features.residents.queries import Event, Join, OpenMatter, join
from openblock.features.rooms.queries.history import resident_placements
from openblock.features.rooms.queries.house import bed_places
from openblock.features.rooms.queries.now import placed_at
from openblock.features.rooms.queries.planning import bound_to_stay
from openblock.features.rooms.queries.rows import AssignmentRow
from openblock.features.rooms.tables import Hold


def where(session: Session, at: datetime) -> Mapping[int, str]:
    """Each person's bed at ``at``: "105 A"."""
    return {number: row.bed for number, row in placed_at(session, at).items()}


def events(session: Session, resident_id: int) -> tuple[Event, ...]:
    """Placements and moves, and a bed left without another: for the person's timeline."""
    rows = sorted(resident_placements(session, resident_id), key=lambda row: row.content.starts_at)
    found: list[Event] = []
    before: AssignmentRow | None = None
    for row in rows:
        found.extend(_left(before, row.content.starts_at))
        found.append(_came(before, row))
        before = row
    found.extend(_left(before, FOREVER))
    return tuple(found)


def matters_of_rooms(session: Session, resident_id: int, at: datetime) -> tuple[OpenMatter, ...]:
    """The bed, the planned moves and the holds a release at ``at`` would end (RES-09)."""
    matters = []
    last = bound_to_stay(session, resident_id, at)
    for row in resident_placements(session, resident_id):
        if row.content.ends_at > at and row.content.starts_at < last:
            kind = "bed" if row.content.starts_at <= at else "planned-placement"
            facts = {"bed": row.bed, "start": row.content.starts_at, "end": row.content.ends_at}
            matters.append(OpenMatter(kind, facts))
    held = session.scalars(
        select(Hold).where(
            Hold.resident_id == resident_id, Hold.ends_at > at, Hold.starts_at < last
        )
    )
    for hold in held:
        bed = bed_places(session, (hold.bed_id,))[hold.bed_id].bed
        matters.append(OpenMatter("hold", {"bed": bed, "end": hold.ends_at}))
    return tuple(reversed(matters))


def _came(before: AssignmentRow | None, row: AssignmentRow) -> Event:
    content = row.content
    moved = before is not None and before.content.ends_at == content.starts_at
    planned = content.starts_at > clock.now()
    facts: dict[str, object] = {
        "bed": row.bed,
        "reason": content.reason,
        "remark": content.remark,
        "decision": content.decision_number,
        "until": None if content.ends_at == FOREVER else content.ends_at,
    }
    if moved and before is not None:
        facts["from_bed"] = before.bed
        kind = "move-planned" if planned else "moved"
    else:
        kind = "placement-planned" if planned else "placed"
    return Event(content.starts_at, kind, facts, row.assignment_id)


def _left(before: AssignmentRow | None, until: datetime) -> tuple[Event, ...]:
    """A bed that was left before the next one began, if any."""
    if before is None or before.content.ends_at in {until, FOREVER}:
        return ()
    facts = {"bed": before.bed}
    return (Event(before.content.ends_at, "left-bed", facts, before.assignment_id),)


ROOMS = Join("rooms", where, events, matters_of_rooms)
join(ROOMS)

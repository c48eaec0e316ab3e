"""Who shares a room though they must be kept apart: an open task, not a refusal (KAP-05)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from openblock.features.residents.tables import KeepApart
from openblock.features.rooms.tables import Assignment, Bed


def together_at(session: Session, at: datetime) -> int:
    """How many pairs share a room at ``at`` though they are to be kept apart then."""
    one, other = aliased(Assignment), aliased(Assignment)
    beds, beside = aliased(Bed), aliased(Bed)
    asked = (
        select(func.count())
        .select_from(KeepApart)
        .join(one, one.resident_id == KeepApart.first_id)
        .join(other, other.resident_id == KeepApart.second_id)
        .join(beds, beds.id == one.bed_id)
        .join(beside, beside.id == other.bed_id)
        .where(KeepApart.opened_at <= at, KeepApart.closed_at > at)
        .where(one.starts_at <= at, one.ends_at > at, other.starts_at <= at, other.ends_at > at)
        .where(beds.room_id == beside.room_id)
    )
    return session.scalar(asked) or 0

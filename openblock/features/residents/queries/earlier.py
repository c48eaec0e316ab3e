"""How many were here and are not: the register counts them without reading them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, func, not_, select
from sqlalchemy.orm import Session

from openblock.features.residents.tables import Resident, Stay


def earlier_count(session: Session, at: datetime) -> int:
    """The number of people who are neither here at ``at`` nor expected."""
    here_or_coming = exists().where(Stay.resident_id == Resident.id, Stay.discharged > at)
    return session.scalar(select(func.count(Resident.id)).where(not_(here_or_coming))) or 0

"""Who was called out beside the roster in some days, and why."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import at
from openblock.features.roster.queries.rows import CallOutRow
from openblock.features.roster.tables import CallOut
from openblock.features.staff.tables import Officer


def call_outs(session: Session, first: date, last: date) -> tuple[CallOutRow, ...]:
    """Call-outs that touch the days from ``first`` to ``last``, both included; by start."""
    asked = (
        select(
            CallOut.id,
            CallOut.officer_id,
            Officer.surname,
            Officer.given_name,
            CallOut.starts_at,
            CallOut.ends_at,
            CallOut.reason,
            CallOut.entered_by,
            CallOut.entered_at,
            CallOut.version,
        )
        .join(Officer, Officer.id == CallOut.officer_id)
        .where(CallOut.ends_at > at(first), CallOut.starts_at < at(last + timedelta(days=1)))
        .order_by(CallOut.starts_at, CallOut.id)
    )
    return tuple(
        CallOutRow(
            call_out_id=row.id,
            officer_id=row.officer_id,
            name=f"{row.surname} {row.given_name}",
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            reason=row.reason,
            entered_by=row.entered_by,
            entered_at=row.entered_at,
            version=row.version,
        )
        for row in session.execute(asked)
    )

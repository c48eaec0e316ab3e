"""What has to be put right from now on: bookings that lost their officer, or no longer can be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.live import to_come
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.queries.standing import Standing
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.tables import Booking


def to_mend(
    session: Session, now: datetime, area_ids: Collection[int] | None = None
) -> tuple[BookingRow, ...]:
    """The bookings from ``now`` on that need somebody, by start, whatever their date."""
    standing = _standing(session, now, area_ids)
    return tuple(map(standing.row, standing.to_mend()))


def mending_number(session: Session, now: datetime) -> int:
    """How many :func:`to_mend` gives."""
    return len(_standing(session, now).to_mend())


def _standing(session: Session, now: datetime, area_ids: Collection[int] | None = None) -> Standing:
    wanted = [to_come(now)]
    if area_ids is not None:
        wanted.append(Booking.area_id.in_(sorted(area_ids)))
    coming = stored_bookings(session, *wanted)
    return Standing(session, read_figures(session), now, coming, whole=True)

"""What has to be put right from now on: bookings that lost their officer, or no longer can be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.grounds.queries.limits import Figures, read_figures
from openblock.features.grounds.queries.live import ahead
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.queries.standing import Standing, needs_mending
from openblock.features.grounds.queries.stored import Stored, stored_bookings
from openblock.features.grounds.tables import Booking


def to_mend(
    session: Session,
    now: datetime,
    area_ids: Collection[int] | None = None,
    figures: Figures | None = None,
) -> tuple[BookingRow, ...]:
    """The bookings from ``now`` on that need somebody, by start, whatever their date."""
    standing, hurt = _hurt(session, now, area_ids, figures)
    return tuple(map(standing.row, hurt))


def mending_number(session: Session, now: datetime) -> int:
    """How many :func:`to_mend` gives."""
    return len(_hurt(session, now)[1])


def _hurt(
    session: Session,
    now: datetime,
    area_ids: Collection[int] | None = None,
    figures: Figures | None = None,
) -> tuple[Standing, tuple[Stored, ...]]:
    wanted = [ahead(), Booking.ends_at > now]
    if area_ids is not None:
        wanted.append(Booking.area_id.in_(sorted(area_ids)))
    coming = stored_bookings(session, *wanted)
    standing = Standing(session, figures or read_figures(session), now, coming, whole=True)
    return standing, tuple(
        each for each in coming if needs_mending(*standing.problems(each), each.override)
    )

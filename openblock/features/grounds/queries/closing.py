"""The bookings a closure would hit: somebody says of each whether it moves or is off (GR-09)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from openblock import clock
from openblock.features.grounds.queries.limits import read_figures
from openblock.features.grounds.queries.live import ahead, meets
from openblock.features.grounds.queries.rows import BookingRow
from openblock.features.grounds.queries.standing import Standing
from openblock.features.grounds.queries.stored import stored_bookings
from openblock.features.grounds.rules.content import ClosureContent, Span
from openblock.features.grounds.tables import Booking


def closure_hits(
    session: Session,
    content: ClosureContent,
    closure_id: int | None = None,  # noqa: ARG001 - a screen asks of a new one and of one alike
) -> tuple[BookingRow, ...]:
    """The bookings of the area that meet the closure and are not over, by start.

    Those that ``closure_id``, if it is there already, has been given are like any other.
    """
    now = clock.now()
    hit = stored_bookings(
        session,
        ahead(),
        Booking.area_id == content.area_id,
        Booking.ends_at > now,
        meets(Span(content.starts_at, content.ends_at)),
    )
    return Standing(session, read_figures(session), now, hit).rows()

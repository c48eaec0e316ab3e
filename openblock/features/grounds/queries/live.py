"""Which bookings take places and time, and how an index finds those of a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_

from openblock.clock import FOREVER
from openblock.features.grounds.rules.content import LIVE, OPEN, Span, State
from openblock.features.grounds.tables import Booking

#: No booking is longer, and the database says so: what ends later than this after an instant has
#: begun after it. Without the second bound every later row of the index would be read.
LONGEST = timedelta(days=1)

#: The states of what is still to come or has not come back: what can be put right.
AHEAD = OPEN | {State.IN_USE}


def live() -> ColumnElement[bool]:
    """Bookings that take places in the area and the participants' time."""
    return Booking.state.in_(sorted(LIVE))


def ahead() -> ColumnElement[bool]:
    """Bookings that are neither over nor off."""
    return Booking.state.in_(sorted(AHEAD))


def to_come(now: datetime) -> ColumnElement[bool]:
    """Bookings that can still be put right: neither over nor off, nor their time past."""
    return and_(Booking.ends_at > now, ahead())


def meets(span: Span) -> ColumnElement[bool]:
    """Bookings planned to overlap a time, by an index of their ends, bounded on both sides."""
    latest = min(span.end, FOREVER - LONGEST) + LONGEST
    return and_(
        Booking.ends_at > span.start,
        Booking.ends_at < latest,
        Booking.starts_at < span.end,
    )

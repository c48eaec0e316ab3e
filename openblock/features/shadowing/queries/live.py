"""Which shadowing shifts take a place, for what time, and how an index finds those of a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_

from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.tables import Shadowing

#: No duty is longer (RO-01), so no shadowing shift is: what ends later than this after an instant
#: has begun after it. Without the second bound every later row of the index would be read.
LONGEST = timedelta(hours=25)

#: The time that is taken: the hours as they were once they are confirmed, else the planned ones.
held_from: ColumnElement[datetime] = func.coalesce(Shadowing.actual_starts_at, Shadowing.starts_at)
held_to: ColumnElement[datetime] = func.coalesce(Shadowing.actual_ends_at, Shadowing.ends_at)


def live() -> ColumnElement[bool]:
    """Shadowing shifts that take a place: confirmed ones, and planned ones nothing took away."""
    planned = and_(Shadowing.state == State.PLANNED, Shadowing.cause == "")
    return or_(planned, Shadowing.state == State.CONFIRMED)


def planned_near(span: Span) -> ColumnElement[bool]:
    """Shadowing shifts planned to overlap ``span``, by the index of their ends."""
    return and_(
        Shadowing.ends_at > span.start,
        Shadowing.ends_at < span.end + LONGEST,
        Shadowing.starts_at < span.end,
    )


def held_in(span: Span) -> ColumnElement[bool]:
    """Shadowing shifts whose taken time overlaps ``span``.

    Confirmed hours lie in the same duty as the planned ones, so these are at most a duty away.
    """
    return and_(
        Shadowing.ends_at > span.start - LONGEST,
        Shadowing.ends_at < span.end + 2 * LONGEST,
        held_from < span.end,
        held_to > span.start,
    )

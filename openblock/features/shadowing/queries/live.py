"""Which shadowing shifts take a place, and how those of a time are found by an index."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, or_

from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.tables import Shadowing

#: No duty is longer (RO-01), so no shadowing shift is: what ends later than this after an instant
#: has begun after it. Without the second bound every later row of the index would be read.
LONGEST = timedelta(hours=25)


def live() -> ColumnElement[bool]:
    """Shadowing shifts that take a place: confirmed ones, and planned ones nothing took away."""
    planned = and_(Shadowing.state == State.PLANNED, Shadowing.cause == "")
    return or_(planned, Shadowing.state == State.CONFIRMED)


def meets(span: Span) -> ColumnElement[bool]:
    """Shadowing shifts that overlap ``span``."""
    return and_(
        Shadowing.ends_at > span.start,
        Shadowing.ends_at < span.end + LONGEST,
        Shadowing.starts_at < span.end,
    )

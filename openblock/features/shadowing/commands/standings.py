"""How one stored shadowing shift stands at a moment, for the commands that depend on it."""

from __future__ import annotations

from datetime import datetime

from openblock.clock import day_of
from openblock.features.shadowing.queries.wishing import Planner
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.rules.standing import standing_of, upset_of
from openblock.features.shadowing.tables import Shadowing


def standing_now(planner: Planner, row: Shadowing, at: datetime) -> Standing:
    """The standing of TR-05 and TR-11, held against the roster as it is."""
    span = Span(row.starts_at, row.ends_at)
    learner = planner.learner(row.trainee_id)
    mentor = planner.mentors((row.officer_id,), span)[row.officer_id]
    upset = upset_of(
        span,
        duties=mentor.duties,
        mentor=mentor,
        day=day_of(span.start),
        cause=row.cause,
        course=learner.course,
        left_on=learner.left_on,
    )
    return standing_of(row.state, span, at, upset)

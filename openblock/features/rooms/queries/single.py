"""One assignment, closure or hold by its number: for the dialog that is about just this one."""

from __future__ import annotations

from sqlalchemy.orm import Session

from openblock.errors import KnownError
from openblock.features.rooms.queries.rows import AssignmentRow, ClosureRow, HoldRow
from openblock.features.rooms.queries.stored import (
    assignment_rows,
    closures_between,
    holds_between,
)
from openblock.features.rooms.tables import Assignment, Closure, Hold


def assignment(session: Session, assignment_id: int) -> AssignmentRow:
    """One assignment; KnownError ``assignment-unknown`` when somebody took it back."""
    row = session.get(Assignment, assignment_id)
    if row is None:
        raise KnownError("assignment-unknown")
    return assignment_rows(session, (row,))[0]


def closure(session: Session, closure_id: int) -> ClosureRow:
    """One closure; KnownError ``closure-over`` when it is there no more."""
    row = session.get(Closure, closure_id)
    if row is None:
        raise KnownError("closure-over")
    near = closures_between(session, row.starts_at, row.ends_at)
    return next(each for each in near if each.closure_id == closure_id)


def hold(session: Session, hold_id: int) -> HoldRow:
    """One hold; KnownError ``hold-over`` when it is there no more."""
    row = session.get(Hold, hold_id)
    if row is None:
        raise KnownError("hold-over")
    near = holds_between(session, row.starts_at, row.ends_at)
    return next(each for each in near if each.hold_id == hold_id)

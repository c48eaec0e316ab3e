"""What waits for somebody: shifts that need planning anew, shifts to confirm, and one of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from openblock.features.accounts.rights import may
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.courses import items
from openblock.features.shadowing.queries.entries import AddendumRow
from openblock.features.shadowing.queries.learning import Lessons, free_days_of
from openblock.features.shadowing.queries.practice import Practice
from openblock.features.shadowing.queries.rows import Confirming, ShadowingRow, ToConfirm
from openblock.features.shadowing.rules.confirming import is_late
from openblock.features.shadowing.rules.content import ItemKind, Standing, State
from openblock.features.shadowing.tables import Addendum, Course, Shadowing, Trainee
from openblock.features.staff.queries import officer_of_account
from openblock.features.staff.tables import Officer
from openblock.storage.acts import ASKER, Actor


def to_replan(session: Session, at: datetime) -> tuple[ShadowingRow, ...]:
    """Every shift of the block that needs planning anew (TR-05), by start, the past ones too."""
    return upset_shifts(Practice(session, at))


def upset_shifts(practice: Practice, *wanted: ColumnElement[bool]) -> tuple[ShadowingRow, ...]:
    """The shifts wanted that need planning anew; where there is none, one statement says so."""
    rows = (each.row for each in practice.shifts(in_doubt(), *wanted))
    return tuple(row for row in rows if row.standing is Standing.REPLAN)


def to_confirm(
    session: Session, at: datetime, officer_id: int | None = None
) -> tuple[ToConfirm, ...]:
    """The past shifts that wait for their mentor, by start; of one officer or of all."""
    practice = Practice(session, at)
    wanted = [Shadowing.state == State.PLANNED, Shadowing.ends_at <= at]
    if officer_id is not None:
        wanted.append(Shadowing.officer_id == officer_id)
    waiting = [each for each in practice.shifts(*wanted) if each.row.standing is Standing.DONE]
    lessons = Lessons(practice.limits, free_days_of(session, (each.row.span for each in waiting)))
    found = []
    for each in waiting:
        row, course = each.row, practice.courses[each.course_id]
        offered = lessons.offered(course, row.span, row.post)
        late = is_late(row.span, at, practice.limits)
        found.append(ToConfirm(row, course, offered, late))
    return tuple(found)


def waiting_number(session: Session, at: datetime, officer_id: int | None = None) -> int:
    """How many :func:`to_confirm` gives, without reading them: it stands beside the grid always."""
    wanted = [Shadowing.state == State.PLANNED, Shadowing.ends_at <= at]
    if officer_id is not None:
        wanted.append(Shadowing.officer_id == officer_id)
    past = session.scalar(select(func.count()).select_from(Shadowing).where(*wanted)) or 0
    return past - len(upset_shifts(Practice(session, at), *wanted)) if past else 0


def confirming(session: Session, shadowing_id: int, at: datetime) -> Confirming | None:
    """One shadowing shift as its mentor sees it; nothing when the number is unknown."""
    practice = Practice(session, at)
    found = practice.shifts(Shadowing.id == shadowing_id)
    if not found:
        return None
    row, course = found[0].row, practice.courses[found[0].course_id]
    lessons = Lessons(practice.limits, free_days_of(session, (row.span,)))
    return Confirming(
        row=row,
        course=course,
        offered=lessons.offered(course, row.span, row.post),
        competences=items(session, ItemKind.COMPETENCE, only_active=True),
        addenda=addenda_of(session, Shadowing.id == shadowing_id).get(shadowing_id, ()),
        duty=next((span for _code, span in row.duty_now if span.holds(row.span)), None),
        mine=_may_settle(session, row.officer_id),
    )


def addenda_of(
    session: Session, *wanted: ColumnElement[bool]
) -> Mapping[int, tuple[AddendumRow, ...]]:
    """What was added to the shifts wanted, by shift and in order."""
    asked = (
        select(Addendum.shadowing_id, Addendum.words, Addendum.added_by, Addendum.added_at)
        .join(Shadowing, Shadowing.id == Addendum.shadowing_id)
        .where(*wanted)
        .order_by(Addendum.id)
    )
    found: dict[int, tuple[AddendumRow, ...]] = {}
    for shadowing_id, words, by, moment in session.execute(asked):
        found[shadowing_id] = (*found.get(shadowing_id, ()), AddendumRow(words, by, moment))
    return found


def in_doubt() -> ColumnElement[bool]:
    """Planned shifts that may need planning anew: none that does is left out (TR-05).

    The database has no calendar of the block, so its days are those of UTC, and a shift near the
    edge of a course or of a service is looked at by the rules in vain.
    """
    begins, ends = _day(Shadowing.starts_at), _day(Shadowing.ends_at)
    no_mentor = exists().where(
        Officer.id == Shadowing.officer_id,
        or_(
            Officer.is_mentor.is_not(True),
            Officer.active_from > begins,
            Officer.last_day <= begins,
        ),
    )
    no_course = exists().where(
        Course.id == Trainee.course_id, or_(Course.first_day > begins, Course.last_day <= ends)
    )
    return and_(
        Shadowing.state == State.PLANNED,
        or_(
            Shadowing.cause != "",
            Duty.ends_at.is_(None),
            Duty.ends_at < Shadowing.ends_at,
            Trainee.left_on <= ends,
            no_mentor,
            no_course,
        ),
    )


def _day(moment: Any) -> ColumnElement[Any]:
    return func.date(moment, type_=Date)


def _may_settle(session: Session, officer_id: int) -> bool:
    """Whether who asks may confirm (TR-12): who plans practice, or the mentor in person."""
    asker: Actor = session.info[ASKER]
    if may(asker.role, "shadowing.plan_shadowing"):
        return True
    return officer_of_account(session, asker.account_id) == officer_id and may(
        asker.role, "shadowing.confirm_shadowing"
    )

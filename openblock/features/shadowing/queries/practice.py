"""Shadowing shifts as they stand at one moment, each held against the mentor's duties of now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session, aliased

from openblock.clock import day_of
from openblock.features.roster.queries.duties import RosterDuty, duties_between
from openblock.features.roster.rules import Shift
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.courses import courses, items
from openblock.features.shadowing.queries.entries import CourseRow, ItemRow
from openblock.features.shadowing.queries.limits import practice_limits
from openblock.features.shadowing.queries.mentors import KnownMentor, known_mentors
from openblock.features.shadowing.queries.rows import Settled, ShadowingRow
from openblock.features.shadowing.rules.content import ItemKind, Mark, Span, State, Upset
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.standing import standing_of, upset_of
from openblock.features.shadowing.tables import Shadowing, Trainee

AnyRow = Row[*tuple[Any, ...]]
TWO_DAYS = timedelta(days=2)

_candidate = aliased(Duty)
#: Duties of one officer do not overlap: what holds a time is the last that began before it.
LAST_BEGUN = (
    select(_candidate.id)
    .where(
        _candidate.officer_id == Shadowing.officer_id,
        _candidate.starts_at <= Shadowing.starts_at,
    )
    .order_by(_candidate.starts_at.desc())
    .limit(1)
    .correlate(Shadowing)
    .scalar_subquery()
)
# Columns and not mapped rows: the grid reads a whole course after every change.
_SHIFTS: Select[*tuple[Any, ...]] = (
    select(
        *(Shadowing.id, Shadowing.version, Shadowing.trainee_id, Shadowing.officer_id),
        *(Shadowing.starts_at, Shadowing.ends_at, Shadowing.state, Shadowing.cause),
        *(Shadowing.override, Shadowing.planned_by, Shadowing.planned_at),
        *(Shadowing.duty_code, Shadowing.duty_starts_at, Shadowing.duty_ends_at),
        *(Shadowing.actual_starts_at, Shadowing.actual_ends_at),
        *(Shadowing.situations, Shadowing.evaluation, Shadowing.remark),
        *(Shadowing.settled_by, Shadowing.settled_at),
        *(Trainee.surname, Trainee.given_name, Trainee.left_on, Trainee.course_id),
        Duty.starts_at.label("now_starts_at"),
        Duty.ends_at.label("now_ends_at"),
        Duty.day.label("now_day"),
        Duty.code.label("now_code"),
        Duty.post.label("now_post"),
    )
    .join(Trainee, Trainee.id == Shadowing.trainee_id)
    .outerjoin(Duty, Duty.id == LAST_BEGUN)
    .order_by(Shadowing.starts_at, Shadowing.id)
)


@dataclass(frozen=True, slots=True)
class PracticeShift:
    """A shadowing shift as shown, and the trainee's course."""

    row: ShadowingRow
    course_id: int


class Practice:
    """What several reads of practice share, each part read once and only when asked for."""

    def __init__(self, session: Session, at: datetime) -> None:
        self.session = session
        self.at = at

    @cached_property
    def limits(self) -> PracticeLimits:
        """The limits in force."""
        return practice_limits(self.session)

    @cached_property
    def courses(self) -> Mapping[int, CourseRow]:
        """Every course by number, in the order they are shown."""
        return {row.course_id: row for row in courses(self.session)}

    @cached_property
    def clearance_items(self) -> tuple[ItemRow, ...]:
        """The items of clearance in use, in order (TR-02)."""
        return items(self.session, ItemKind.CLEARANCE, only_active=True)

    @cached_property
    def mentors(self) -> Mapping[int, KnownMentor]:
        """Everybody who is or was a mentor, by number, with the letters they are known by."""
        return known_mentors(self.session)

    def shifts(self, *wanted: ColumnElement[bool]) -> tuple[PracticeShift, ...]:
        """The shadowing shifts wanted, by start, as they stand.

        ``wanted`` speaks of the tables of shadowing shifts and trainees.
        """
        rows = self.session.execute(_SHIFTS.where(*wanted)).all()
        homeless = [row for row in rows if row.state == State.PLANNED and _duty_of(row) is None]
        near = self._duties_near(homeless)
        return tuple(self._shift(row, near.get(row.id, ())) for row in rows)

    def _duties_near(self, rows: Sequence[AnyRow]) -> Mapping[int, Sequence[RosterDuty]]:
        """For each shift that stands in no duty: the mentor's duties that meet it, or its day."""
        if not rows:
            return {}
        # A duty of 25 hours that begins late in a day ends on the second day after it.
        first = day_of(min(min(row.starts_at, row.duty_starts_at) for row in rows)) - TWO_DAYS
        last = day_of(max(row.ends_at for row in rows))
        officer_ids = sorted({row.officer_id for row in rows})
        of_officer: dict[int, list[RosterDuty]] = defaultdict(list)
        for duty in duties_between(self.session, first, last, officer_ids):
            of_officer[duty.officer_id].append(duty)
        return {row.id: _meeting(row, of_officer[row.officer_id]) for row in rows}

    def _shift(self, row: AnyRow, near: Sequence[RosterDuty]) -> PracticeShift:
        span, mentor = Span(row.starts_at, row.ends_at), self.mentors[row.officer_id]
        duty = _duty_of(row)
        upset = self._upset(row, [duty] if duty else [each.shift for each in near])
        shown = ShadowingRow(
            shadowing_id=row.id,
            version=row.version,
            trainee_id=row.trainee_id,
            trainee=f"{row.surname} {row.given_name}",
            officer_id=row.officer_id,
            mentor=mentor.name,
            mentor_code=mentor.code,
            span=span,
            standing=standing_of(row.state, span, self.at, upset),
            duty_code=row.duty_code,
            duty=Span(row.duty_starts_at, row.duty_ends_at),
            override=row.override,
            planned_by=row.planned_by,
            planned_at=row.planned_at,
            upset=upset,
            duty_now=(
                ((row.now_code, Span(duty.start, duty.end)),)
                if duty
                else tuple((each.code, Span(each.starts_at, each.ends_at)) for each in near)
            ),
            changed_by=near[0].changed_by if near else "",
            changed_at=near[0].changed_at if near else None,
            settled=_settled(row),
            post=(duty.post if duty else "") or mentor.post,
        )
        return PracticeShift(shown, row.course_id)

    def _upset(self, row: AnyRow, duties: Sequence[Shift]) -> Upset | None:
        if row.state != State.PLANNED:
            return None
        return upset_of(
            Span(row.starts_at, row.ends_at),
            duties=duties,
            mentor=self.mentors[row.officer_id].as_mentor,
            day=day_of(row.starts_at),
            cause=row.cause,
            course=self.courses[row.course_id].content,
            left_on=row.left_on,
        )


def _duty_of(row: AnyRow) -> Shift | None:
    """The duty that holds the planned time now."""
    if row.now_ends_at is None or row.now_ends_at < row.ends_at:
        return None
    return Shift(row.now_starts_at, row.now_ends_at, row.now_day, row.now_post)


def _meeting(row: AnyRow, duties: Sequence[RosterDuty]) -> tuple[RosterDuty, ...]:
    """Those that share time with the shift; where none does, what stands on the duty's day now."""
    span, day = Span(row.starts_at, row.ends_at), day_of(row.duty_starts_at)
    meeting = tuple(each for each in duties if span.meets(Span(each.starts_at, each.ends_at)))
    return meeting or tuple(each for each in duties if each.day == day)


def _settled(row: AnyRow) -> Settled | None:
    if row.settled_at is None:
        return None
    confirmed = row.actual_starts_at is not None
    return Settled(
        by=row.settled_by,
        at=row.settled_at,
        span=Span(row.actual_starts_at, row.actual_ends_at) if confirmed else None,
        situations=tuple(row.situations),
        evaluation={int(number): Mark(mark) for number, mark in row.evaluation.items()},
        remark=row.remark,
    )

"""The grid of practice: trainees against days, and under it who may be shadowed on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from openblock.clock import MINUTES_OF_DAY
from openblock.clock import at as instant
from openblock.errors import Problem
from openblock.features.shadowing.queries.entries import ClassRow, TraineeRow, UnavailabilityRow
from openblock.features.shadowing.queries.learning import free_days
from openblock.features.shadowing.queries.lines import Trainees
from openblock.features.shadowing.queries.mentors import mentor_lines
from openblock.features.shadowing.queries.practice import Practice
from openblock.features.shadowing.queries.rows import PracticeGrid, ShadowingRow
from openblock.features.shadowing.rules.content import Span, Standing
from openblock.features.shadowing.rules.planning import clearance_problems, mentor_problems
from openblock.features.shadowing.rules.wish import Wish
from openblock.features.shadowing.tables import Trainee
from openblock.features.shadowing.words import item_name


def practice_grid(
    session: Session, first: date, last: date, at: datetime, course_id: int | None = None
) -> PracticeGrid:
    """The days from ``first`` to ``last`` as they stand at ``at``: of one course, or of all there.

    The lines are those who have not left before the first day. ``to_replan`` are all shifts of
    these courses that need planning anew, on whatever day, ``to_confirm`` how many wait for their
    mentor. ``problems``, by shadowing shift, are what has come to speak against one that is
    planned: a certificate that has run out, clearance taken back.
    """
    practice = Practice(session, at)
    course_ids = _courses_shown(practice, first, last, course_id)
    people = Trainees(practice, Trainee.course_id.in_(course_ids))
    tables = people.timetables(first, last)
    days = Span(instant(first), instant(last, MINUTES_OF_DAY))
    shifts = tuple(each.row for each in people.shifts)
    shown = tuple(row for row in shifts if first <= row.day <= last)
    rows = _rows_shown(people.rows, shown, first)
    mentors = practice.mentors
    return PracticeGrid(
        first=first,
        last=last,
        at=at,
        course_id=course_id,
        courses=tuple(practice.courses.values()),
        lines=tuple(people.line(each, tables) for each in rows),
        shadowings=shown,
        classes={each.trainee_id: _spans(tables.classes_of(each), days) for each in rows},
        away={each.trainee_id: _within(tables.away_of(each), days) for each in rows},
        mentors=mentor_lines(session, mentors, first, last, practice.limits),
        codes={each.code: number for number, each in mentors.items() if each.as_mentor.is_mentor},
        holidays=free_days(session, first, last),
        to_replan=tuple(row for row in shifts if row.standing is Standing.REPLAN),
        to_confirm=sum(row.standing is Standing.DONE for row in shifts),
        problems=_problems(practice, people, shown),
    )


def _courses_shown(
    practice: Practice, first: date, last: date, course_id: int | None
) -> tuple[int, ...]:
    return tuple(
        number
        for number, row in practice.courses.items()
        if number == course_id
        or (course_id is None and row.content.first_day <= last and first <= row.content.last_day)
    )


def _rows_shown(
    rows: Iterable[TraineeRow], shown: Iterable[ShadowingRow], first: date
) -> tuple[TraineeRow, ...]:
    """Who had not left before the first day, and whoever has a shift on the days all the same."""
    here = {row.trainee_id for row in shown}
    return tuple(
        row
        for row in rows
        if row.trainee_id in here or row.content.left_on is None or row.content.left_on >= first
    )


def _within(rows: Iterable[UnavailabilityRow], days: Span) -> tuple[UnavailabilityRow, ...]:
    return tuple(
        row for row in rows if days.meets(Span(row.content.starts_at, row.content.ends_at))
    )


def _spans(rows: Iterable[ClassRow], days: Span) -> tuple[Span, ...]:
    spans = (Span(row.content.starts_at, row.content.ends_at) for row in rows)
    return tuple(each for each in spans if each.meets(days))


def _problems(
    practice: Practice, people: Trainees, shown: Iterable[ShadowingRow]
) -> Mapping[int, tuple[Problem, ...]]:
    """What has come to speak against the planned ones shown: certificate and clearance."""
    trainees = {row.trainee_id: row for row in people.rows}
    found = {}
    for row in shown:
        if row.standing is not Standing.PLANNED:
            continue
        trainee = trainees[row.trainee_id]
        wish = Wish(
            span=row.span,
            course=people.course_of(trainee).content,
            trainee=trainee.name,
            mentor=practice.mentors[row.officer_id].as_mentor,
            clearances=tuple(
                (item_name(item.code, item.name), trainee.content.clearances.get(item.item_id))
                for item in practice.clearance_items
            ),
        )
        problems = (
            *clearance_problems(wish, practice.limits),
            *mentor_problems(wish, practice.limits),
        )
        if problems:
            found[row.shadowing_id] = problems
    return found

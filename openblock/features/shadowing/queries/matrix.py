"""A course's trainees against mentors and situations: who has been with whom, and seen what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import KnownError
from openblock.features.shadowing.queries.entries import CourseRow, TraineeRow
from openblock.features.shadowing.queries.learning import EXPECTED, Lessons
from openblock.features.shadowing.queries.lines import Trainees
from openblock.features.shadowing.queries.mentors import may_mentor
from openblock.features.shadowing.queries.practice import Practice, PracticeShift
from openblock.features.shadowing.queries.rows import Matrix, MatrixRow
from openblock.features.shadowing.rules.content import Standing
from openblock.features.shadowing.tables import Trainee
from openblock.i18n import sort_key


def matrix(session: Session, course_id: int, at: datetime) -> Matrix:
    """How often each trainee was, or will be, with each mentor and in each situation.

    Counted is what is confirmed, done and planned: of a confirmed shift what was seen, of the
    others what they offer. The mentors are those who may still mentor before the course ends, and
    whoever has been. KnownError ``course-unknown``.
    """
    practice = Practice(session, at)
    course = practice.courses.get(course_id)
    if course is None:
        raise KnownError("course-unknown")
    people = Trainees(practice, Trainee.course_id == course_id)
    rows = tuple(_row(each, people.shifts_of(each), course, people.lessons) for each in people.rows)
    with_trainee = {number for row in rows for number in row.by_mentor}
    return Matrix(course, _mentors(practice, course, with_trainee), rows)


def _row(
    trainee: TraineeRow, shifts: Sequence[PracticeShift], course: CourseRow, lessons: Lessons
) -> MatrixRow:
    had_with: Counter[int] = Counter()
    had_at: Counter[int] = Counter()
    ahead_with: Counter[int] = Counter()
    ahead_at: Counter[int] = Counter()
    for each in shifts:
        row = each.row
        if row.standing is Standing.CONFIRMED and row.settled is not None:
            had_with[row.officer_id] += 1
            had_at.update(row.settled.situations)
        elif row.standing in EXPECTED:
            ahead_with[row.officer_id] += 1
            ahead_at.update(lessons.offered(course, row.span, row.post))
    return MatrixRow(
        trainee.trainee_id,
        trainee.name,
        dict(had_with + ahead_with),
        dict(had_at + ahead_at),
        dict(ahead_with),
        dict(ahead_at),
    )


def _mentors(
    practice: Practice, course: CourseRow, with_trainee: Iterable[int]
) -> tuple[tuple[int, str, str], ...]:
    """Number, letters and name of the mentors shown, by the Latvian alphabet."""
    last = course.content.last_day
    first = min(max(course.content.first_day, day_of(practice.at)), last)
    been = set(with_trainee)
    shown = (
        (number, each.code, each.name)
        for number, each in practice.mentors.items()
        if number in been or may_mentor(each.as_mentor, first, last, practice.limits)
    )
    return tuple(sorted(shown, key=lambda each: (sort_key(each[2]), each[0])))

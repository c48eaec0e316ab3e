"""Courses with their situations and groups, their timetables, and the block's own lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from openblock import clock
from openblock.clock import MINUTES_OF_DAY, at
from openblock.features.shadowing.queries.entries import (
    ClassRow,
    CourseRow,
    ItemRow,
    SituationRow,
)
from openblock.features.shadowing.rules.content import (
    ClassContent,
    CourseContent,
    ItemKind,
    SituationContent,
    SituationKind,
)
from openblock.features.shadowing.tables import (
    ClassSession,
    Course,
    PracticeItem,
    Situation,
    Trainee,
)
from openblock.i18n import sort_key

#: The columns of a course that are entered with it.
COURSE = (
    Course.name,
    Course.first_day,
    Course.last_day,
    Course.required_minutes,
    Course.night_allowed,
)


def courses(session: Session) -> tuple[CourseRow, ...]:
    """Every course: those that run by their end, those that come, then the past, latest first."""
    today = clock.today()

    def place(row: CourseRow) -> tuple[object, ...]:
        content = row.content
        past = content.last_day < today
        coming = content.first_day > today
        nearest = (today - content.last_day) if past else (content.last_day - today)
        return (past, coming, nearest, sort_key(content.name))

    return tuple(sorted(_course_rows(session), key=place))


def items(session: Session, kind: ItemKind, *, only_active: bool = False) -> tuple[ItemRow, ...]:
    """One of the block's own lists in its order; on request without what is out of use."""
    asked = (
        select(
            PracticeItem.id,
            PracticeItem.version,
            PracticeItem.kind,
            PracticeItem.code,
            PracticeItem.name,
            PracticeItem.place,
            PracticeItem.active,
        )
        .where(PracticeItem.kind == kind)
        .order_by(PracticeItem.place, PracticeItem.id)
    )
    if only_active:
        asked = asked.where(PracticeItem.active)
    return tuple(
        ItemRow(number, version, ItemKind(of), code, name, place, active)
        for number, version, of, code, name, place, active in session.execute(asked)
    )


def classes(session: Session, course_id: int, first: date, last: date) -> tuple[ClassRow, ...]:
    """The course's classes that touch the days from ``first`` to ``last``, by start."""
    return class_rows(session, (course_id,), first, last)


def class_rows(
    session: Session, course_ids: Iterable[int], first: date, last: date
) -> tuple[ClassRow, ...]:
    """The classes of these courses that touch the days from ``first`` to ``last``, by start."""
    asked = (
        select(
            ClassSession.id,
            ClassSession.version,
            ClassSession.course_id,
            ClassSession.starts_at,
            ClassSession.ends_at,
            ClassSession.title,
            ClassSession.group,
        )
        .where(
            ClassSession.course_id.in_(sorted(set(course_ids))),
            ClassSession.ends_at > at(first),
            ClassSession.starts_at < at(last, MINUTES_OF_DAY),
        )
        .order_by(ClassSession.starts_at, ClassSession.id)
    )
    return tuple(
        ClassRow(number, version, ClassContent(course_id, start, end, title, group))
        for number, version, course_id, start, end, title, group in session.execute(asked)
    )


def course_content(
    row: Row[*tuple[Any, ...]], situations: tuple[SituationContent, ...]
) -> CourseContent:
    """A stored course, read as ``COURSE``, as it is entered."""
    return CourseContent(
        name=row.name,
        first_day=row.first_day,
        last_day=row.last_day,
        required_minutes=row.required_minutes,
        night_allowed=row.night_allowed,
        situations=situations,
    )


def _course_rows(session: Session) -> list[CourseRow]:
    situations = _situations(session)
    groups: dict[int, dict[str, int]] = {}
    counted = select(Trainee.course_id, Trainee.group, func.count()).group_by(
        Trainee.course_id, Trainee.group
    )
    for course_id, group, count in session.execute(counted):
        groups.setdefault(course_id, {})[group] = count
    found = []
    for row in session.execute(select(Course.id, Course.version, *COURSE)):
        own, here = situations.get(row.id, ()), groups.get(row.id, {})
        content = course_content(row, tuple(each.content for each in own))
        named = tuple(sorted(filter(None, here), key=sort_key))
        found.append(CourseRow(row.id, row.version, content, own, named, sum(here.values())))
    return found


def _situations(session: Session) -> dict[int, tuple[SituationRow, ...]]:
    """Every course's situations in order, by course."""
    found: dict[int, tuple[SituationRow, ...]] = {}
    asked = select(
        Situation.id,
        Situation.course_id,
        Situation.kind,
        Situation.code,
        Situation.name,
        Situation.from_minute,
        Situation.to_minute,
        Situation.post,
    ).order_by(Situation.course_id, Situation.place, Situation.id)
    for number, course_id, kind, code, name, since, until, post in session.execute(asked):
        content = SituationContent(SituationKind(kind), code, name, since, until, post)
        found[course_id] = (*found.get(course_id, ()), SituationRow(number, content))
    return found

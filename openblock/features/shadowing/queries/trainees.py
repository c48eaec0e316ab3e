"""Trainees by the Latvian alphabet, with what they lack before a first shift; and the search."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from openblock.features.shadowing.queries.entries import TraineeRow, UnavailabilityRow
from openblock.features.shadowing.queries.rows import FoundTrainee
from openblock.features.shadowing.rules.content import (
    ItemKind,
    Span,
    TraineeContent,
    UnavailabilityContent,
)
from openblock.features.shadowing.tables import (
    Clearance,
    Course,
    PracticeItem,
    Trainee,
    Unavailability,
)
from openblock.i18n import search_key, sort_key
from openblock.storage.searching import rank

_TRAINEE = (
    Trainee.id,
    Trainee.version,
    Trainee.course_id,
    Trainee.surname,
    Trainee.given_name,
    Trainee.group,
    Trainee.phone,
    Trainee.left_on,
    Trainee.account_id,
    Course.name.label("course"),
)


def trainees(session: Session, course_id: int | None = None) -> tuple[TraineeRow, ...]:
    """All trainees, or those of one course."""
    if course_id is None:
        return trainee_rows(session)
    return trainee_rows(session, Trainee.course_id == course_id)


def find_trainees(session: Session, typed: str) -> tuple[FoundTrainee, ...]:
    """Trainees whose name is like what was typed, best first."""
    names = select(Trainee.id, Trainee.surname, Trainee.given_name)
    ranks = {
        number: how
        for number, surname, given_name in session.execute(names)
        if (how := rank(search_key(f"{surname} {given_name}"), typed)) is not None
    }
    if not ranks:
        return ()
    rows = trainee_rows(session, Trainee.id.in_(sorted(ranks)))
    found = (FoundTrainee(row, ranks[row.trainee_id]) for row in rows)
    return tuple(sorted(found, key=lambda each: each.rank))


def trainee_rows(session: Session, *wanted: ColumnElement[bool]) -> tuple[TraineeRow, ...]:
    """The trainees wanted, by the Latvian alphabet; ``wanted`` speaks of the table of trainees."""
    needed = _needed(session)
    had = _clearances(session, *wanted)
    asked = select(*_TRAINEE).join(Course, Course.id == Trainee.course_id).where(*wanted)
    rows = [
        TraineeRow(
            trainee_id=row.id,
            version=row.version,
            content=_content(row, had.get(row.id, {})),
            course=row.course,
            lacking=tuple(item for item in needed if item not in had.get(row.id, {})),
            account_id=row.account_id,
        )
        for row in session.execute(asked)
    ]
    return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.trainee_id)))


def _content(row: Row[*tuple[Any, ...]], had: Mapping[int, date]) -> TraineeContent:
    return TraineeContent(
        course_id=row.course_id,
        surname=row.surname,
        given_name=row.given_name,
        group=row.group,
        phone=row.phone,
        left_on=row.left_on,
        clearances=had,
    )


def _needed(session: Session) -> tuple[int, ...]:
    """The items of clearance in use, in order (TR-02)."""
    asked = (
        select(PracticeItem.id)
        .where(PracticeItem.kind == ItemKind.CLEARANCE, PracticeItem.active)
        .order_by(PracticeItem.place, PracticeItem.id)
    )
    return tuple(session.scalars(asked))


def away_between(
    session: Session, span: Span, *wanted: ColumnElement[bool]
) -> dict[int, tuple[UnavailabilityRow, ...]]:
    """When the trainees wanted cannot come within ``span``, by trainee and start."""
    asked = (
        select(
            Unavailability.id,
            Unavailability.version,
            Unavailability.trainee_id,
            Unavailability.starts_at,
            Unavailability.ends_at,
            Unavailability.remark,
        )
        .join(Trainee, Trainee.id == Unavailability.trainee_id)
        .where(Unavailability.ends_at > span.start, Unavailability.starts_at < span.end, *wanted)
        .order_by(Unavailability.starts_at, Unavailability.id)
    )
    found: dict[int, tuple[UnavailabilityRow, ...]] = {}
    for number, version, trainee_id, start, end, remark in session.execute(asked):
        content = UnavailabilityContent(trainee_id, start, end, remark)
        row = UnavailabilityRow(number, version, content)
        found[trainee_id] = (*found.get(trainee_id, ()), row)
    return found


def _clearances(session: Session, *wanted: ColumnElement[bool]) -> Mapping[int, Mapping[int, date]]:
    """The days on which the trainees wanted had each item, by trainee and item."""
    found: dict[int, dict[int, date]] = {}
    asked = (
        select(Clearance.trainee_id, Clearance.item_id, Clearance.day)
        .join(Trainee, Trainee.id == Clearance.trainee_id)
        .where(*wanted)
    )
    for trainee_id, item_id, day in session.execute(asked):
        found.setdefault(trainee_id, {})[item_id] = day
    return found

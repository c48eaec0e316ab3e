"""One trainee's card, and the own practice of a trainee who is signed in (TR-15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.shadowing.queries.courses import items
from openblock.features.shadowing.queries.entries import ItemRow, TraineeRow
from openblock.features.shadowing.queries.lines import Trainees
from openblock.features.shadowing.queries.practice import Practice
from openblock.features.shadowing.queries.rows import ShadowingRow, TraineeCard
from openblock.features.shadowing.queries.waiting import addenda_of
from openblock.features.shadowing.rules.content import ItemKind, Mark
from openblock.features.shadowing.tables import Shadowing, Trainee
from openblock.storage.acts import ASKER, Actor


def trainee_card(session: Session, trainee_id: int, at: datetime) -> TraineeCard | None:
    """Everything about one trainee as it stands at ``at``; nothing when the number is unknown."""
    return _card(session, trainee_id, at)


def own_practice(session: Session, at: datetime) -> TraineeCard | None:
    """The card of the trainee whose account asks; nothing for an account that is nobody's.

    Whose it is follows from who is signed in and from nothing that could be asked for.
    """
    asker: Actor = session.info[ASKER]
    own = select(Trainee.id).where(Trainee.account_id == asker.account_id)
    trainee_id = session.scalar(own)
    return None if trainee_id is None else _card(session, trainee_id, at)


def _card(session: Session, trainee_id: int, at: datetime) -> TraineeCard | None:
    practice = Practice(session, at)
    people = Trainees(practice, Trainee.id == trainee_id)
    if not people.rows:
        return None
    trainee = people.rows[0]
    course = people.course_of(trainee)
    tables = people.timetables(course.content.first_day, course.content.last_day)
    shifts = tuple(each.row for each in people.shifts)
    listed = items(session, ItemKind.COMPETENCE)
    marks = _marks(shifts)
    return TraineeCard(
        line=people.line(trainee, tables),
        course=course,
        clearance=_clearance(items(session, ItemKind.CLEARANCE), trainee),
        shadowings=shifts,
        addenda=addenda_of(session, Shadowing.trainee_id == trainee_id),
        classes=tables.classes_of(trainee),
        away=tables.away_of(trainee),
        competences=tuple(each for each in listed if each.active or each.item_id in marks),
        marks=marks,
    )


def _clearance(
    listed: Iterable[ItemRow], trainee: TraineeRow
) -> tuple[tuple[ItemRow, date | None], ...]:
    """The items in use and those the trainee had when they were, each with its day."""
    had = trainee.content.clearances
    return tuple(
        (each, had.get(each.item_id)) for each in listed if each.active or each.item_id in had
    )


def _marks(shifts: Iterable[ShadowingRow]) -> Mapping[int, tuple[Mark, ...]]:
    """How each competence was seen, shift after shift, by number of competence."""
    found: dict[int, tuple[Mark, ...]] = {}
    for row in shifts:
        if row.settled is not None:
            for number, mark in row.settled.evaluation.items():
                found[number] = (*found.get(number, ()), mark)
    return found

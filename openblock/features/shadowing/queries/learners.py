"""A trainee as a wish needs to know one: course, clearance, and what the own time is taken by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from openblock.errors import KnownError
from openblock.features.diary.rules import Commitment, CommitmentKind
from openblock.features.shadowing.queries.courses import COURSE, course_content
from openblock.features.shadowing.rules.content import CourseContent, ItemKind
from openblock.features.shadowing.tables import (
    ClassSession,
    Clearance,
    Course,
    PracticeItem,
    Shadowing,
    Trainee,
    Unavailability,
)
from openblock.features.shadowing.words import item_name
from openblock.features.staff.tables import Officer


@dataclass(frozen=True, slots=True)
class Learner:
    """A trainee as a wish needs to know one; it does not change while something is planned."""

    trainee_id: int
    name: str
    left_on: date | None
    course: CourseContent
    clearances: tuple[tuple[str, date | None], ...]


def read_learner(session: Session, trainee_id: int) -> Learner:
    """The trainee, the course and the clearance; KnownError ``trainee-unknown``."""
    asked = (
        select(Trainee.surname, Trainee.given_name, Trainee.left_on, *COURSE)
        .join(Course, Course.id == Trainee.course_id)
        .where(Trainee.id == trainee_id)
    )
    found = session.execute(asked).one_or_none()
    if found is None:
        raise KnownError("trainee-unknown")
    return Learner(
        trainee_id,
        f"{found.surname} {found.given_name}",
        found.left_on,
        course_content(found, ()),
        _clearances(session, trainee_id),
    )


def _clearances(session: Session, trainee_id: int) -> tuple[tuple[str, date | None], ...]:
    """Every clearance item in use, and when the trainee had it (TR-02)."""
    had = and_(Clearance.item_id == PracticeItem.id, Clearance.trainee_id == trainee_id)
    asked = (
        select(PracticeItem.code, PracticeItem.name, Clearance.day)
        .outerjoin(Clearance, had)
        .where(PracticeItem.kind == ItemKind.CLEARANCE, PracticeItem.active)
        .order_by(PracticeItem.place, PracticeItem.id)
    )
    return tuple((item_name(code, name), day) for code, name, day in session.execute(asked))


def words_of(session: Session, held: Sequence[Commitment]) -> Mapping[tuple[str, int], str]:
    """What each commitment is called: the class's title, the mentor's name, the remark."""
    sources = {
        kind: sorted({each.source_id for each in held if each.kind == kind})
        for kind in CommitmentKind
    }
    found: dict[tuple[str, int], str] = {}
    asked = {
        CommitmentKind.CLASS: select(ClassSession.id, ClassSession.title).where(
            ClassSession.id.in_(sources[CommitmentKind.CLASS])
        ),
        CommitmentKind.UNAVAILABLE: select(Unavailability.id, Unavailability.remark).where(
            Unavailability.id.in_(sources[CommitmentKind.UNAVAILABLE])
        ),
        CommitmentKind.SHADOWING: select(Shadowing.id, Officer.surname + " " + Officer.given_name)
        .join(Officer, Officer.id == Shadowing.officer_id)
        .where(Shadowing.id.in_(sources[CommitmentKind.SHADOWING])),
    }
    for kind, wanted in asked.items():
        if sources[kind]:
            found.update({(kind, number): words for number, words in session.execute(wanted)})
    return found

"""Brings the diary to what practice has stored: whose time is taken by what, derived anew.

Nobody is at two things at once, so of two the weightier has the time: hours that are confirmed,
then a time somebody cannot come, then a class; a planned shift gives way to all of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import Problem, RuleBroken
from openblock.features.diary.commands import Book
from openblock.features.diary.queries import clashes, in_parts
from openblock.features.diary.rules import Clash, Commitment, CommitmentKind, clashing
from openblock.features.diary.rules import trainee as in_diary
from openblock.features.shadowing.queries.learners import words_of
from openblock.features.shadowing.rules.attending import attends, longest_left
from openblock.features.shadowing.rules.content import Span, State
from openblock.features.shadowing.tables import ClassSession, Shadowing, Trainee, Unavailability
from openblock.storage.store import Work

Values = Mapping[str, Any]

_KINDS: Mapping[str, CommitmentKind] = {
    Shadowing.__tablename__: CommitmentKind.SHADOWING,
    ClassSession.__tablename__: CommitmentKind.CLASS,
    Unavailability.__tablename__: CommitmentKind.UNAVAILABLE,
}
# What of a trainee decides which classes there are.
_PLACED = ("course_id", "group", "left_on")


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A time in which a trainee was, or was not any more, away from every class."""

    trainee_id: int
    start: datetime
    end: datetime


class Keeping:
    """Notes which rows a command writes, and writes the diary once for all of them."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._touched: dict[CommitmentKind, set[int]] = {}
        self._elsewhere: set[_Elsewhere] = set()
        self._courses: set[int] = set()

    def note(self, table: str, number: int, before: Values | None, after: Values | None) -> None:
        """Remember that a row was written; nothing before: added, nothing after: taken out."""
        if table in _KINDS:
            self._touched.setdefault(_KINDS[table], set()).add(number)
        if table == Trainee.__tablename__:
            self._note_trainee(before, after)
        elif table in {Shadowing.__tablename__, Unavailability.__tablename__}:
            self._elsewhere |= {*_away(before)} ^ {*_away(after)}

    def _note_trainee(self, before: Values | None, after: Values | None) -> None:
        stood, stands = ([each and each[name] for name in _PLACED] for each in (before, after))
        if stood != stands:
            self._courses |= {each["course_id"] for each in (before, after) if each}

    def wanted(self) -> tuple[Commitment, ...]:
        """What the rows written since the last time have to stand for."""
        session = self._work.session
        self._touched.setdefault(CommitmentKind.CLASS, set()).update(self._classes())
        self._elsewhere.clear()
        self._courses.clear()
        return tuple(
            commitment
            for kind, derive in _DERIVED.items()
            for commitment in derive(session, self._touched.get(kind, ()))
        )

    def settle(self) -> None:
        """Write the diary; RuleBroken ``practice-trainee-busy`` where two things want one time."""
        wanted, touched = self.wanted(), self._touched
        self._touched = {}
        book = Book(self._work)
        for kind, numbers in touched.items():
            book.free(kind, numbers)
        session = self._work.session
        among = [(new, old) for new, old in clashing(wanted, wanted) if new < old]
        found = (*clashes(session, wanted), *among)
        if found:
            raise RuleBroken(*busy_problems(session, found))
        book.put(wanted)

    def _classes(self) -> set[int]:
        """The classes somebody is in now, or is no longer in."""
        session = self._work.session
        found: set[int] = set()
        for some in in_parts(self._courses):
            found.update(
                session.scalars(select(ClassSession.id).where(ClassSession.course_id.in_(some)))
            )
        for each in self._elsewhere:
            asked = (
                select(ClassSession.id)
                .join(Trainee, Trainee.course_id == ClassSession.course_id)
                .where(
                    Trainee.id == each.trainee_id,
                    ClassSession.starts_at < each.end,
                    ClassSession.ends_at > each.start,
                )
            )
            found.update(session.scalars(asked))
        return found


def _away(values: Values | None) -> Iterator[_Elsewhere]:
    """The time these values keep a trainee from class, if they do."""
    if values is None:
        return
    if "state" not in values:
        yield _Elsewhere(values["trainee_id"], values["starts_at"], values["ends_at"])
    elif values["state"] == State.CONFIRMED:
        yield _Elsewhere(values["trainee_id"], values["actual_starts_at"], values["actual_ends_at"])


def shadowing_commitments(session: Session, numbers: Collection[int]) -> Iterator[Commitment]:
    """Planned ones hold their time unless it was taken away, confirmed ones the hours they had."""
    kind = CommitmentKind.SHADOWING
    for some in in_parts(numbers):
        for row in session.scalars(select(Shadowing).where(Shadowing.id.in_(some))):
            person = in_diary(row.trainee_id)
            if row.actual_starts_at is not None and row.actual_ends_at is not None:
                yield Commitment(row.actual_starts_at, row.actual_ends_at, kind, row.id, person)
            elif row.state == State.PLANNED and not row.cause:
                yield Commitment(row.starts_at, row.ends_at, kind, row.id, person)


def unavailable_commitments(session: Session, numbers: Collection[int]) -> Iterator[Commitment]:
    """A time somebody cannot come is held as it is."""
    kind = CommitmentKind.UNAVAILABLE
    for some in in_parts(numbers):
        for row in session.scalars(select(Unavailability).where(Unavailability.id.in_(some))):
            yield Commitment(row.starts_at, row.ends_at, kind, row.id, in_diary(row.trainee_id))


def class_commitments(session: Session, numbers: Collection[int]) -> Iterator[Commitment]:
    """A class for each of its trainees, as far as they were not elsewhere."""
    for some in in_parts(numbers):
        classes = list(session.scalars(select(ClassSession).where(ClassSession.id.in_(some))))
        if not classes:
            continue
        courses = {each.course_id for each in classes}
        columns = (Trainee.id, Trainee.course_id, Trainee.group, Trainee.left_on)
        people = session.execute(select(*columns).where(Trainee.course_id.in_(courses))).all()
        whole = Span(min(each.starts_at for each in classes), max(each.ends_at for each in classes))
        taken = _taken(session, [person.id for person in people], whole)
        for each in classes:
            span = Span(each.starts_at, each.ends_at)
            for number, course_id, group, left_on in people:
                if course_id != each.course_id or not attends(each.group, group, left_on, span):
                    continue
                left = longest_left(span, taken.get(number, ()))
                if left is not None:
                    yield Commitment(
                        left.start, left.end, CommitmentKind.CLASS, each.id, in_diary(number)
                    )


def _taken(session: Session, trainee_ids: Iterable[int], span: Span) -> Mapping[int, list[Span]]:
    """The times within ``span`` in which each trainee was, or will be, elsewhere than in class."""
    taken: dict[int, list[Span]] = {}
    for some in in_parts(trainee_ids):
        away = select(
            Unavailability.trainee_id, Unavailability.starts_at, Unavailability.ends_at
        ).where(
            Unavailability.trainee_id.in_(some),
            Unavailability.ends_at > span.start,
            Unavailability.starts_at < span.end,
        )
        confirmed = select(
            Shadowing.trainee_id, Shadowing.actual_starts_at, Shadowing.actual_ends_at
        ).where(
            Shadowing.trainee_id.in_(some),
            Shadowing.actual_ends_at > span.start,
            Shadowing.actual_starts_at < span.end,
        )
        for number, start, end in session.execute(away):
            taken.setdefault(number, []).append(Span(start, end))
        for number, begun, ended in session.execute(confirmed):
            if begun is not None and ended is not None:
                taken.setdefault(number, []).append(Span(begun, ended))
    return taken


_DERIVED = {
    CommitmentKind.SHADOWING: shadowing_commitments,
    CommitmentKind.UNAVAILABLE: unavailable_commitments,
    CommitmentKind.CLASS: class_commitments,
}


def busy_problems(session: Session, found: Iterable[Clash]) -> tuple[Problem, ...]:
    """Each clash as the refusal of TR-07: whose time, and what stands in it."""
    pairs = tuple(found)
    words = words_of(session, [old for _new, old in pairs])
    names = names_of(session, {int(new.person.partition(":")[2]) for new, _old in pairs})
    return tuple(
        Problem(
            "practice-trainee-busy",
            facts={
                "trainee": names.get(int(new.person.partition(":")[2]), ""),
                "kind": old.kind,
                "words": words.get((old.kind, old.source_id), ""),
                "start": old.start,
                "end": old.end,
                "day": day_of(old.start),
            },
            field="starts_at",
        )
        for new, old in pairs
    )


def names_of(session: Session, trainee_ids: Collection[int]) -> Mapping[int, str]:
    """Trainees' names, surname first, by number."""
    columns = (Trainee.id, Trainee.surname, Trainee.given_name)
    return {
        number: f"{surname} {given_name}"
        for some in in_parts(trainee_ids)
        for number, surname, given_name in session.execute(
            select(*columns).where(Trainee.id.in_(some))
        )
    }

"""Classes of a course and times a trainee cannot come: what takes a trainee's own time."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from openblock.errors import Problem, RuleBroken
from openblock.features.diary.queries import clashes
from openblock.features.diary.rules import CommitmentKind
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.commands.giving_way import InTheWay, come_back
from openblock.features.shadowing.commands.judging import answer
from openblock.features.shadowing.commands.keeping import busy_problems
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.requests import (
    RemoveClass,
    RemoveUnavailability,
    SaveClasses,
    SaveUnavailability,
)
from openblock.features.shadowing.commands.stored import known, lock
from openblock.features.shadowing.rules.content import ClassContent, CourseContent, Span
from openblock.features.shadowing.rules.courses import class_problems, cleaned_class
from openblock.features.shadowing.rules.trainees import unavailability_problems
from openblock.features.shadowing.tables import (
    ClassSession,
    Course,
    Shadowing,
    Trainee,
    Unavailability,
)
from openblock.storage.store import Done, Work

_CLASS_FIELDS = ("course_id", "starts_at", "ends_at", "title", "group")


def save_classes(work: Work, request: SaveClasses) -> Done:
    """New classes, or other content for one; ``Done.value`` are the numbers, in order.

    RuleBroken with every problem of every class; planned shadowing shifts in the way are warnings
    until ``reason`` answers them, and need planning anew then. KnownError ``course-unknown``,
    ``class-unknown``, ``changed-meanwhile``.
    """
    row = None
    if request.class_id is not None:
        row = known(work, ClassSession, request.class_id, request.version)
        if len(request.contents) != 1:
            raise ValueError("one class has one content")
    contents = [cleaned_class(each) for each in request.contents]
    _refuse(_content_problems(work, contents, row))
    ledger = Ledger(work)
    freed = None if row is None else (row.course_id, Span(row.starts_at, row.ends_at))
    numbers = tuple(_write_class(ledger, each, row) for each in contents)
    in_the_way = InTheWay(ledger)
    answer(work, in_the_way.problems(), request.reason)
    in_the_way.give_way()
    if freed is not None:
        come_back(ledger, _people_of(work, freed[0]), freed[1])
    return ledger.done(numbers)


def remove_class(work: Work, request: RemoveClass) -> Done:
    """Takes a class out; the shadowing shifts it had upset come back where they fit again.

    KnownError ``class-unknown``, ``changed-meanwhile``.
    """
    row = known(work, ClassSession, request.class_id, request.version)
    course_id, span = row.course_id, Span(row.starts_at, row.ends_at)
    ledger = Ledger(work)
    ledger.remove(row)
    come_back(ledger, _people_of(work, course_id), span)
    return ledger.done(request.class_id)


def save_unavailability(work: Work, request: SaveUnavailability) -> Done:
    """A time a trainee cannot come, or other content for one; ``Done.value`` is its number.

    RuleBroken with every problem, what is confirmed in that time among them; planned shadowing
    shifts are warnings as in :func:`save_classes`. A class goes on without the trainee.
    KnownError ``trainee-unknown``, ``unavailability-unknown``, ``changed-meanwhile``.
    """
    content = request.content
    row = None
    if request.unavailability_id is not None:
        row = known(work, Unavailability, request.unavailability_id, request.version)
    known(work, Trainee, content.trainee_id)
    lock(work, {content.trainee_id}, ())
    _refuse(unavailability_problems(content))
    ledger = Ledger(work)
    freed = None if row is None else (row.trainee_id, Span(row.starts_at, row.ends_at))
    values = {
        "trainee_id": content.trainee_id,
        "starts_at": content.starts_at,
        "ends_at": content.ends_at,
        "remark": tidy(content.remark),
    }
    if row is None:
        number = ledger.add(Unavailability(**values))
    else:
        number = row.id
        ledger.change(row, **values)
    _refuse(_standing_firm(ledger))
    in_the_way = InTheWay(ledger)
    answer(work, in_the_way.problems(), request.reason)
    in_the_way.give_way()
    if freed is not None:
        come_back(ledger, {freed[0]}, freed[1])
    return ledger.done(number)


def remove_unavailability(work: Work, request: RemoveUnavailability) -> Done:
    """The trainee can come after all; shadowing shifts come back as in :func:`remove_class`.

    KnownError ``unavailability-unknown``, ``changed-meanwhile``.
    """
    row = known(work, Unavailability, request.unavailability_id, request.version)
    trainee_id, span = row.trainee_id, Span(row.starts_at, row.ends_at)
    ledger = Ledger(work)
    ledger.remove(row)
    come_back(ledger, {trainee_id}, span)
    return ledger.done(request.unavailability_id)


def _refuse(problems: Iterable[Problem]) -> None:
    found = tuple(problems)
    if found:
        raise RuleBroken(*found)


def _content_problems(
    work: Work, contents: list[ClassContent], row: ClassSession | None
) -> Iterable[Problem]:
    for place, content in enumerate(contents):
        course = known(work, Course, content.course_id)
        days = CourseContent(course.name, course.first_day, course.last_day)
        found = class_problems(content, days)
        yield from found
        # A group that cannot be written down cannot be asked for either.
        if content.ends_at > content.starts_at and all(each.field != "group" for each in found):
            yield from _class_overlaps(work, content, row)
            for other in contents[:place]:
                if _meet(content, other):
                    yield _overlap(content, other)


def _class_overlaps(
    work: Work, content: ClassContent, row: ClassSession | None
) -> Iterable[Problem]:
    """Other classes of the course that some of the same trainees would be in at that time."""
    asked = select(ClassSession).where(
        ClassSession.course_id == content.course_id,
        ClassSession.starts_at < content.ends_at,
        ClassSession.ends_at > content.starts_at,
    )
    if content.group:
        asked = asked.where(or_(ClassSession.group == "", ClassSession.group == content.group))
    for other in work.session.scalars(asked.order_by(ClassSession.starts_at)):
        if row is None or other.id != row.id:
            yield _overlap(content, other)


def _meet(one: ClassContent, other: ClassContent) -> bool:
    groups = {one.group, other.group}
    shared = "" in groups or len(groups) == 1
    times = one.starts_at < other.ends_at and other.starts_at < one.ends_at
    return one.course_id == other.course_id and shared and times


def _overlap(content: ClassContent, other: ClassContent | ClassSession) -> Problem:
    facts = {
        "title": content.title,
        "other": other.title,
        "start": other.starts_at,
        "end": other.ends_at,
    }
    return Problem("practice-class-overlap", facts=facts, field="starts_at")


def _write_class(ledger: Ledger, content: ClassContent, row: ClassSession | None) -> int:
    values = {name: getattr(content, name) for name in _CLASS_FIELDS}
    if row is None:
        return ledger.add(ClassSession(**values))
    ledger.change(row, **values)
    return row.id


def _people_of(work: Work, course_id: int) -> list[int]:
    asked = select(Trainee.id).where(Trainee.course_id == course_id)
    return list(work.session.scalars(asked))


def _standing_firm(ledger: Ledger) -> Iterable[Problem]:
    """What gives way to nothing: another time away, and hours that are confirmed."""
    session = ledger.work.session
    wanted = [each for each in ledger.keeping.wanted() if each.kind == CommitmentKind.UNAVAILABLE]
    firm = [
        (new, old)
        for new, old in clashes(session, wanted)
        if old.kind == CommitmentKind.UNAVAILABLE
        or (
            old.kind == CommitmentKind.SHADOWING
            and session.get_one(Shadowing, old.source_id).actual_starts_at is not None
        )
    ]
    return busy_problems(session, firm)

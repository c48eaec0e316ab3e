"""Courses with their situations, and the block's own lists of clearance items and competences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import func, select

from openblock.errors import KnownError, Problem, RuleBroken
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.commands.ledger import Ledger
from openblock.features.shadowing.commands.requests import RemoveCourse, SaveCourse, SaveItem
from openblock.features.shadowing.commands.seen import seen_situations
from openblock.features.shadowing.commands.stored import known
from openblock.features.shadowing.rules.content import CourseContent, SituationContent
from openblock.features.shadowing.rules.courses import (
    cleaned_course,
    course_content_problems,
    item_problems,
)
from openblock.features.shadowing.tables import (
    ClassSession,
    Course,
    PracticeItem,
    Situation,
    Trainee,
)
from openblock.features.shadowing.words import item_name
from openblock.features.staff.rules import fold
from openblock.storage.store import Done, Work

_COURSE_FIELDS = ("name", "first_day", "last_day", "required_minutes", "night_allowed")
_SITUATION_FIELDS = ("code", "name", "from_minute", "to_minute", "post")


def save_course(work: Work, request: SaveCourse) -> Done:
    """A new course or other content for one; ``Done.value`` is the number.

    A situation keeps its number as long as it can be told which one it is, for confirmed shifts
    name it so; RuleBroken with every problem, a situation left out that somebody has been at
    among them. KnownError ``course-unknown``, ``changed-meanwhile``.
    """
    row = None
    if request.course_id is not None:
        row = known(work, Course, request.course_id, request.version)
    content = cleaned_course(request.content)
    there = [] if row is None else _situations(work, row.id)
    kept = _matched(there, content.situations)
    found = (
        *course_content_problems(content),
        *_name_problems(work, content, row),
        *_left_out_problems(work, [each for each in there if each not in kept]),
    )
    if found:
        raise RuleBroken(*found)
    ledger = Ledger(work)
    values = {name: getattr(content, name) for name in _COURSE_FIELDS}
    if row is None:
        number = ledger.add(Course(**values))
    else:
        number = row.id
        ledger.change(row, **values)
    for each in there:
        if each not in kept:
            ledger.remove(each)
    for place, (situation, old) in enumerate(zip(content.situations, kept, strict=True)):
        _write_situation(ledger, number, place, situation, old)
    return ledger.done(number)


def _situations(work: Work, course_id: int) -> list[Situation]:
    own = select(Situation).where(Situation.course_id == course_id)
    return list(work.session.scalars(own.order_by(Situation.place, Situation.id)))


def _name_problems(work: Work, content: CourseContent, row: Course | None) -> Sequence[Problem]:
    others = {
        fold(name)
        for number, name in work.session.execute(select(Course.id, Course.name))
        if row is None or number != row.id
    }
    if content.name and fold(content.name) in others:
        return (Problem("practice-course-taken", facts={"name": content.name}, field="name"),)
    return ()


def _left_out_problems(work: Work, gone: Sequence[Situation]) -> Sequence[Problem]:
    seen = seen_situations(work) if gone else frozenset()
    return [
        Problem(
            "practice-situation-seen",
            facts={"name": each.name, "code": each.code},
            field="situations",
        )
        for each in gone
        if each.id in seen
    ]


Alike = Callable[[Situation, SituationContent], bool]

# How a situation is known again: as it was, by what it is called, at last by kind and order.
_ALIKE: tuple[Alike, ...] = (
    lambda old, new: (
        old.kind == new.kind
        and all(getattr(old, name) == getattr(new, name) for name in _SITUATION_FIELDS)
    ),
    lambda old, new: bool(old.code) and old.code == new.code,
    lambda old, new: bool(old.name) and fold(old.name) == fold(new.name),
    lambda old, new: old.kind == new.kind and old.code == new.code,
)


def _matched(
    there: Sequence[Situation], wanted: Sequence[SituationContent]
) -> list[Situation | None]:
    """For each wanted situation the stored one it is, None for a new one."""
    free = list(there)
    found: list[Situation | None] = [None] * len(wanted)
    for alike in _ALIKE:
        for place, content in enumerate(wanted):
            if found[place] is not None:
                continue
            match = next((each for each in free if alike(each, content)), None)
            if match is not None:
                found[place] = match
                free.remove(match)
    return found


def _write_situation(
    ledger: Ledger, course_id: int, place: int, content: SituationContent, row: Situation | None
) -> None:
    values = {name: getattr(content, name) for name in _SITUATION_FIELDS}
    values |= {"place": place, "kind": str(content.kind)}
    if row is None:
        ledger.add(Situation(course_id=course_id, **values))
    else:
        ledger.change(row, **values)


def remove_course(work: Work, request: RemoveCourse) -> Done:
    """Takes out a course nobody is on, with its situations and its timetable.

    KnownError ``course-unknown``, ``changed-meanwhile``, ``course-has-trainees``.
    """
    row = known(work, Course, request.course_id, request.version)
    count = select(func.count()).where(Trainee.course_id == row.id)
    trainees = work.session.scalar(count)
    if trainees:
        raise KnownError("course-has-trainees", name=row.name, trainees=trainees)
    ledger = Ledger(work)
    for kind in (ClassSession, Situation):
        for each in work.session.scalars(select(kind).where(kind.course_id == row.id)).all():
            ledger.remove(each)
    ledger.remove(row)
    return ledger.done(request.course_id)


def save_item(work: Work, request: SaveItem) -> Done:
    """An entry of one of the block's lists; ``Done.value`` is its number.

    A new one without a place comes last. RuleBroken with every problem; KnownError
    ``item-unknown``, ``changed-meanwhile``.
    """
    row = None
    if request.item_id is not None:
        row = known(work, PracticeItem, request.item_id, request.version)
        if row.kind != request.kind:
            raise KnownError("item-unknown")
    own = select(PracticeItem).where(PracticeItem.kind == request.kind)
    others = [each for each in work.session.scalars(own) if each is not row]
    name = tidy(request.name)
    found = item_problems(
        name,
        "" if row is None else row.code,
        [item_name(each.code, each.name) for each in others],
    )
    if found:
        raise RuleBroken(*found)
    ledger = Ledger(work)
    place = request.place
    if row is None:
        place = place or max((each.place for each in others), default=-1) + 1
        values = {"kind": str(request.kind), "name": name, "place": place}
        return ledger.done(ledger.add(PracticeItem(active=request.active, **values)))
    ledger.change(row, name=name, place=place, active=request.active)
    return ledger.done(row.id)

"""What may be entered about a course, its situations, its classes and the block's own lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from openblock.errors import Problem
from openblock.features.residents.rules.names import tidy, unseen_problems
from openblock.features.shadowing.rules.content import (
    ClassContent,
    CourseContent,
    SituationContent,
    SituationKind,
    Span,
)
from openblock.features.shadowing.rules.limits import HOUR
from openblock.features.shadowing.rules.times import MINUTES_OF_DAY, time_problems
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR, fold

LONGEST_NAME = 60
LONGEST_TITLE = 80
LONGEST_GROUP = 20
LONGEST_ITEM = 80
MOST_DAYS = 3 * 366
MOST_MINUTES = 2000 * HOUR
MOST_SITUATIONS = 30
LONGEST_CLASS = 24 * HOUR


def cleaned_course(content: CourseContent) -> CourseContent:
    """The course with every text tidied; a situation of the usual ones keeps its empty name."""
    situations = tuple(
        replace(each, name=tidy(each.name), post=tidy(each.post)) for each in content.situations
    )
    return replace(content, name=tidy(content.name), situations=situations)


def course_content_problems(content: CourseContent) -> tuple[Problem, ...]:
    """All that is wrong with a tidied course taken alone (TR-01), by field."""
    return (
        *text_problems("name", content.name, LONGEST_NAME, needed=True),
        *_days_problems(content),
        *_required_problems(content),
        *situations_problems(content.situations),
    )


def _days_problems(content: CourseContent) -> Iterator[Problem]:
    for field in ("first_day", "last_day"):
        day = getattr(content, field)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            facts = {"day": day, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
            yield Problem("date-out-of-range", facts=facts, field=field)
    if content.last_day < content.first_day:
        facts = {"first_day": content.first_day, "last_day": content.last_day}
        yield Problem("practice-course-backwards", facts=facts, field="last_day")
    elif (content.last_day - content.first_day).days >= MOST_DAYS:
        yield Problem("practice-course-long", facts={"most": 3}, field="last_day")


def _required_problems(content: CourseContent) -> Iterator[Problem]:
    if not 0 <= content.required_minutes <= MOST_MINUTES:
        yield Problem(
            "practice-required-hours", facts={"most": MOST_MINUTES}, field="required_minutes"
        )


def situations_problems(situations: Iterable[SituationContent]) -> tuple[Problem, ...]:
    """What is wrong with a course's situations; each problem says which one, counted from 1."""
    listed = tuple(situations)
    found: list[Problem] = []
    if len(listed) > MOST_SITUATIONS:
        facts = {"most": MOST_SITUATIONS}
        found.append(Problem("practice-situations-many", facts=facts, field="situations"))
    seen: set[str] = set()
    for place, each in enumerate(listed, start=1):
        found += situation_problems(each, place)
        called = fold(each.name) or each.code
        if called and called in seen:
            facts_of_name = {"place": place, "name": each.name, "code": each.code}
            found.append(
                Problem("practice-situation-twice", facts=facts_of_name, field="situations")
            )
        seen.add(called)
    return tuple(found)


def situation_problems(content: SituationContent, place: int = 1) -> tuple[Problem, ...]:
    """What is wrong with one situation: it needs a name unless it names itself, and real times."""
    facts: dict[str, object] = {"place": place, "name": content.name, "code": content.code}
    found = []
    if not content.name and not content.code:
        found.append(Problem("practice-situation-unnamed", facts=facts, field="situations"))
    if content.kind is SituationKind.TIME and not _is_time(content):
        found.append(Problem("practice-situation-time", facts=facts, field="situations"))
    return (
        *found,
        *text_problems("situations", content.name, LONGEST_NAME),
        *text_problems("situations", content.post, LONGEST_NAME),
    )


def _is_time(content: SituationContent) -> bool:
    minutes = (content.from_minute, content.to_minute)
    return all(0 <= each < MINUTES_OF_DAY for each in minutes) and len(set(minutes)) > 1


def cleaned_class(content: ClassContent) -> ClassContent:
    """The class with its texts tidied."""
    return replace(content, title=tidy(content.title), group=tidy(content.group))


def class_problems(
    content: ClassContent, course: CourseContent | None = None
) -> tuple[Problem, ...]:
    """All that is wrong with a tidied class: backwards, longer than a day, or beyond its course."""
    return (
        *_class_time_problems(Span(content.starts_at, content.ends_at), course),
        *text_problems("title", content.title, LONGEST_TITLE),
        *text_problems("group", content.group, LONGEST_GROUP),
    )


def _class_time_problems(span: Span, course: CourseContent | None) -> Iterator[Problem]:
    found = tuple(time_problems(span))
    if found:
        yield from found
        return
    if span.minutes > LONGEST_CLASS:
        yield Problem("practice-class-long", facts={"most": LONGEST_CLASS}, field="ends_at")
    if course is not None and not course.span.holds(span):
        facts = {
            "course": course.name,
            "first_day": course.first_day,
            "last_day": course.last_day,
            "start": span.start,
        }
        yield Problem("practice-class-outside-course", facts=facts, field="starts_at")


def item_problems(name: str, code: str = "", others: Iterable[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with a tidied entry of the block's lists; ``others`` are the names beside it.

    One of the usual entries names itself, so it needs no name of its own.
    """
    found = list(text_problems("name", name, LONGEST_ITEM, needed=not code))
    if name and fold(name) in {fold(each) for each in others}:
        found.append(Problem("practice-item-taken", facts={"name": name}, field="name"))
    return tuple(found)


def text_problems(
    field: str, text: str, longest: int, *, needed: bool = False
) -> Iterator[Problem]:
    """What is wrong with one tidied text of a line: missing, too long, or a sign nobody sees."""
    if needed and not text:
        yield Problem("text-missing", field=field)
    if len(text) > longest:
        yield Problem("text-too-long", facts={"length": len(text), "limit": longest}, field=field)
    yield from unseen_problems(field, text)

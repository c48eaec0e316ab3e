"""What may be entered about a trainee, and about a time in which one cannot come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from openblock.clock import local
from openblock.errors import Problem
from openblock.features.residents.rules.names import tidy
from openblock.features.shadowing.rules.content import (
    CourseContent,
    Span,
    TraineeContent,
    UnavailabilityContent,
)
from openblock.features.shadowing.rules.courses import LONGEST_GROUP, text_problems
from openblock.features.shadowing.rules.times import time_problems
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR, LIMITS

LONGEST_REMARK = 200
MOST_DAYS_AWAY = 60


def cleaned_trainee(content: TraineeContent) -> TraineeContent:
    """The trainee with every text tidied."""
    return replace(
        content,
        surname=tidy(content.surname),
        given_name=tidy(content.given_name),
        group=tidy(content.group),
        phone=tidy(content.phone),
    )


def trainee_content_problems(
    content: TraineeContent,
    course: CourseContent | None = None,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """All that is wrong with a tidied trainee, by field.

    Names follow the rule of the block's staff, whom they are about to join: whatever can be seen
    can stand in a name. ``course`` and ``today`` are for the days, where they are known.
    """
    return (
        *text_problems("surname", content.surname, LIMITS["surname"], needed=True),
        *text_problems("given_name", content.given_name, LIMITS["given_name"], needed=True),
        *text_problems("group", content.group, LONGEST_GROUP),
        *text_problems("phone", content.phone, LIMITS["phone"]),
        *_left_problems(content, course),
        *_clearance_problems(content, today),
    )


def _left_problems(content: TraineeContent, course: CourseContent | None) -> Iterator[Problem]:
    left_on = content.left_on
    if left_on is None:
        return
    yield from _year_problems("left_on", left_on)
    if course is not None and left_on < course.first_day:
        facts = {"first_day": course.first_day, "course": course.name}
        yield Problem("practice-left-before-course", facts=facts, field="left_on")


def _clearance_problems(content: TraineeContent, today: date | None) -> Iterator[Problem]:
    for day in content.clearances.values():
        yield from clearance_day_problems(day, today)


def clearance_day_problems(
    day: date, today: date | None, field: str = "clearances"
) -> Iterator[Problem]:
    """Why an item of clearance cannot have been had on ``day``: it is still to come (TR-02)."""
    yield from _year_problems(field, day)
    if today is not None and day > today:
        yield Problem("practice-clearance-future", facts={"day": day}, field=field)


def _year_problems(field: str, day: date) -> Iterator[Problem]:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        facts = {"day": day, "first_year": FIRST_YEAR, "last_year": LAST_YEAR}
        yield Problem("date-out-of-range", facts=facts, field=field)


def unavailability_problems(content: UnavailabilityContent) -> tuple[Problem, ...]:
    """What is wrong with a time a trainee cannot come: backwards, or of more than 60 days."""
    return (
        *_away_problems(content.starts_at, content.ends_at),
        *text_problems("remark", tidy(content.remark), LONGEST_REMARK),
    )


def _away_problems(starts_at: datetime, ends_at: datetime) -> Iterator[Problem]:
    found = tuple(time_problems(Span(starts_at, ends_at)))
    yield from found
    # By the wall clock: sixty whole days in autumn are an hour longer than their minutes.
    if not found and _wall(ends_at) - _wall(starts_at) > timedelta(days=MOST_DAYS_AWAY):
        yield Problem("practice-away-long", facts={"most": MOST_DAYS_AWAY}, field="ends_at")


def _wall(moment: datetime) -> datetime:
    return local(moment).replace(tzinfo=None)

"""What of a course's situations trainees have seen, will see as planned, and still lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from sqlalchemy.orm import Session

from openblock.features.roster.queries import calendar_days
from openblock.features.roster.rules import DayKind
from openblock.features.shadowing.queries.entries import CourseRow, Learning
from openblock.features.shadowing.queries.rows import ShadowingRow
from openblock.features.shadowing.rules.content import SituationContent, Span, Standing
from openblock.features.shadowing.rules.limits import PracticeLimits
from openblock.features.shadowing.rules.situations import offered
from openblock.features.shadowing.rules.times import days_of

#: Nothing is expected of a shift any more that was missed or needs planning anew.
EXPECTED = frozenset({Standing.PLANNED, Standing.DONE})

# Many trainees share the hours of a day, and the grid asks again after every change.
_offered = lru_cache(maxsize=4096)(offered)


def free_days(session: Session, first: date, last: date) -> dict[date, str]:
    """The holidays, and the working days moved away, with their names."""
    return {
        each.day: each.name
        for each in calendar_days(session, first, last)
        if each.kind in {DayKind.HOLIDAY, DayKind.MOVED_OFF}
    }


def free_days_of(session: Session, spans: Iterable[Span]) -> Mapping[date, str]:
    """The free days from the first to the last of ``spans``; without any, nothing is read."""
    touched = [day for each in spans for day in (days_of(each)[0], days_of(each)[-1])]
    return free_days(session, min(touched), max(touched)) if touched else {}


class Lessons:
    """Which situations of a course a time beside a mentor offers."""

    def __init__(self, limits: PracticeLimits, holidays: Mapping[date, str]) -> None:
        self._limits = limits
        self._holidays = holidays

    def offered(self, course: CourseRow, span: Span, post: str) -> tuple[int, ...]:
        """The numbers of the situations that ``span`` beside an officer of ``post`` offers."""
        holiday = any(day in self._holidays for day in days_of(span))
        return tuple(
            each.situation_id
            for each in course.situations
            if self._holds(each.content, span, post, holiday=holiday)
        )

    def learning(self, course: CourseRow, shifts: Iterable[ShadowingRow]) -> Learning:
        """What one trainee of the course has seen, will see, and still lacks, in its order."""
        seen: set[int] = set()
        coming: set[int] = set()
        for row in shifts:
            if row.standing is Standing.CONFIRMED and row.settled is not None:
                seen.update(row.settled.situations)
            elif row.standing in EXPECTED:
                coming.update(self.offered(course, row.span, row.post))
        numbers = tuple(each.situation_id for each in course.situations)
        return Learning(
            seen=tuple(each for each in numbers if each in seen),
            planned=tuple(each for each in numbers if each in coming - seen),
            lacking=tuple(each for each in numbers if each not in coming | seen),
        )

    def _holds(self, content: SituationContent, span: Span, post: str, *, holiday: bool) -> bool:
        return _offered(content, span, post, self._limits, holiday)

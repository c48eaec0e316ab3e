"""Whether the roster that is laid still holds the hours a trainee lacks, before the course ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from openblock.clock import MINUTES_OF_DAY, at, day_of
from openblock.features.roster.tables import Duty
from openblock.features.shadowing.queries.live import held_from, held_in, held_to, live
from openblock.features.shadowing.queries.practice import Practice
from openblock.features.shadowing.rules.content import CourseContent, Span
from openblock.features.shadowing.rules.reach import (
    Counted,
    free_places,
    kept_from,
    most_minutes,
    without,
)
from openblock.features.shadowing.rules.times import day_parts, shared
from openblock.features.shadowing.rules.wish import Busy
from openblock.features.shadowing.tables import Shadowing
from openblock.features.staff.tables import Officer

_held = aliased(Duty)
# The end of the last duty the officer began before the time that is held: it holds it or none does.
_LAST_BEGUN_ENDS = (
    select(_held.ends_at)
    .where(_held.officer_id == Shadowing.officer_id, _held.starts_at <= held_from)
    .order_by(_held.starts_at.desc())
    .limit(1)
    .correlate(Shadowing)
    .scalar_subquery()
)

#: So many days of the roster are looked at first; mostly they hold more than is lacking.
FIRST_LOOK = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Lack:
    """What a trainee lacks: minutes, until the last day on which they count, and the own time."""

    minutes: int
    course: CourseContent
    last_day: date
    busy: tuple[Busy, ...]


class Reach:
    """Says whether lacking hours can still be had; the roster ahead is read as far as needed.

    "No" is certain: under TR-01, 03, 04, 06, 07, 08 (length and rest) and 09 (night) no plan can
    hold the minutes in the duties that are laid. "Yes" says that nothing speaks against it: the
    bound looks at mentors together, and not at who has gone with whom.
    """

    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._laid: dict[date, _Laid] = {}

    def holds(self, lack: Lack) -> bool:
        """Whether the minutes can be within reach."""
        look = FIRST_LOOK
        today = day_of(self._practice.at)
        while True:
            until = min(today + look, lack.last_day)
            if self._most(lack, until) >= lack.minutes:
                return True
            if until >= lack.last_day:
                return False
            look *= 2

    def _most(self, lack: Lack, until: date) -> int:
        limits, course = self._practice.limits, lack.course
        within = shared(course.span, Span(self._practice.at, at(until, MINUTES_OF_DAY)))
        if within is None:
            return 0
        if until not in self._laid:
            self._laid[until] = _Laid(self._practice, until)
        free = self._laid[until].parts(within, night=course.night_allowed)
        return most_minutes(without(free, kept_from(lack.busy, limits)), limits)


class _Laid:
    """The times at which there is a place beside some mentor, until the end of a day."""

    def __init__(self, practice: Practice, until: date) -> None:
        self._limits = practice.limits
        self._parts: dict[tuple[Span, bool], Sequence[Span]] = {}
        ahead = Span(practice.at, at(until, MINUTES_OF_DAY))
        session = practice.session
        duties = [
            Counted(Span(start, end), count)
            for start, end, count in session.execute(_duties(practice, until))
        ]
        taken = session.execute(_taken(practice, ahead)).all()
        self._free = free_places(
            duties,
            [Counted(Span(start, end), own) for start, end, own, _all in taken if own],
            [Counted(Span(start, end), count) for start, end, _own, count in taken],
            practice.limits,
        )

    def parts(self, within: Span, *, night: bool) -> Sequence[Span]:
        """The free times within a course's own, without the nights where it has none."""
        # All who are on a course share them.
        if (within, night) not in self._parts:
            inside = [found for each in self._free if (found := shared(each, within)) is not None]
            by_day = (part for each in inside for part in day_parts(each, self._limits))
            self._parts[within, night] = inside if night else [*by_day]
        return self._parts[within, night]


def _duties(practice: Practice, until: date) -> Select[*tuple[Any, ...]]:
    """How many who may mentor have a duty of the same hours, from now on; few rows for many."""
    today = day_of(practice.at)
    return (
        select(Duty.starts_at, Duty.ends_at, func.count())
        .join(Officer, Officer.id == Duty.officer_id)
        .where(
            Duty.day.between(today - timedelta(days=2), until),
            Duty.ends_at > practice.at,
            _may_mentor(practice),
            Duty.day >= Officer.active_from,
            or_(Officer.last_day.is_(None), Duty.day <= Officer.last_day),
        )
        .group_by(Duty.starts_at, Duty.ends_at)
    )


def _taken(practice: Practice, ahead: Span) -> Select[*tuple[Any, ...]]:
    """How many trainees have the same hours, and how many of them in a duty counted above.

    Who has left is left out of the second: a place too many keeps the bound, one too few does not.
    """
    counted = and_(_may_mentor(practice), Officer.last_day.is_(None), held_to <= _LAST_BEGUN_ENDS)
    return (
        select(held_from, held_to, func.sum(case((counted, 1), else_=0)), func.count())
        .join(Officer, Officer.id == Shadowing.officer_id)
        .where(held_in(ahead), live())
        .group_by(held_from, held_to)
    )


def _may_mentor(practice: Practice) -> ColumnElement[bool]:
    """Officers who may mentor today; a certificate that runs out on the way is not looked at."""
    fresh = day_of(practice.at) - timedelta(days=practice.limits.expired_days - 1)
    return and_(Officer.is_mentor, Officer.mentor_certified_until >= fresh)


def own_time(
    classes: Iterable[Span], shifts: Iterable[Span], away: Iterable[Span]
) -> tuple[Busy, ...]:
    """A trainee's own commitments as the rules of planning know them."""
    return (
        *(Busy(span, "class", 0, "") for span in classes),
        *(Busy(span, "shadowing", 0, "") for span in shifts),
        *(Busy(span, "unavailable", 0, "") for span in away),
    )

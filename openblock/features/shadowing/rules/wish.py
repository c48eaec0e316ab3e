"""A shadowing shift somebody wants to plan, and everything its rules have to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock.clock import day_of
from openblock.features.roster.rules import Shift
from openblock.features.shadowing.rules.content import CourseContent, Span


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another trainee's shadowing shift that takes a place, and who planned it when."""

    span: Span
    trainee: str
    planned_by: str
    planned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Busy:
    """Another commitment of the trainee.

    ``kind`` is the diary's: class, shadowing or unavailable; ``words`` what it is called: the
    title of the class, the mentor's name, the remark.
    """

    span: Span
    kind: str
    source_id: int
    words: str

    @property
    def is_work(self) -> bool:
        """Whether it counts for rest and for the hours of a week; being away does not."""
        return self.kind != "unavailable"


@dataclass(frozen=True, slots=True)
class Mentor:
    """An officer who is wished for as mentor; ``duties`` are those near the wish."""

    officer_id: int
    name: str
    is_mentor: bool
    certified_until: date | None
    active_from: date
    last_day: date | None = None
    duties: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """A trainee beside a mentor for a time, with what stands around it.

    ``clearances`` are the names of the items and the day each was had, None for not yet.
    ``with_mentor`` and ``in_block`` are others' shadowing shifts that meet the time, ``busy`` the
    trainee's own commitments ten days around, ``on_duty`` the duties of all officers that meet the
    time, the mentor's too. What is being moved is in none of them.
    """

    span: Span
    course: CourseContent
    trainee: str
    mentor: Mentor
    left_on: date | None = None
    clearances: tuple[tuple[str, date | None], ...] = ()
    with_mentor: tuple[Neighbour, ...] = ()
    in_block: tuple[Neighbour, ...] = ()
    busy: tuple[Busy, ...] = ()
    on_duty: tuple[Span, ...] = ()

    @property
    def day(self) -> date:
        """The day it begins on."""
        return day_of(self.span.start)

"""What the reads of practice give back: frozen rows, all instants aware UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from openblock.clock import day_of
from openblock.errors import Problem
from openblock.features.shadowing.queries.entries import (
    AddendumRow,
    ClassRow,
    CourseRow,
    Hours,
    ItemRow,
    Learning,
    Reason,
    SituationRow,
    TraineeRow,
    UnavailabilityRow,
)
from openblock.features.shadowing.rules.content import Mark, Span, Standing, Upset
from openblock.storage.searching import Rank

__all__ = [
    "AddendumRow",
    "ClassRow",
    "Confirming",
    "CourseRow",
    "FoundTrainee",
    "Hours",
    "ItemRow",
    "Learning",
    "Matrix",
    "MatrixRow",
    "MentorDuty",
    "MentorLine",
    "MentorOffer",
    "MentorOffers",
    "PracticeGrid",
    "Reason",
    "Settled",
    "ShadowingRow",
    "SituationRow",
    "ToConfirm",
    "TraineeCard",
    "TraineeLine",
    "TraineeRow",
    "UnavailabilityRow",
]


@dataclass(frozen=True, slots=True)
class Settled:
    """What the mentor confirmed, or that the trainee did not come: by whom and when."""

    by: str
    at: datetime
    span: Span | None
    situations: tuple[int, ...]
    evaluation: Mapping[int, Mark]
    remark: str


@dataclass(frozen=True, slots=True)
class ShadowingRow:
    """One shadowing shift as it stands at the moment asked about.

    ``upset`` says why it needs planning anew, ``duty_now`` the officer's duties of those hours
    as they are now (code, span), ``duty_code``/``duty`` the duty it was planned on; ``changed_by``
    and ``changed_at`` who changed the duty, where one is left to tell; ``post`` where the mentor
    stands.
    """

    shadowing_id: int
    version: int
    trainee_id: int
    trainee: str
    officer_id: int
    mentor: str
    mentor_code: str
    span: Span
    standing: Standing
    duty_code: str
    duty: Span
    override: str
    planned_by: str
    planned_at: datetime
    upset: Upset | None = None
    duty_now: tuple[tuple[str, Span], ...] = ()
    changed_by: str = ""
    changed_at: datetime | None = None
    settled: Settled | None = None
    post: str = ""

    @property
    def day(self) -> date:
        """The day it begins on."""
        return day_of(self.span.start)

    @property
    def minutes(self) -> int:
        """What counts, before breaks: the confirmed time, else the planned one."""
        if self.settled is not None and self.settled.span is not None:
            return self.settled.span.minutes
        return self.span.minutes


@dataclass(frozen=True, slots=True)
class TraineeLine:
    """One row of the grid: the trainee, the hours of the whole course, and what is wrong.

    ``warnings`` are TR-14's and TR-02's, as problems; ``within_reach`` whether the roster that
    is laid can still hold the missing hours before the course ends (None: nothing is missing).
    """

    trainee: TraineeRow
    hours: Hours
    learning: Learning
    warnings: tuple[Problem, ...] = ()
    within_reach: bool | None = None


@dataclass(frozen=True, slots=True)
class MentorDuty:
    """A mentor's duty within sight, and how many trainees stand beside the officer at most."""

    day: date
    code: str
    span: Span
    taken: int
    places: int


@dataclass(frozen=True, slots=True)
class MentorLine:
    """One row under the grid: an officer who may mentor on one of the days shown.

    ``certified_until`` is for the remark beside the name; ``code`` is what is typed.
    """

    officer_id: int
    code: str
    name: str
    post: str
    certified_until: date | None
    duties: tuple[MentorDuty, ...]


@dataclass(frozen=True, slots=True)
class PracticeGrid:
    """Everything the grid of the days ``first`` to ``last`` (both included) shows."""

    first: date
    last: date
    at: datetime
    course_id: int | None
    courses: tuple[CourseRow, ...]
    lines: tuple[TraineeLine, ...]
    shadowings: tuple[ShadowingRow, ...]
    classes: Mapping[int, tuple[Span, ...]]
    away: Mapping[int, tuple[UnavailabilityRow, ...]]
    mentors: tuple[MentorLine, ...]
    codes: Mapping[str, int]
    holidays: Mapping[date, str]
    to_replan: tuple[ShadowingRow, ...]
    to_confirm: int
    problems: Mapping[int, tuple[Problem, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MentorOffer:
    """A mentor for one shadowing shift: the part of the duty that fits, and why this one.

    ``problems`` of an unfit one are errors and stand first in words; of a fit one warnings.
    """

    officer_id: int
    code: str
    name: str
    post: str
    duty: Span | None
    span: Span | None
    taken: int
    places: int
    reasons: tuple[Reason, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class MentorOffers:
    """Who may be shadowed on a day, best first, and who may not and why."""

    trainee: TraineeRow
    day: date
    fit: tuple[MentorOffer, ...]
    unfit: tuple[MentorOffer, ...]


@dataclass(frozen=True, slots=True)
class TraineeCard:
    """Everything about one trainee."""

    line: TraineeLine
    course: CourseRow
    clearance: tuple[tuple[ItemRow, date | None], ...]
    shadowings: tuple[ShadowingRow, ...]
    addenda: Mapping[int, tuple[AddendumRow, ...]]
    classes: tuple[ClassRow, ...]
    away: tuple[UnavailabilityRow, ...]
    competences: tuple[ItemRow, ...]
    marks: Mapping[int, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A trainee against mentors (times by officer) and situations (times by situation).

    ``ahead_with`` and ``ahead_at`` are how many of those times nobody has confirmed yet.
    """

    trainee_id: int
    name: str
    by_mentor: Mapping[int, int]
    by_situation: Mapping[int, int]
    ahead_with: Mapping[int, int] = field(default_factory=dict)
    ahead_at: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A course's trainees against mentors and situations: how often, confirmed and planned."""

    course: CourseRow
    mentors: tuple[tuple[int, str, str], ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A past shadowing shift that waits for its mentor, and what it must have offered."""

    row: ShadowingRow
    course: CourseRow
    offered: tuple[int, ...]
    late: bool


@dataclass(frozen=True, slots=True)
class Confirming:
    """One shadowing shift as its mentor sees it: what it offered, and what has been said of it.

    ``duty`` is the officer's duty it stands in now; ``mine`` whether who asks may settle it.
    """

    row: ShadowingRow
    course: CourseRow
    offered: tuple[int, ...]
    competences: tuple[ItemRow, ...]
    addenda: tuple[AddendumRow, ...]
    duty: Span | None
    mine: bool


@dataclass(frozen=True, slots=True)
class FoundTrainee:
    """A trainee found by what was typed, and how well that fits."""

    row: TraineeRow
    rank: Rank

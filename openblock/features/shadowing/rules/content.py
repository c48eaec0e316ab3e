"""What is entered about courses, trainees, classes and shadowing shifts, and how each can stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from openblock.clock import at, minutes_between

_ONE_DAY_ON = 24 * 60


class SituationKind(StrEnum):
    """How a shadowing shift offers a situation: by its hours, its day, the officer's post, or not.

    ``TIME`` is offered by a shift that holds the minutes of the day from-to (a count); ``CHANCE``
    by none, for nobody knows beforehand when somebody is admitted.
    """

    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    TIME = "time"
    POST = "post"
    CHANCE = "chance"


class ItemKind(StrEnum):
    """Which of the block's own lists an item stands in."""

    CLEARANCE = "clearance"
    COMPETENCE = "competence"


class Mark(StrEnum):
    """How far a trainee has come in a competence, as the mentor saw it on that shift."""

    WATCHED = "watched"
    HELPED = "helped"
    ALONE = "alone"


class State(StrEnum):
    """What somebody has decided about a shadowing shift."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    MISSED = "missed"


class Standing(StrEnum):
    """How a shadowing shift stands now (TR-05, TR-11); REPLAN counts as nothing."""

    PLANNED = "planned"
    REPLAN = "replan"
    DONE = "done"
    CONFIRMED = "confirmed"
    MISSED = "missed"


class Upset(StrEnum):
    """Why a planned shadowing shift has to be planned anew (TR-05)."""

    DUTY_GONE = "duty-gone"
    DUTY_MOVED = "duty-moved"
    MENTOR_LEFT = "mentor-left"
    NOT_MENTOR = "not-mentor"
    TRAINEE_AWAY = "trainee-away"
    CLASS = "class"
    TRAINEE_LEFT = "trainee-left"
    OUTSIDE_COURSE = "outside-course"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A time ``[start, end)``, aware UTC."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """Elapsed minutes."""
        return minutes_between(self.start, self.end)

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies within this time, ends included."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two overlap; touching ends do not."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class SituationContent:
    """One situation of a course; ``code`` marks one of the usual ones, which name themselves."""

    kind: SituationKind
    code: str = ""
    name: str = ""
    from_minute: int = 0
    to_minute: int = 0
    post: str = ""


#: What a new course begins with; the hours of the counts are the day schedule's (facts 1.2).
USUAL_SITUATIONS = (
    SituationContent(SituationKind.DAY, "day"),
    SituationContent(SituationKind.NIGHT, "night"),
    SituationContent(SituationKind.WEEKEND, "weekend"),
    SituationContent(SituationKind.TIME, "morning_count", "", 6 * 60 + 45, 7 * 60),
    SituationContent(SituationKind.TIME, "evening_count", "", 21 * 60 + 30, 21 * 60 + 45),
    SituationContent(SituationKind.POST, "leave_desk"),
    SituationContent(SituationKind.CHANCE, "admission"),
)

#: The lists a new block begins with (TR-02); they name themselves until somebody renames them.
USUAL_ITEMS: Mapping[ItemKind, tuple[str, ...]] = {
    ItemKind.CLEARANCE: ("briefing", "confidentiality", "work_safety"),
    ItemKind.COMPETENCE: ("watchfulness", "dealing", "rules", "papers", "emergencies"),
}


@dataclass(frozen=True, slots=True)
class CourseContent:
    """A course (TR-01): its days, both of them in it, and the practice it asks for, in minutes."""

    name: str
    first_day: date
    last_day: date
    required_minutes: int = 120 * 60
    night_allowed: bool = False
    situations: tuple[SituationContent, ...] = USUAL_SITUATIONS

    @property
    def span(self) -> Span:
        """The course's time, from the first midnight until the one after the last day."""
        return Span(at(self.first_day), at(self.last_day, _ONE_DAY_ON))


@dataclass(frozen=True, slots=True)
class TraineeContent:
    """A trainee as entered; ``clearances`` are days by number of clearance item (TR-02)."""

    course_id: int
    surname: str
    given_name: str
    group: str = ""
    phone: str = ""
    left_on: date | None = None
    clearances: Mapping[int, date] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Surname first: Zariņa Elīna."""
        return f"{self.surname} {self.given_name}".strip()


@dataclass(frozen=True, slots=True)
class ClassContent:
    """A class of a course's timetable; an empty group is everybody."""

    course_id: int
    starts_at: datetime
    ends_at: datetime
    title: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class UnavailabilityContent:
    """A time in which a trainee cannot come."""

    trainee_id: int
    starts_at: datetime
    ends_at: datetime
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the mentor confirms (TR-11, TR-12): the hours as they were, and what was learnt.

    ``situations`` are numbers of the course's situations, ``evaluation`` marks by number of
    competence.
    """

    starts_at: datetime
    ends_at: datetime
    situations: tuple[int, ...] = ()
    evaluation: Mapping[int, Mark] = field(default_factory=dict)
    remark: str = ""

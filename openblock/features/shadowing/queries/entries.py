"""What is entered for practice as it is stored, and what is counted from it: frozen rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from openblock.features.shadowing.rules.content import (
    ClassContent,
    CourseContent,
    ItemKind,
    SituationContent,
    TraineeContent,
    UnavailabilityContent,
)


@dataclass(frozen=True, slots=True)
class SituationRow:
    """One situation of a course."""

    situation_id: int
    content: SituationContent


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course, its situations by number, its groups, and how many are on it."""

    course_id: int
    version: int
    content: CourseContent
    situations: tuple[SituationRow, ...]
    groups: tuple[str, ...]
    trainees: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An entry of the block's own lists; ``code`` marks one that names itself (words.py)."""

    item_id: int
    version: int
    kind: ItemKind
    code: str
    name: str
    place: int
    active: bool


@dataclass(frozen=True, slots=True)
class TraineeRow:
    """A trainee; ``lacking`` are the numbers of clearance items not yet had (TR-02)."""

    trainee_id: int
    version: int
    content: TraineeContent
    course: str
    lacking: tuple[int, ...]
    account_id: int | None = None

    @property
    def name(self) -> str:
        """Surname first."""
        return self.content.name

    @property
    def initialled(self) -> str:
        """As wall copies show it: Zariņa E."""
        return f"{self.content.surname} {self.content.given_name[:1]}."


@dataclass(frozen=True, slots=True)
class AddendumRow:
    """What was added to a confirmed shadowing shift, by whom and when."""

    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of a timetable."""

    class_id: int
    version: int
    content: ClassContent


@dataclass(frozen=True, slots=True)
class UnavailabilityRow:
    """A time a trainee cannot come."""

    unavailability_id: int
    version: int
    content: UnavailabilityContent


@dataclass(frozen=True, slots=True)
class Hours:
    """TR-11 and TR-14, in minutes: what is required, and what has become of it.

    ``done`` is past and unconfirmed. ``short`` is required − confirmed − planned − done, never
    below nothing; only ``confirmed`` has been reached.
    """

    required: int
    confirmed: int = 0
    planned: int = 0
    done: int = 0
    missed: int = 0

    @property
    def short(self) -> int:
        """Minutes for which nothing is planned yet (TR-14)."""
        return max(self.required - self.confirmed - self.planned - self.done, 0)


@dataclass(frozen=True, slots=True)
class Learning:
    """What of the course's situations a trainee has seen, will see as planned, and still lacks."""

    seen: tuple[int, ...]
    planned: tuple[int, ...]
    lacking: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mentor stands where they do in a list of offers: a code and facts (words.py)."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

"""What can be asked for: one frozen request for each thing a coordinator, mentor or trainee can do.

``version`` is what the editor saw, 0 for something new. ``reason`` answers warnings: at least five
characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from openblock.features.shadowing.rules.content import (
    ClassContent,
    Confirmation,
    CourseContent,
    ItemKind,
    TraineeContent,
    UnavailabilityContent,
)


@dataclass(frozen=True, slots=True)
class SaveCourse:
    """A new course (``course_id`` None) or new content for one, situations in order."""

    course_id: int | None
    version: int
    content: CourseContent


@dataclass(frozen=True, slots=True)
class RemoveCourse:
    """Take out a course nobody is on."""

    course_id: int
    version: int


@dataclass(frozen=True, slots=True)
class SaveTrainee:
    """A new trainee (``trainee_id`` None) or new content for one."""

    trainee_id: int | None
    version: int
    content: TraineeContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveTrainee:
    """Take out a trainee entered by mistake: one who has had no practice at all."""

    trainee_id: int
    version: int


@dataclass(frozen=True, slots=True)
class TickClearance:
    """A clearance item had on ``day``, or taken back with None (TR-02)."""

    trainee_id: int
    item_id: int
    day: date | None


@dataclass(frozen=True, slots=True)
class LinkTrainee:
    """Which account is this trainee's own (TR-15); None for none."""

    trainee_id: int
    version: int
    account_id: int | None


@dataclass(frozen=True, slots=True)
class SaveItem:
    """A new entry of one of the block's lists, or another name or place for one, or out of use."""

    item_id: int | None
    version: int
    kind: ItemKind
    name: str
    place: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class ImportTrainees:
    """Trainees of one file, who were read and reviewed; ``file_name`` is for the log."""

    course_id: int
    trainees: tuple[TraineeContent, ...]
    file_name: str
    headings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SaveClasses:
    """New classes, or (``class_id``) other content for one.

    Where shadowing shifts stand in the way the problems are warnings; with a reason the classes
    come in and those shifts need planning anew.
    """

    contents: tuple[ClassContent, ...]
    class_id: int | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveClass:
    """Take a class out of the timetable."""

    class_id: int
    version: int


@dataclass(frozen=True, slots=True)
class SaveUnavailability:
    """A time a trainee cannot come; shadowing shifts in the way as in :class:`SaveClasses`."""

    unavailability_id: int | None
    version: int
    content: UnavailabilityContent
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RemoveUnavailability:
    """The trainee can come after all."""

    unavailability_id: int
    version: int


@dataclass(frozen=True, slots=True)
class PlanShadowing:
    """A trainee beside a mentor, ``[starts_at, ends_at)``; part of the duty or all of it.

    With ``shadowing_id`` that planned shift is moved or given another mentor instead.
    """

    trainee_id: int
    officer_id: int
    starts_at: datetime
    ends_at: datetime
    shadowing_id: int | None = None
    version: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PracticeEdit:
    """One cell of the grid: the mentor typed there, None to cut.

    ``seen`` are the shadowing shifts and their versions that the editor saw on that day; the
    usual part of the mentor's duty is planned, in the place of those that are still planned.
    """

    trainee_id: int
    day: date
    officer_id: int | None
    seen: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ChangePractice:
    """The cells of one keystroke, paste or sweep; refused or done as one, undone as one."""

    edits: tuple[PracticeEdit, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelShadowing:
    """A planned shadowing shift will not be; it goes, and the log keeps it."""

    shadowing_id: int
    version: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmShadowing:
    """The hours as they were, what was seen, how it went; locked from then on (TR-12)."""

    shadowing_id: int
    version: int
    confirmation: Confirmation
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MissShadowing:
    """The trainee did not come; why, in words."""

    shadowing_id: int
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class AddAddendum:
    """Something added to a confirmed shadowing shift (TR-12)."""

    shadowing_id: int
    words: str

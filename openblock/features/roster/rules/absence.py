"""The kinds of absence (RO-13) and their letters, and what an absence makes of duties (RO-03)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AbsenceKind(StrEnum):
    """Why an officer is away, as the Latvian time-sheet tells it."""

    LEAVE = "leave"
    SICK = "sick"
    TRAINING = "training"
    TRIP = "trip"
    PAID_REST = "paid-rest"
    OTHER = "other"

    @property
    def is_posted(self) -> bool:
        """Whether a wall copy, and whoever may not read the card, is told the kind."""
        return self not in {AbsenceKind.SICK, AbsenceKind.OTHER}


@dataclass(frozen=True, slots=True)
class Letters:
    """How a kind is typed and shown on the roster, and how the time-sheet writes it."""

    code: str
    sheet_code: str


#: The letter of an absence whose kind is nobody's business.
HIDDEN = "X"

DEFAULT_LETTERS: Mapping[AbsenceKind, Letters] = {
    AbsenceKind.LEAVE: Letters("A", "A"),
    AbsenceKind.SICK: Letters("S", "DN"),
    AbsenceKind.TRAINING: Letters("M", "M"),
    AbsenceKind.TRIP: Letters("K", "K"),
    AbsenceKind.PAID_REST: Letters("P", "AP"),
    AbsenceKind.OTHER: Letters("C", "C"),
}


@dataclass(frozen=True, slots=True)
class AbsenceContent:
    """What is entered of one absence; its days are both included.

    ``from_minute`` and ``to_minute`` are minutes of the wall clock on the first and the last day:
    0 and 1440 are the whole day.
    """

    officer_id: int
    kind: AbsenceKind
    first_day: date
    last_day: date
    from_minute: int = 0
    to_minute: int = 24 * 60
    remark: str = ""

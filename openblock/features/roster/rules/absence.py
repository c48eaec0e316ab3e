"""The kinds of absence (RO-13) and their letters, and what an absence makes of duties (RO-03)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from openblock.clock import MINUTES_OF_DAY, at
from openblock.errors import Problem
from openblock.features.residents.rules.names import unseen_problems
from openblock.features.roster.rules.limits import Limits
from openblock.features.roster.rules.shift import KEEP_FREE, LONGEST_CODE, Shift
from openblock.features.staff.rules import FIRST_YEAR, LAST_YEAR

MOST_DAYS = 366
LONGEST_REMARK = 200


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


def absence_problems(content: AbsenceContent) -> tuple[Problem, ...]:
    """What is wrong with an absence as it was entered, by field; whose time it is, is not asked."""
    found = _year_problems(content)
    if found:
        return tuple(found)
    days = (content.last_day - content.first_day).days + 1
    if days < 1:
        found.append(Problem("absence-backwards", field="last_day"))
    elif days > MOST_DAYS:
        found.append(Problem("absence-too-long", facts={"most": MOST_DAYS}, field="last_day"))
    if not 0 <= content.from_minute < MINUTES_OF_DAY:
        found.append(Problem("absence-time", field="from_minute"))
    elif not 0 < content.to_minute <= MINUTES_OF_DAY or _is_empty(content, days):
        found.append(Problem("absence-time", field="to_minute"))
    if len(content.remark) > LONGEST_REMARK:
        facts = {"most": LONGEST_REMARK}
        found.append(Problem("absence-remark-long", facts=facts, field="remark"))
    return (*found, *unseen_problems("remark", " ".join(content.remark.split())))


def _year_problems(content: AbsenceContent) -> list[Problem]:
    """A slip of the hand: at the ends of the calendar a day has no midnight either."""
    days = {"first_day": content.first_day, "last_day": content.last_day}
    facts = {"first_year": FIRST_YEAR, "last_year": LAST_YEAR}
    return [
        Problem("date-out-of-range", facts={"day": day, **facts}, field=field)
        for field, day in days.items()
        if not FIRST_YEAR <= day.year <= LAST_YEAR
    ]


def _is_empty(content: AbsenceContent, days: int) -> bool:
    """One day's absence that ends before it begins, or within the hour the clock skips in March."""
    if days != 1:
        return False
    starts_at, ends_at = absence_span(content)
    return ends_at <= starts_at


def absence_span(content: AbsenceContent) -> tuple[datetime, datetime]:
    """The absence as ``[starts_at, ends_at)``, aware UTC: from the first midnight to the last."""
    return (
        at(content.first_day, content.from_minute),
        at(content.last_day, content.to_minute),
    )


def effect_on(shift: Shift, start: datetime, end: datetime, limits: Limits) -> Shift | None:
    """RO-03: what an absence ``[start, end)`` leaves of a shift; None where it falls away.

    A shift that begins within the absence falls away whole, also where it would end after it:
    nobody comes back in the middle of a duty that another has taken over. One that runs when the
    absence begins ends there, unless too little for a shift would be left (RO-01).
    """
    if end <= shift.start or shift.end <= start:
        return shift
    if start <= shift.start:
        return None
    kept = Shift(shift.start, start, shift.day, shift.post)
    return kept if kept.minutes >= limits.shortest_shift else None


def letters_problems(
    letters: Letters, template_codes: Collection[str], others: Collection[Letters]
) -> tuple[Problem, ...]:
    """RO-13: what is wrong with the letters of one kind of absence, by field.

    ``template_codes`` are the codes of shifts, which are typed into the same cells; ``others`` are
    the letters of the other kinds. The time-sheet has its own letters, beside figures of hours, so
    no letter may be a figure.
    """
    taken = {"code": {*template_codes, *(each.code for each in others)}, "sheet_code": set()}
    taken["sheet_code"] |= {each.sheet_code for each in others}
    taken["code"] |= {KEEP_FREE, HIDDEN}
    found = []
    for field, code in (("code", letters.code), ("sheet_code", letters.sheet_code)):
        if not 0 < len(code) <= LONGEST_CODE or not code.isalpha() or code != code.upper():
            found.append(Problem("absence-letter", facts={"most": LONGEST_CODE}, field=field))
        elif code in taken[field]:
            found.append(Problem("absence-letter-taken", facts={"code": code}, field=field))
    return tuple(found)

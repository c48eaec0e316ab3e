"""What kind of day a date is, and the working time a month normally holds (RO-07)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openblock.errors import Problem
from openblock.features.roster.rules.limits import Limits

SATURDAY = 5
LONGEST_NAME = 80


class DayKind(StrEnum):
    """A date's kind; decreed swaps move a working day away and put it on a Saturday."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MOVED_OFF = "moved_off"
    MOVED_ON = "moved_on"

    @property
    def works(self) -> bool:
        """Whether the day counts towards the month's norm."""
        return self in {DayKind.WORKDAY, DayKind.MOVED_ON}


@dataclass(frozen=True, slots=True)
class PlainDay:
    """One date, its kind, and the name of the holiday or swap, if it has one."""

    day: date
    kind: DayKind
    name: str = ""


def ordinary_kind(day: date) -> DayKind:
    """The kind of a date that no holiday and no decree touches."""
    return DayKind.WEEKEND if day.weekday() >= SATURDAY else DayKind.WORKDAY


def norm_minutes(days: Iterable[PlainDay], limits: Limits) -> int:
    """RO-07: the working days times eight hours, in minutes."""
    return sum(limits.working_day for each in days if each.kind.works)


def day_problems(kind: DayKind, name: str) -> tuple[Problem, ...]:
    """What is wrong with a day an administrator enters, by field."""
    found = []
    if kind not in {DayKind.WORKDAY, DayKind.WEEKEND} and not name.strip():
        found.append(Problem("day-name-missing", field="name"))
    if len(name) > LONGEST_NAME or not name.isprintable():
        found.append(Problem("day-name-long", facts={"most": LONGEST_NAME}, field="name"))
    return tuple(found)

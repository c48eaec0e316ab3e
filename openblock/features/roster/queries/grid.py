"""The roster of a span of days: officers, duties, sums, staffing, and every problem in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from openblock.clock import days_of_month
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.duties import (
    RosterDuty,
    duties_between,
    kept_free_between,
)
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.queries.joined import beside_between, marks_between
from openblock.features.roster.queries.problems import (
    RosterProblem,
    gap_problems,
    mark_problems,
    problems_within,
    with_reasons,
)
from openblock.features.roster.queries.rows import AbsenceDay, Difference, MonthState
from openblock.features.roster.queries.settings import Template, limits, minimums, templates
from openblock.features.roster.queries.staffing import StaffingLine, staffing_lines
from openblock.features.roster.rules import (
    Limits,
    PlainDay,
    Shift,
    minutes_within,
    night_minutes_within,
    norm_minutes,
)
from openblock.features.staff.queries import OfficerRow, officers

# A weekly rest is looked for from the last one on, so two weeks before the grid are read with it.
_BEFORE = timedelta(days=16)
_AFTER = timedelta(days=2)
_REACHING = timedelta(days=2)
NO_COUNTERS = Counters()


@dataclass(frozen=True, slots=True)
class RosterOfficer:
    """One row of the grid; minutes are those inside the shown days, split at their midnights."""

    officer_id: int
    badge: str
    surname: str
    given_name: str
    rank: str
    position: str
    team: int | None
    duties: int
    minutes: int
    night_minutes: int
    norm_minutes: int
    counters: Counters = NO_COUNTERS

    @property
    def name(self) -> str:
        """Surname first: Bērziņš Jānis."""
        return f"{self.surname} {self.given_name}"

    @property
    def initialled(self) -> str:
        """As wall copies show it: Bērziņš J."""
        return f"{self.surname} {self.given_name[:1]}."

    @property
    def balance_minutes(self) -> int:
        """Worked minutes over the norm, below it if negative."""
        return self.minutes - self.norm_minutes


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything the grid of the days ``first`` to ``last`` (both included) shows.

    A cell of ``absences`` may hold a duty too: one the absence cuts short.
    ``beside`` is who stands beside an officer on the duty of a day, and what is watched over.
    """

    first: date
    last: date
    days: tuple[PlainDay, ...]
    officers: tuple[RosterOfficer, ...]
    duties: Mapping[tuple[int, date], RosterDuty]
    kept_free: Mapping[tuple[int, date], bool]
    staffing: tuple[StaffingLine, ...]
    problems: tuple[RosterProblem, ...]
    templates: tuple[Template, ...]
    norm_minutes: int
    beside: Mapping[tuple[int, date], tuple[str, ...]] = field(default_factory=dict)
    absences: Mapping[tuple[int, date], AbsenceDay] = field(default_factory=dict)
    #: Cells that differ from the version posted last, with why: they carry the mark (RO-10).
    changed: Mapping[tuple[int, date], Difference] = field(default_factory=dict)
    #: The standing of each month the days touch, in order.
    states: tuple[MonthState, ...] = ()
    #: A version of the past that is shown instead of the roster in force; 0 for that.
    number: int = 0


def month_roster(session: Session, year: int, month: int) -> Roster:
    """The roster of a calendar month."""
    days = days_of_month(year, month)
    return roster(session, days[0], days[-1])


def roster(session: Session, first: date, last: date) -> Roster:
    """The roster of the days from ``first`` to ``last``, both included."""
    in_force = limits(session)
    days = calendar_days(session, first, last)
    around = duties_between(session, first - _BEFORE, last + _AFTER)
    shifts = _by_officer(around)
    marks = marks_between(session, first, last)
    everyone = officers(session)
    people = _shown(everyone, shifts, {each.officer_id for each in marks}, first, last)
    norm = norm_minutes(days, in_force)
    staffing = staffing_lines(minimums(session), days, [each.shift for each in around])
    found = problems_within(people, shifts, first, last, in_force)
    return Roster(
        first=first,
        last=last,
        days=days,
        officers=tuple(
            _row(each, shifts.get(each.officer_id, []), days, in_force) for each in people
        ),
        duties={(each.officer_id, each.day): each for each in around if first <= each.day <= last},
        kept_free=kept_free_between(session, first, last),
        staffing=staffing,
        problems=(
            *with_reasons(session, found, first, last),
            *mark_problems(marks, everyone),
            *gap_problems(staffing),
        ),
        templates=templates(session),
        norm_minutes=norm,
        beside=beside_between(session, first, last),
    )


def _by_officer(around: tuple[RosterDuty, ...]) -> dict[int, list[Shift]]:
    shifts: dict[int, list[Shift]] = {}
    for each in around:
        shifts.setdefault(each.officer_id, []).append(each.shift)
    return shifts


def _shown(
    everyone: tuple[OfficerRow, ...],
    shifts: dict[int, list[Shift]],
    marked: Collection[int],
    first: date,
    last: date,
) -> tuple[OfficerRow, ...]:
    """Who serves in the shown days, and whoever has a duty or a mark in them all the same."""

    def shown(row: OfficerRow) -> bool:
        serves = row.active_from <= last and (row.last_day is None or row.last_day >= first)
        return (
            serves
            or row.officer_id in marked
            or any(minutes_within(each, first, last) for each in shifts.get(row.officer_id, ()))
        )

    return tuple(row for row in everyone if shown(row))


def _row(
    officer: OfficerRow, shifts: list[Shift], days: tuple[PlainDay, ...], in_force: Limits
) -> RosterOfficer:
    first, last = days[0].day, days[-1].day
    # No shift is longer than 25 hours: one begun three days before ends outside the shown days.
    near = [each for each in shifts if first - _REACHING <= each.day <= last]
    served = [each for each in days if officer.serves_on(each.day)]
    return RosterOfficer(
        officer_id=officer.officer_id,
        badge=officer.badge,
        surname=officer.surname,
        given_name=officer.given_name,
        rank=officer.rank,
        position=officer.position,
        team=officer.team,
        duties=sum(first <= each.day <= last for each in shifts),
        minutes=sum(minutes_within(each, first, last) for each in near),
        night_minutes=sum(night_minutes_within(each, first, last, in_force) for each in near),
        norm_minutes=norm_minutes(served, in_force),
    )

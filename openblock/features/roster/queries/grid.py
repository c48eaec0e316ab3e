"""The roster of a span of days: officers, duties, sums, staffing, and every problem in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of, days_of_month
from openblock.errors import Problem, Severity
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.duties import RosterDuty, duties_between
from openblock.features.roster.queries.settings import (
    MinimumRow,
    Template,
    limits,
    minimums,
    templates,
)
from openblock.features.roster.rules import (
    Gap,
    Limits,
    PlainDay,
    Shift,
    gaps,
    length_problems,
    lowest_present,
    minutes_within,
    night_minutes_within,
    norm_minutes,
    overlap_problems,
    rest_problems,
    weekly_rest_problems,
)
from openblock.features.roster.tables import AcceptedProblem, KeptFree
from openblock.features.staff.queries import OfficerRow, officers

# A weekly rest is looked for from the last one on, so two weeks before the grid are read with it.
_BEFORE = timedelta(days=16)
_AFTER = timedelta(days=2)


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
class Acceptance:
    """Why a warning is left as it is, who said so, and when (aware UTC)."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """A problem of the grid: whose, on which day, the cells it marks, and why it is accepted."""

    problem: Problem
    officer_id: int | None
    name: str
    day: date
    cells: tuple[tuple[int, date], ...]
    accepted: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class StaffingLine:
    """A minimum, the fewest on duty for each shown day, and its gaps."""

    name: str
    from_minute: int
    to_minute: int
    post: str
    needed: int
    counts: tuple[int, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything the grid of the days ``first`` to ``last`` (both included) shows."""

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
    people = _shown(officers(session), shifts, first, last)
    norm = norm_minutes(days, in_force)
    staffing = _staffing(minimums(session), days, [each.shift for each in around])
    found = _officer_problems(people, shifts, first, last, in_force)
    return Roster(
        first=first,
        last=last,
        days=days,
        officers=tuple(
            _row(each, shifts.get(each.officer_id, []), days, in_force) for each in people
        ),
        duties={(each.officer_id, each.day): each for each in around if first <= each.day <= last},
        kept_free=_kept_free(session, first, last),
        staffing=staffing,
        problems=(*_with_reasons(session, found, first, last), *_gap_problems(staffing)),
        templates=templates(session),
        norm_minutes=norm,
    )


def _by_officer(around: tuple[RosterDuty, ...]) -> dict[int, list[Shift]]:
    shifts: dict[int, list[Shift]] = {}
    for each in around:
        shifts.setdefault(each.officer_id, []).append(each.shift)
    return shifts


def _shown(
    everyone: tuple[OfficerRow, ...], shifts: dict[int, list[Shift]], first: date, last: date
) -> tuple[OfficerRow, ...]:
    """Who serves in the shown days, and whoever has a duty in them all the same."""

    def shown(row: OfficerRow) -> bool:
        serves = row.active_from <= last and (row.last_day is None or row.last_day >= first)
        return serves or any(
            minutes_within(each, first, last) for each in shifts.get(row.officer_id, ())
        )

    return tuple(row for row in everyone if shown(row))


def _row(
    officer: OfficerRow, shifts: list[Shift], days: tuple[PlainDay, ...], in_force: Limits
) -> RosterOfficer:
    first, last = days[0].day, days[-1].day
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
        minutes=sum(minutes_within(each, first, last) for each in shifts),
        night_minutes=sum(night_minutes_within(each, first, last, in_force) for each in shifts),
        norm_minutes=norm_minutes(served, in_force),
    )


def _staffing(
    rows: tuple[MinimumRow, ...], days: tuple[PlainDay, ...], shifts: list[Shift]
) -> tuple[StaffingLine, ...]:
    near = _shifts_near(shifts)
    lines = []
    for row in rows:
        wanted = row.minimum
        lines.append(
            StaffingLine(
                name=wanted.name,
                from_minute=wanted.from_minute,
                to_minute=wanted.to_minute,
                post=wanted.post,
                needed=wanted.needed,
                counts=tuple(lowest_present(wanted, each.day, near(each.day)) for each in days),
                gaps=tuple(gap for each in days for gap in gaps(wanted, each.day, near(each.day))),
            )
        )
    return tuple(lines)


class _shifts_near:  # noqa: N801  it reads as the function it is used as
    """The shifts that can touch a day's minimums: those begun the day before, on it, or after."""

    def __init__(self, shifts: list[Shift]) -> None:
        self._by_day: dict[date, list[Shift]] = {}
        for each in shifts:
            self._by_day.setdefault(each.day, []).append(each)

    def __call__(self, day: date) -> list[Shift]:
        near = (day - timedelta(days=1), day, day + timedelta(days=1))
        return [shift for each in near for shift in self._by_day.get(each, ())]


def _officer_problems(
    people: tuple[OfficerRow, ...],
    shifts: dict[int, list[Shift]],
    first: date,
    last: date,
    in_force: Limits,
) -> list[RosterProblem]:
    found = []
    for officer in people:
        for day, problem in officer_problems(officer, shifts.get(officer.officer_id, []), in_force):
            if first <= day <= last:
                cell = (officer.officer_id, day)
                found.append(
                    RosterProblem(problem, officer.officer_id, officer.initialled, day, (cell,))
                )
    return sorted(found, key=lambda each: (each.day, each.problem.code))


def officer_problems(
    officer: OfficerRow, shifts: list[Shift], in_force: Limits
) -> list[tuple[date, Problem]]:
    """Everything wrong with one officer's shifts, given in order of start, by day."""
    found = [
        *overlap_problems(shifts),
        *rest_problems(shifts, in_force),
        *weekly_rest_problems(shifts, in_force),
    ]
    for each in shifts:
        found += [(each.day, problem) for problem in length_problems(each, in_force)]
        if not officer.serves_on(each.day):
            facts = {"first_day": officer.active_from, "last_day": officer.last_day}
            found.append((each.day, Problem("officer-not-active", Severity.ERROR, facts)))
    return found


def _gap_problems(staffing: tuple[StaffingLine, ...]) -> list[RosterProblem]:
    found = []
    for line in staffing:
        for gap in line.gaps:
            facts = {
                "start": gap.start,
                "end": gap.end,
                "present": gap.present,
                "needed": gap.needed,
                "post": line.post,
            }
            problem = Problem("staffing-gap", Severity.WARNING, facts)
            day = day_of(gap.start)
            found.append(RosterProblem(problem, None, line.name, day, ()))
    return sorted(found, key=lambda each: each.day)


def _with_reasons(
    session: Session, found: list[RosterProblem], first: date, last: date
) -> list[RosterProblem]:
    rows = session.scalars(select(AcceptedProblem).where(AcceptedProblem.day.between(first, last)))
    reasons = {
        (row.officer_id, row.day, row.code): Acceptance(
            row.reason, row.accepted_by, row.accepted_at
        )
        for row in rows
    }
    return [
        RosterProblem(
            each.problem,
            each.officer_id,
            each.name,
            each.day,
            each.cells,
            reasons.get((each.officer_id or 0, each.day, each.problem.code)),
        )
        for each in found
    ]


def _kept_free(session: Session, first: date, last: date) -> dict[tuple[int, date], bool]:
    asked = select(KeptFree.officer_id, KeptFree.day, KeptFree.shown).where(
        KeptFree.day.between(first, last)
    )
    return {(officer_id, day): shown for officer_id, day, shown in session.execute(asked)}

"""What is wrong in the shown days of a roster, whose cells it marks, and why it may stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import Problem, Severity
from openblock.features.roster.queries.joined import DutyMark
from openblock.features.roster.queries.staffing import StaffingLine
from openblock.features.roster.rules import (
    Limits,
    Shift,
    length_problems,
    overlap_problems,
    rest_problems,
    weekly_rest_problems,
)
from openblock.features.roster.tables import AcceptedProblem
from openblock.features.staff.queries import OfficerRow


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a warning is left as it is, who said so, and when (aware UTC)."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """A problem of the grid: whose, on which day, the cells it marks, and why it is accepted.

    ``tab`` and ``place`` are where it is put right, if that is not the roster; ``lost`` are
    minutes that do not count until then.
    """

    problem: Problem
    officer_id: int | None
    name: str
    day: date
    cells: tuple[tuple[int, date], ...]
    accepted: Acceptance | None = None
    tab: str = ""
    place: Mapping[str, object] = field(default_factory=dict)
    lost: int = 0

    @property
    def may_stay(self) -> bool:
        """Whether it is a warning that can be left as it is, with a reason.

        What another tab puts right is not settled by a reason here (TR-05).
        """
        warning = self.problem.severity == Severity.WARNING
        return warning and self.officer_id is not None and not self.tab


def problems_within(
    people: Iterable[OfficerRow],
    shifts: Mapping[int, Sequence[Shift]],
    first: date,
    last: date,
    in_force: Limits,
) -> list[RosterProblem]:
    """Every problem of the officers' shifts on the days from ``first`` to ``last``, by day."""
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
    officer: OfficerRow, shifts: Sequence[Shift], in_force: Limits
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


def gap_problems(staffing: Iterable[StaffingLine]) -> list[RosterProblem]:
    """One problem for each time with too few on duty (RO-09), by day."""
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
            found.append(RosterProblem(problem, None, line.name, day_of(gap.start), ()))
    return sorted(found, key=lambda each: each.day)


def mark_problems(marks: Iterable[DutyMark], people: Iterable[OfficerRow]) -> list[RosterProblem]:
    """What no longer hangs on the duty it was planned on, in the cell of that duty (RO-12)."""
    names = {each.officer_id: each.initialled for each in people}
    found = [
        RosterProblem(
            each.problem,
            each.officer_id,
            names.get(each.officer_id, ""),
            each.day,
            ((each.officer_id, each.day),),
            tab=each.tab,
            place=each.place,
            lost=each.lost,
        )
        for each in marks
    ]
    return sorted(found, key=lambda each: each.day)


def with_reasons(
    session: Session, found: Iterable[RosterProblem], first: date, last: date
) -> list[RosterProblem]:
    """The problems with the reason beside those that have one."""
    rows = session.scalars(select(AcceptedProblem).where(AcceptedProblem.day.between(first, last)))
    reasons = {
        (row.officer_id, row.day, row.code): Acceptance(
            row.reason, row.accepted_by, row.accepted_at
        )
        for row in rows
    }
    return [
        replace(each, accepted=reasons.get((each.officer_id or 0, each.day, each.problem.code)))
        for each in found
    ]

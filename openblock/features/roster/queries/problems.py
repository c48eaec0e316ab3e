"""What is wrong in the shown days of a roster, whose cells it marks, and why it may stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.errors import Problem, Severity
from openblock.features.roster.queries.absences import reader
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.queries.joined import DutyMark
from openblock.features.roster.queries.lines import Line
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
    lines: Mapping[int, Line],
    first: date,
    last: date,
    in_force: Limits,
) -> list[RosterProblem]:
    """Every problem of the officers' shifts on the days from ``first`` to ``last``, by day."""
    found = []
    for officer in people:
        line = lines.get(officer.officer_id)
        if line is not None:
            found += [
                each for each in _of_line(officer, line, in_force) if first <= each.day <= last
            ]
    return sorted(found, key=lambda each: (each.day, each.problem.code))


@lru_cache(maxsize=4096)
def _of_line(officer: OfficerRow, line: Line, in_force: Limits) -> tuple[RosterProblem, ...]:
    """Everything wrong in a line, worked out once for as long as it stays as it is."""
    return tuple(
        RosterProblem(
            problem, officer.officer_id, officer.initialled, day, ((officer.officer_id, day),)
        )
        for day, problem in officer_problems(officer, line.shifts, in_force)
    )


def limit_problems(
    people: Iterable[OfficerRow], counted: Mapping[int, Counters], day: date, in_force: Limits
) -> list[RosterProblem]:
    """Who works too much on average (RO-06) or has too much overtime (RO-07), as of ``day``."""
    found = []
    for officer in people:
        figures = counted.get(officer.officer_id)
        if figures is None:
            continue
        over = []
        if figures.average_over:
            facts = {"average": figures.average, "limit": in_force.average_week}
            over.append(Problem("average-over", Severity.WARNING, facts))
        if figures.overtime_over:
            facts = {"overtime": figures.period_overtime, "limit": in_force.overtime_limit}
            over.append(Problem("overtime-over", Severity.WARNING, facts))
        found += [
            RosterProblem(each, officer.officer_id, officer.initialled, day, ()) for each in over
        ]
    return found


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
    """The problems with the reason beside those that have one.

    Reasons are free words, and "for a sick colleague" tells what X hides: they are for who may
    read why somebody is away. That a warning is kept, and by whom, everybody sees.
    """
    tells = reader(session).reads_all
    asked = select(
        AcceptedProblem.officer_id,
        AcceptedProblem.day,
        AcceptedProblem.code,
        AcceptedProblem.reason,
        AcceptedProblem.accepted_by,
        AcceptedProblem.accepted_at,
    ).where(AcceptedProblem.day.between(first, last))
    reasons = {
        (officer_id, day, code): Acceptance(reason if tells else "", by, at)
        for officer_id, day, code, reason, by, at in session.execute(asked)
    }
    return [_with_reason(each, reasons) for each in found]


def _with_reason(
    each: RosterProblem, reasons: Mapping[tuple[int, date, str], Acceptance]
) -> RosterProblem:
    reason = reasons.get((each.officer_id or 0, each.day, each.problem.code))
    return each if reason is None else replace(each, accepted=reason)

"""The roster of a span of days: officers, duties, sums, staffing, and every problem in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import MINUTES_OF_DAY, at, day_of, days_of_month
from openblock.features.accounts.rights import may
from openblock.features.roster.queries.absences import absence_days, reader
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.counters import counters
from openblock.features.roster.queries.crowds import crowds_between, staffing_of
from openblock.features.roster.queries.duties import RosterDuty, kept_free_between
from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.queries.joined import beside_between, marks_between
from openblock.features.roster.queries.lines import Line, lines_between
from openblock.features.roster.queries.months import Standing, months_between, standings
from openblock.features.roster.queries.problems import (
    RosterProblem,
    gap_problems,
    limit_problems,
    mark_problems,
    problems_within,
    with_reasons,
)
from openblock.features.roster.queries.rows import AbsenceDay, Difference, MonthState
from openblock.features.roster.queries.settings import Template, limits, minimums, templates
from openblock.features.roster.queries.staffing import StaffingLine
from openblock.features.roster.queries.versions import differences_of
from openblock.features.roster.rules import (
    Limits,
    PlainDay,
    Shift,
    minutes_within,
    night_minutes_within,
    norm_minutes,
)
from openblock.features.roster.rules.versions import Cell
from openblock.features.roster.tables import CallOut
from openblock.features.staff.queries import OfficerRow, officers
from openblock.storage.acts import ASKER, Actor

# A weekly rest is looked for from the last one on, so two weeks before the grid are read with it.
_DAY = timedelta(days=1)
_BEFORE = timedelta(days=16)
_AFTER = timedelta(days=2)
_REACHING = timedelta(days=2)
NO_COUNTERS = Counters()


@dataclass(frozen=True, slots=True)
class _Shown:
    """The shown days, both included, and what they are judged by."""

    first: date
    last: date
    limits: Limits


@dataclass(frozen=True, slots=True)
class RosterOfficer:
    """One row of the grid; minutes are those inside the shown days, split at their midnights.

    Call-outs are among the minutes, and absences are not in the norm.
    """

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
    lines = lines_between(session, first - _BEFORE, last + _AFTER)
    marks = marks_between(session, first, last)
    everyone = officers(session)
    people = people_shown(everyone, lines, {each.officer_id for each in marks}, first, last)
    counted = _own_matter(session, counters(session, people, days, in_force))
    crowds = crowds_between(session, first - _DAY, last + _DAY)
    staffing = staffing_of(crowds, minimums(session), days)
    found = [
        *problems_within(people, lines, first, last, in_force),
        *limit_problems(people, counted, last, in_force),
    ]
    standing = standings(session, tuple(months_between(first, last)))
    return Roster(
        first=first,
        last=last,
        days=days,
        officers=_rows(session, people, lines, counted, _Shown(first, last, in_force)),
        duties=_cells(lines, first, last),
        kept_free=kept_free_between(session, first, last),
        staffing=staffing,
        problems=(
            *with_reasons(session, found, first, last),
            *mark_problems(marks, everyone),
            *gap_problems(staffing),
        ),
        templates=templates(session),
        norm_minutes=norm_minutes(days, in_force),
        beside=beside_between(session, first, last),
        absences=absence_days(session, first, last),
        changed=_changed(session, standing, first, last),
        states=tuple(each.state for each in standing),
    )


def _own_matter(session: Session, counted: dict[int, Counters]) -> dict[int, Counters]:
    """The sums of the days shown for everybody; accounts of working time for the staff only."""
    asker: Actor | None = session.info.get(ASKER)
    if asker is None or may(asker.role, "roster.working_time"):
        return counted
    return {
        officer_id: Counters(each.absent_days, each.norm, each.overtime)
        for officer_id, each in counted.items()
    }


def people_shown(
    everyone: Iterable[OfficerRow],
    lines: Mapping[int, Line],
    marked: Collection[int],
    first: date,
    last: date,
) -> tuple[OfficerRow, ...]:
    """Who serves in the shown days, and whoever has a duty or a mark in them all the same."""

    def shown(row: OfficerRow) -> bool:
        serves = row.active_from <= last and (row.last_day is None or row.last_day >= first)
        if serves or row.officer_id in marked:
            return True
        line = lines.get(row.officer_id)
        return line is not None and any(minutes_within(each, first, last) for each in line.shifts)

    return tuple(row for row in everyone if shown(row))


def _rows(
    session: Session,
    people: Iterable[OfficerRow],
    lines: Mapping[int, Line],
    counted: Mapping[int, Counters],
    shown: _Shown,
) -> tuple[RosterOfficer, ...]:
    called = _called(session, shown.first, shown.last)
    return tuple(
        _row(
            officer,
            lines.get(officer.officer_id),
            called.get(officer.officer_id, ()),
            counted[officer.officer_id],
            shown,
        )
        for officer in people
    )


@lru_cache(maxsize=4096)
def _row(
    officer: OfficerRow,
    line: Line | None,
    called: tuple[Shift, ...],
    counted: Counters,
    shown: _Shown,
) -> RosterOfficer:
    first, last = shown.first, shown.last
    shifts = () if line is None else line.shifts
    # No shift is longer than 25 hours: one begun three days before ends outside the shown days.
    near = [*(each for each in shifts if first - _REACHING <= each.day <= last), *called]
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
        night_minutes=sum(night_minutes_within(each, first, last, shown.limits) for each in near),
        norm_minutes=counted.norm,
        counters=counted,
    )


def _called(session: Session, first: date, last: date) -> dict[int, tuple[Shift, ...]]:
    """The call-outs of the shown days: worked like duties, though no roster plans them."""
    asked = select(CallOut.officer_id, CallOut.starts_at, CallOut.ends_at).where(
        CallOut.ends_at > at(first), CallOut.starts_at < at(last, MINUTES_OF_DAY)
    )
    found: dict[int, tuple[Shift, ...]] = {}
    for officer_id, start, end in session.execute(asked.order_by(CallOut.starts_at)):
        shift = Shift(start, end, day_of(start))
        found[officer_id] = (*found.get(officer_id, ()), shift)
    return found


def _cells(lines: Mapping[int, Line], first: date, last: date) -> dict[Cell, RosterDuty]:
    return {
        (officer_id, each.day): each
        for officer_id, line in lines.items()
        for each in line.duties
        if first <= each.day <= last
    }


def _changed(
    session: Session, standing: Iterable[Standing], first: date, last: date
) -> dict[Cell, Difference]:
    moved = {
        cell: each
        for month in standing
        for cell, each in month.moved.items()
        if first <= cell[1] <= last
    }
    return differences_of(session, moved, reader(session)) if moved else {}

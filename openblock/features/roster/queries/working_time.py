"""One officer's working time: every figure of a month and its period, down to its shifts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from openblock.clock import at, day_of, days_of_month, minutes_between
from openblock.errors import KnownError, Problem
from openblock.features.roster.queries.absences import reader
from openblock.features.roster.queries.duties import RosterDuty, duties_between
from openblock.features.roster.queries.figures import RestLine, WorkedDuty, WorkingTime
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.worked import (
    Worked,
    service_of,
    spans_read,
    worked_between,
)
from openblock.features.roster.rules import (
    Limits,
    Shift,
    minutes_within,
    needed_rest,
    night_minutes_within,
    rest_problems,
    weekly_rest_problems,
)
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.working_time import (
    Span,
    Spell,
    Stretch,
    absent_dates,
    average,
    hours_by_date,
    limit_problems,
    longest_free,
    period_so_far,
)
from openblock.features.staff.queries import OfficerRow, officer_card

_DAY = timedelta(days=1)
# A weekly rest is looked for from the last one on: as far back as the grid looks.
_BEFORE = timedelta(days=16)


def working_time(session: Session, officer_id: int, month: date) -> WorkingTime:
    """The officer's month of a day, and the reference period through that month.

    A closed month's sums are those it was closed with; its duties are shown as they are kept.
    Why somebody was away is told to whoever may know it. KnownError ``officer-unknown``.
    """
    month = month.replace(day=1)
    officer = officer_card(session, officer_id)
    if officer is None:
        raise KnownError("officer-unknown")
    in_force = limits(session)
    months = period_so_far(month, in_force)
    last = days_of_month(month.year, month.month)[-1]
    first, after = months[0] - _BEFORE, last + _BEFORE
    worked = worked_between(session, first, after, in_force, (officer_id,))
    called = spans_read(worked.called.get(officer_id, ""))
    duties = duties_between(session, first, after, (officer_id,))
    return _account(_Asked(session, officer, months, last, worked, _entries(duties, called)))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A duty or a call-out."""

    shift: Shift
    code: str
    is_call_out: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one account is made of."""

    session: Session
    officer: OfficerRow
    months: tuple[date, ...]
    last: date
    worked: Worked
    entries: tuple[_Entry, ...]

    @property
    def first(self) -> date:
        return self.months[0]

    @property
    def month(self) -> date:
        return self.months[-1]

    @property
    def shifts(self) -> tuple[Shift, ...]:
        return tuple(each.shift for each in self.entries)


def _account(asked: _Asked) -> WorkingTime:
    in_force = asked.worked.limits
    sums = [asked.worked.month_sum(asked.officer, each) for each in asked.months]
    minutes = sum(each.worked + each.corrected for each in sums)
    counted = sum(asked.worked.of_month(asked.officer, each).counted_days for each in asked.months)
    overtime = sum(each.overtime for each in sums)
    return WorkingTime(
        officer_id=asked.officer.officer_id,
        name=asked.officer.name,
        month=asked.month,
        duties=_duties(asked),
        absences=_absences(asked),
        months=tuple(sums),
        rests=_rests(asked.shifts, asked.month, asked.last, in_force),
        longest_frees=_longest_frees(asked.shifts, asked.month, asked.last, in_force),
        period_first=asked.first,
        period_last=asked.last,
        counted_days=counted,
        average=average(minutes, counted),
        average_limit=in_force.average_week,
        overtime=overtime,
        overtime_limit=in_force.overtime_limit,
        problems=(
            *_rest_problems(asked, in_force),
            *limit_problems(minutes, counted, overtime, in_force),
        ),
    )


def _entries(duties: Iterable[RosterDuty], called: Iterable[Span]) -> tuple[_Entry, ...]:
    """Duties and call-outs in order of start: rest is judged between both."""
    entries = [_Entry(each.shift, each.code, is_call_out=False) for each in duties]
    entries += [
        _Entry(Shift(start, end, day_of(start)), "", is_call_out=True) for start, end in called
    ]
    return tuple(sorted(entries, key=lambda each: each.shift))


def _duties(asked: _Asked) -> tuple[WorkedDuty, ...]:
    """What was worked in the period, with the minutes inside it."""
    found = []
    for each in asked.entries:
        minutes = minutes_within(each.shift, asked.first, asked.last)
        night = night_minutes_within(each.shift, asked.first, asked.last, asked.worked.limits)
        if minutes:
            found.append(
                WorkedDuty(
                    each.shift.day,
                    each.code,
                    each.shift.start,
                    each.shift.end,
                    minutes,
                    night,
                    each.is_call_out,
                )
            )
    return tuple(found)


def _absences(asked: _Asked) -> tuple[tuple[date, date, AbsenceKind | None, int], ...]:
    """The absences of the period, each with the working days it took off the norm."""
    number, who = asked.officer.officer_id, reader(asked.session)
    spells = [
        each
        for each in asked.worked.spells.get(number, ())
        if each.last_day >= asked.first and each.first_day <= asked.last
    ]
    hours = hours_by_date(((each.start, each.end) for each in asked.shifts), asked.worked.limits)
    stretches = [asked.worked.months[each] for each in asked.months]
    taken: set[date] = set()
    found = []
    for spell in spells:
        days = _working_days(spell, hours, stretches, asked.officer) - taken
        taken |= days
        kind = who.kind_of(number, spell.kind)
        found.append((spell.first_day, spell.last_day, kind, len(days)))
    return tuple(found)


def _working_days(
    spell: Spell, hours: dict[date, int], stretches: Sequence[Stretch], officer: OfficerRow
) -> set[date]:
    service = service_of(officer)
    return {
        day
        for stretch in stretches
        for day in absent_dates((spell,), hours, stretch, service)
        if day in stretch.working
    }


def _rests(
    shifts: Sequence[Shift], first: date, last: date, in_force: Limits
) -> tuple[RestLine, ...]:
    """RO-04: the rest before each duty of the month, and what the one before it asked for."""
    return tuple(
        RestLine(
            later.day,
            minutes_between(earlier.end, later.start),
            needed_rest(earlier.minutes, in_force),
        )
        for earlier, later in pairwise(shifts)
        if first <= later.day <= last
    )


def _longest_frees(
    shifts: Sequence[Shift], first: date, last: date, in_force: Limits
) -> tuple[tuple[datetime, datetime], ...]:
    """RO-05: the longest free time in each seven days, counted from the first of the month."""
    spans = [(each.start, each.end) for each in shifts]
    window = _DAY * in_force.weekly_window_days
    found = []
    while first <= last:
        found.append(longest_free(spans, at(first), at(first + window)))
        first += window
    return tuple(found)


def _rest_problems(asked: _Asked, in_force: Limits) -> tuple[Problem, ...]:
    found = (
        *rest_problems(asked.shifts, in_force),
        *weekly_rest_problems(asked.shifts, in_force),
    )
    return tuple(
        problem
        for day, problem in sorted(found, key=lambda each: each[0])
        if asked.month <= day <= asked.last
    )

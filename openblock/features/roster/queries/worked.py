"""What working time is counted from, read once for everybody: duties, call-outs, absences."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session

from openblock.clock import at, days_of_month
from openblock.features.roster.queries.absences import touching
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.closed import closed_sheets
from openblock.features.roster.queries.figures import MonthSum
from openblock.features.roster.queries.lines import instant
from openblock.features.roster.rules import Limits
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.working_time import (
    Service,
    Span,
    Spell,
    Stretch,
    Sum,
    stretch_of,
    sum_of,
)
from openblock.features.roster.tables import Absence, Addendum, CallOut, Duty
from openblock.features.staff.queries import OfficerRow
from openblock.features.staff.tables import Officer

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
# No duty is longer than 25 hours: what reaches into a month began two days before it at most.
_REACHING = timedelta(days=2)
NOTHING = Sum()


@dataclass(frozen=True, slots=True)
class Worked:
    """Everything that is counted of some days, by officer; closed months as they were closed.

    ``spans`` and ``called`` are an officer's duties and call-outs as the file keeps them, read
    by ``spans_read`` where they are needed.
    """

    limits: Limits
    months: Mapping[date, Stretch]
    spans: Mapping[int, str]
    called: Mapping[int, str]
    spells: Mapping[int, tuple[Spell, ...]]
    frozen: Mapping[date, Mapping[int, Sum]]
    corrected: Mapping[tuple[int, date], int]

    def over(self, officer: OfficerRow, stretch: Stretch) -> Sum:
        """The officer's sums over any days that were read, as they stand now."""
        number = officer.officer_id
        return _counted(
            stretch,
            self.spans.get(number, ""),
            self.called.get(number, ""),
            self.spells.get(number, ()),
            service_of(officer),
            self.limits,
        )

    def of_month(self, officer: OfficerRow, month: date) -> Sum:
        """The officer's sums of a month: as it was closed, or as it stands now."""
        closed = self.frozen.get(month)
        if closed is not None:
            return closed.get(officer.officer_id, NOTHING)
        return self.over(officer, self.months[month])

    def month_sum(self, officer: OfficerRow, month: date) -> MonthSum:
        """The same with what was corrected after the closing."""
        found = self.of_month(officer, month)
        return MonthSum(
            month=month,
            worked=found.worked,
            night=found.night,
            full_norm=found.full_norm,
            norm=found.norm,
            absent_days=found.absent_days,
            absent_working_days=found.absent_working_days,
            corrected=self.corrected.get((officer.officer_id, month), 0),
        )


def service_of(officer: OfficerRow) -> Service:
    """The days the officer serves, as the rules see them."""
    return Service(officer.active_from, officer.last_day)


def worked_between(
    session: Session,
    first: date,
    last: date,
    in_force: Limits,
    officer_ids: Collection[int] | None = None,
) -> Worked:
    """What is counted of every month from that of ``first`` to that of ``last``; of some or all.

    ``in_force`` are the limits, which whoever asks has read to know the period.
    """
    months = _stretches(session, first, last)
    begins, ends = min(months), max(each.last for each in months.values())
    return Worked(
        limits=in_force,
        months=months,
        spans=_texts(session, Duty, _on_duty(begins, ends), officer_ids),
        called=_texts(session, CallOut, _called_out(begins, ends), officer_ids),
        spells=_spells(session, begins, ends, officer_ids),
        frozen={
            month: sheet.sums() for month, sheet in closed_sheets(session, months.keys()).items()
        },
        corrected=_corrected(session, months.keys(), officer_ids),
    )


# The file keeps an instant as text of fixed width; made into values they are only where needed.
@lru_cache(maxsize=4096)
def spans_read(text: str) -> tuple[Span, ...]:
    """Duties or call-outs as they were read, in order of start."""
    return tuple(
        sorted((instant(each[:26]), instant(each[26:])) for each in text.split(",") if each)
    )


# The grid asks after every keystroke, and a keystroke changes one officer's duties.
@lru_cache(maxsize=8192)
def _counted(
    stretch: Stretch,
    duties: str,
    called: str,
    spells: tuple[Spell, ...],
    service: Service,
    in_force: Limits,
) -> Sum:
    since, until = at(stretch.first), at(stretch.last + _DAY)
    spans = [
        (start, end)
        for start, end in (*spans_read(duties), *spans_read(called))
        if start < until and end > since
    ]
    return sum_of(stretch, spans, spells, service, in_force)


def _stretches(session: Session, first: date, last: date) -> dict[date, Stretch]:
    begins, ends = first.replace(day=1), days_of_month(last.year, last.month)[-1]
    months: dict[date, list[int]] = {}
    days = calendar_days(session, begins, ends)
    for number, each in enumerate(days):
        months.setdefault(each.day.replace(day=1), []).append(number)
    return {
        month: stretch_of(days[numbers[0] : numbers[-1] + 1]) for month, numbers in months.items()
    }


def _texts(
    session: Session,
    table: type[Duty | CallOut],
    during: ColumnElement[bool],
    officer_ids: Collection[int] | None,
) -> dict[int, str]:
    """Everybody's duties or call-outs, officer by officer along the index that has them so."""
    spans = cast(table.starts_at, String).concat(cast(table.ends_at, String))
    gathered = select(func.group_concat(spans)).where(table.officer_id == Officer.id, during)
    asked = select(Officer.id, gathered.scalar_subquery())
    if officer_ids is not None:
        asked = asked.where(Officer.id.in_(officer_ids))
    return {number: text for number, text in session.execute(asked) if text}


def _on_duty(first: date, last: date) -> ColumnElement[bool]:
    return Duty.starts_at.between(at(first - _REACHING), at(last + _DAY) - _MINUTE)


def _called_out(first: date, last: date) -> ColumnElement[bool]:
    # Both ends bound what is read: ten years of call-outs are not looked through for one month.
    ended = CallOut.ends_at.between(at(first) + _MINUTE, at(last + _REACHING + _DAY))
    return ended & (CallOut.starts_at < at(last + _DAY))


def _spells(
    session: Session, first: date, last: date, officer_ids: Collection[int] | None
) -> dict[int, tuple[Spell, ...]]:
    asked = select(Absence.officer_id, Absence.first_day, Absence.last_day, Absence.kind).where(
        touching(first, last)
    )
    if officer_ids is not None:
        asked = asked.where(Absence.officer_id.in_(officer_ids))
    found: dict[int, tuple[Spell, ...]] = {}
    for number, begins, ends, kind in session.execute(asked.order_by(Absence.starts_at)):
        spell = Spell(begins, ends, AbsenceKind(kind))
        found[number] = (*found.get(number, ()), spell)
    return found


def _corrected(
    session: Session, months: Collection[date], officer_ids: Collection[int] | None
) -> dict[tuple[int, date], int]:
    asked = select(Addendum.officer_id, Addendum.month, func.sum(Addendum.minutes)).where(
        Addendum.month.in_(sorted(months))
    )
    if officer_ids is not None:
        asked = asked.where(Addendum.officer_id.in_(officer_ids))
    rows = session.execute(asked.group_by(Addendum.officer_id, Addendum.month))
    return {(number, month): minutes for number, month, minutes in rows}

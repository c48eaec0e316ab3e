"""The time-sheet of a month: three rows an officer, as the month was closed or as it stands now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import at, day_of, days_of_month
from openblock.features.roster.queries.closed import closed_sheets, lines_read, lines_stored
from openblock.features.roster.queries.figures import SheetLine, TimeSheet
from openblock.features.roster.queries.months import month_state
from openblock.features.roster.queries.rows import AddendumRow
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.worked import (
    Worked,
    service_of,
    spans_read,
    worked_between,
)
from openblock.features.roster.rules.absence import AbsenceKind
from openblock.features.roster.rules.working_time import (
    Span,
    absent_dates,
    hours_by_date,
    nights_by_date,
    period_of,
)
from openblock.features.roster.tables import Addendum
from openblock.features.staff.queries import OfficerRow, officers
from openblock.features.staff.tables import Officer

__all__ = ["lines_read", "lines_stored", "time_sheet"]


def time_sheet(session: Session, month: date) -> TimeSheet:
    """The time-sheet of the month of a day, everybody in the order of the block.

    A closed month is as it was closed, whatever was set or planned since; what was corrected
    stands in its addenda, and in the four-month block of the months after it.
    """
    month = month.replace(day=1)
    state, corrections = month_state(session, month), _addenda(session, month)
    closed = closed_sheets(session, (month,)).get(month)
    if closed is not None:
        return TimeSheet(
            state,
            closed.block_months,
            closed.norm,
            closed.working_days,
            closed.lines,
            corrections,
        )
    in_force = limits(session)
    block = period_of(month, in_force)
    worked = worked_between(session, block[0], month, in_force)
    working = worked.months[month].working
    found = (_Line(each, month, block, worked) for each in officers(session))
    return TimeSheet(
        state=state,
        block_months=block,
        norm=len(working) * worked.limits.working_day,
        working_days=len(working),
        lines=tuple(line.line() for line in found if line.belongs),
        addenda=corrections,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One officer's line of a month that is not closed."""

    officer: OfficerRow
    month: date
    block: tuple[date, ...]
    worked: Worked

    @property
    def duties(self) -> tuple[Span, ...]:
        return spans_read(self.worked.spans.get(self.officer.officer_id, ""))

    @property
    def called(self) -> tuple[Span, ...]:
        return spans_read(self.worked.called.get(self.officer.officer_id, ""))

    @property
    def belongs(self) -> bool:
        """Whoever serves in the month, and whoever has worked in it all the same."""
        found = self.worked.of_month(self.officer, self.month)
        return bool(found.served_days or found.worked)

    def line(self) -> SheetLine:
        number = self.officer.officer_id
        days = days_of_month(self.month.year, self.month.month)
        found = self.worked.of_month(self.officer, self.month)
        block = self._block()
        spans = (*self.duties, *self.called)
        hours = hours_by_date(spans, self.worked.limits)
        nights = nights_by_date(spans, self.worked.limits)
        kinds = absent_dates(
            self.worked.spells.get(number, ()),
            hours,
            self.worked.months[self.month],
            service_of(self.officer),
        )
        return SheetLine(
            officer_id=number,
            badge=self.officer.badge,
            name=self.officer.name,
            position=self.officer.position,
            team=self.officer.team,
            hours=tuple(hours.get(day, 0) for day in days),
            nights=tuple(nights.get(day, 0) for day in days),
            call_outs=tuple(self._called_on(day) for day in days),
            kinds=tuple(_kind(kinds, day) for day in days),
            norm=found.norm,
            worked=found.worked,
            night=found.night,
            overtime=found.overtime,
            block=block,
            block_sum=sum(each for each in block if each is not None),
            worked_days=found.worked_days,
            days_of=dict(Counter(kind.value for kind in kinds.values())),
            full_norm=found.full_norm,
            served_days=found.served_days,
        )

    def _called_on(self, day: date) -> tuple[Span, ...]:
        """Row 3: on the date a call-out began, or the first of this month's that it reached."""
        return tuple(
            (start, end)
            for start, end in self.called
            if end > at(self.month) and max(day_of(start), self.month) == day
        )

    def _block(self) -> tuple[int | None, ...]:
        """The overtime of each month of the block, corrected; nothing after this month."""
        return tuple(
            self.worked.month_sum(self.officer, each).overtime if each <= self.month else None
            for each in self.block
        )


def _kind(kinds: Mapping[date, AbsenceKind], day: date) -> str:
    return kinds[day].value if day in kinds else ""


def _addenda(session: Session, month: date) -> tuple[AddendumRow, ...]:
    """What was corrected in the month, in the order it was entered."""
    asked = (
        select(
            Addendum.officer_id,
            Officer.surname,
            Officer.given_name,
            Addendum.day,
            Addendum.minutes,
            Addendum.night_minutes,
            Addendum.reason,
            Addendum.entered_by,
            Addendum.entered_at,
        )
        .join(Officer, Officer.id == Addendum.officer_id)
        .where(Addendum.month == month)
        .order_by(Addendum.id)
    )
    return tuple(
        AddendumRow(
            row.officer_id,
            f"{row.surname} {row.given_name}",
            row.day,
            row.minutes,
            row.night_minutes,
            row.reason,
            row.entered_by,
            row.entered_at,
        )
        for row in session.execute(asked)
    )

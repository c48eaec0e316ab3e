"""The figures beside every officer's name: the shown days' and the reference period's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from openblock.features.roster.queries.figures import Counters
from openblock.features.roster.queries.worked import Worked, worked_between
from openblock.features.roster.rules import Limits, PlainDay
from openblock.features.roster.rules.working_time import (
    Stretch,
    average,
    is_average_over,
    is_overtime_over,
    period_so_far,
    stretch_of,
)
from openblock.features.staff.queries import OfficerRow


def counters(
    session: Session, people: Iterable[OfficerRow], days: Sequence[PlainDay], in_force: Limits
) -> dict[int, Counters]:
    """The figures of ``people`` for the ``days`` shown, in order; one read for all of them.

    The period's run from its first month through the whole month of the last day. A month shown
    whole has the figures it was closed with and its corrections; other days as they stand now.
    """
    first, last = days[0].day, days[-1].day
    months = period_so_far(last.replace(day=1), in_force)
    worked = worked_between(session, min(first, months[0]), last, in_force)
    shown = stretch_of(tuple(days))
    return {each.officer_id: _counters(worked, each, months, shown) for each in people}


def _counters(
    worked: Worked, officer: OfficerRow, months: tuple[date, ...], shown: Stretch
) -> Counters:
    period = [worked.of_month(officer, month) for month in months]
    corrections = [worked.corrected.get((officer.officer_id, month), 0) for month in months]
    if shown == worked.months[months[-1]]:
        here, corrected = period[-1], corrections[-1]
    else:
        here, corrected = worked.over(officer, shown), 0
    minutes = sum(each.worked for each in period) + sum(corrections)
    counted = sum(each.counted_days for each in period)
    overtime = minutes - sum(each.norm for each in period)
    return Counters(
        absent_days=here.absent_days,
        norm=here.norm,
        overtime=here.overtime + corrected,
        period_overtime=overtime,
        average=average(minutes, counted),
        overtime_over=is_overtime_over(overtime, worked.limits),
        average_over=is_average_over(minutes, counted, worked.limits),
    )

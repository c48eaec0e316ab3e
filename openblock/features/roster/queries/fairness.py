"""Everybody's part of the nights, the weekends and the holidays of a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy.orm import Session

from openblock.clock import day_of
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.figures import Fairness, FairShare
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.worked import Worked, spans_read, worked_between
from openblock.features.roster.rules import PlainDay
from openblock.features.roster.rules.fairness import Burden, burden_of
from openblock.features.roster.rules.working_time import Stretch, stretch_of
from openblock.features.staff.queries import OfficerRow, officers

# A duty that begins on the last day ends on the next one, or on the one after at the latest.
_REACHING = timedelta(days=2)


def fairness(session: Session, first: date, last: date) -> Fairness:
    """Everybody's part of the days from ``first`` to ``last``, in the order of the block.

    A duty or call-out that begins in the period is counted once, with all of its hours; minutes
    are those inside the period. ``served_days`` are days of service without those of absence:
    who was away half of the time can have had only half of the nights.
    """
    worked = worked_between(session, first, last, limits(session))
    calendar = {each.day: each for each in calendar_days(session, first, last + _REACHING)}
    period = stretch_of(tuple(day for day in calendar.values() if day.day <= last))
    found = (_share(worked, each, period, calendar) for each in officers(session))
    return Fairness(first, last, tuple(each for each in found if each.served_days or each.minutes))


def _share(
    worked: Worked, officer: OfficerRow, period: Stretch, calendar: Mapping[date, PlainDay]
) -> FairShare:
    number = officer.officer_id
    spans = (
        *spans_read(worked.spans.get(number, "")),
        *spans_read(worked.called.get(number, "")),
    )
    burdens: list[Burden] = [
        burden_of(span, calendar, worked.limits)
        for span in spans
        if period.first <= day_of(span[0]) <= period.last
    ]
    sums = worked.over(officer, period)
    return FairShare(
        officer_id=number,
        name=officer.name,
        team=officer.team,
        duties=len(burdens),
        nights=sum(each.night for each in burdens),
        weekends=sum(each.weekend for each in burdens),
        holidays=sum(each.holiday for each in burdens),
        minutes=sums.worked,
        served_days=sums.counted_days,
    )

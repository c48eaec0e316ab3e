"""Everything the rules look at of officers who could take a duty over, read once for all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.clock import at, day_of
from openblock.features.roster.queries.absences import absences_between
from openblock.features.roster.queries.duties import RosterDuty, duties_between
from openblock.features.roster.queries.months import first_of
from openblock.features.roster.queries.posts import folded, posts
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.worked import Worked, worked_between
from openblock.features.roster.rules import (
    Candidate,
    Limits,
    Load,
    Shift,
    minutes_within,
    night_minutes,
)
from openblock.features.roster.rules.working_time import period_so_far
from openblock.features.roster.tables import CallOut
from openblock.features.staff.queries import OfficerRow

# As the grid: a weekly rest is looked for from the last one on, and reaches a week ahead.
_BEFORE = timedelta(days=16)
_AFTER = timedelta(days=9)
_DAY = timedelta(days=1)

Spans = tuple[tuple[datetime, datetime], ...]


@dataclass(slots=True)
class Field:
    """The officers with their duties, call-outs, absences and sums around some days."""

    limits: Limits
    people: dict[int, OfficerRow]
    duties: dict[int, list[RosterDuty]]
    called: dict[int, list[Shift]]
    away: dict[int, Spans]
    worked: Worked
    #: Who holds each post that asks for a qualification, by its folded name.
    holders: dict[str, frozenset[int]]
    _loads: dict[tuple[int, date], Load] = field(default_factory=dict)
    _nights: dict[tuple[int, date], int] = field(default_factory=dict)

    def candidate(self, officer_id: int, duty: Shift, *, without: date | None = None) -> Candidate:
        """The officer as the rules see who could have ``duty``, rid of the duty of a day given."""
        row = self.people[officer_id]
        own = [each for each in self.duties.get(officer_id, ()) if each.day != without]
        shifts = sorted([*(each.shift for each in own), *self.called.get(officer_id, ())])
        month = first_of(duty.day)
        return Candidate(
            officer_id=officer_id,
            name=row.name,
            team=row.team,
            shifts=tuple(shifts),
            duty_days=frozenset(each.day for each in own),
            away=self.away.get(officer_id, ()),
            serves=row.serves_on(duty.day),
            first_day=row.active_from,
            last_day=row.last_day,
            holds_post=self._holds(row, duty.post),
            nights=self._nights_in(officer_id, month),
            load=self._relieved(row, month, without),
        )

    def _holds(self, row: OfficerRow, post: str) -> bool | None:
        """Whether the officer may stand on the post; None where it asks for nothing."""
        holders = self.holders.get(folded(post))
        if holders is None:
            return None
        return folded(row.post) == folded(post) or row.officer_id in holders

    def _load(self, row: OfficerRow, month: date) -> Load:
        """RO-06, RO-07: the sums of the reference period through the month of the duty."""
        key = (row.officer_id, month)
        if key not in self._loads:
            months = period_so_far(month, self.limits)
            sums = [self.worked.of_month(row, each) for each in months]
            worked = sum(each.worked for each in sums)
            worked += sum(self.worked.corrected.get((row.officer_id, each), 0) for each in months)
            self._loads[key] = Load(
                worked=worked,
                overtime=worked - sum(each.norm for each in sums),
                counted_days=sum(each.counted_days for each in sums),
                month_end=self.worked.months[month].last,
            )
        return self._loads[key]

    def _relieved(self, row: OfficerRow, month: date, without: date | None) -> Load:
        """The load without the hours of the duty that is given away."""
        load = self._load(row, month)
        gone = [each for each in self.duties.get(row.officer_id, ()) if each.day == without]
        if not gone:
            return load
        first = period_so_far(month, self.limits)[0]
        less = minutes_within(gone[0].shift, first, load.month_end)
        return replace(load, worked=load.worked - less, overtime=load.overtime - less)

    def _nights_in(self, officer_id: int, month: date) -> int:
        key = (officer_id, month)
        if key not in self._nights:
            self._nights[key] = sum(
                1
                for each in self.duties.get(officer_id, ())
                if first_of(each.day) == month and night_minutes(each.shift, self.limits)
            )
        return self._nights[key]


def field_of(session: Session, people: Iterable[OfficerRow], first: date, last: date) -> Field:
    """What is known of ``people`` around the days from ``first`` to ``last``, both included."""
    rows = {each.officer_id: each for each in people}
    # One or two are asked for by number; of a whole block everything is read.
    ids = set(rows) if len(rows) < 3 else None
    in_force = limits(session)
    begins, ends = first_of(first), first_of(last)
    since = min(begins, first - _BEFORE)
    until = max(_month_end(ends), last + _AFTER)
    duties: dict[int, list[RosterDuty]] = {}
    for each in duties_between(session, since, until, ids):
        duties.setdefault(each.officer_id, []).append(each)
    away: dict[int, Spans] = {}
    for absence in absences_between(session, since, until, ids):
        key = absence.content.officer_id
        away[key] = (*away.get(key, ()), (absence.starts_at, absence.ends_at))
    period = period_so_far(begins, in_force)[0]
    return Field(
        limits=in_force,
        people=rows,
        duties=duties,
        called=_called(session, since, until, ids),
        away=away,
        worked=worked_between(session, period, last, in_force, ids),
        holders={folded(each.name): frozenset(each.holders) for each in posts(session)},
    )


def _month_end(month: date) -> date:
    return first_of(month + timedelta(days=31)) - _DAY


def _called(
    session: Session, first: date, last: date, officer_ids: Collection[int] | None
) -> dict[int, list[Shift]]:
    asked = select(CallOut.officer_id, CallOut.starts_at, CallOut.ends_at).where(
        CallOut.ends_at > at(first), CallOut.starts_at < at(last + _DAY)
    )
    if officer_ids is not None:
        asked = asked.where(CallOut.officer_id.in_(officer_ids))
    found: dict[int, list[Shift]] = {}
    for officer_id, starts_at, ends_at in session.execute(asked):
        found.setdefault(officer_id, []).append(Shift(starts_at, ends_at, day_of(starts_at)))
    return found

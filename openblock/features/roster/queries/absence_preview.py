"""What an absence would do before it is entered: duties lost, hours short, and why it may not be.

The command meets the very same problems; it asks the rules and the diary as this does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from openblock.errors import Problem
from openblock.features.diary.queries import clashes
from openblock.features.diary.rules import Commitment, CommitmentKind, clash_problems, officer
from openblock.features.roster.queries.calendar import calendar_days
from openblock.features.roster.queries.crowds import crowds_between, staffing_of, without
from openblock.features.roster.queries.duties import RosterDuty, duties_between
from openblock.features.roster.queries.joined import DutiesChange, beside_between, refusals_of
from openblock.features.roster.queries.months import first_of, months_between, standings
from openblock.features.roster.queries.problems import gap_problems
from openblock.features.roster.queries.rows import AbsencePreview, DutyLost
from openblock.features.roster.queries.settings import limits, minimums
from openblock.features.roster.rules import Shift
from openblock.features.roster.rules.absence import (
    AbsenceContent,
    absence_problems,
    absence_span,
    effect_on,
)
from openblock.features.roster.rules.versions import MonthStanding
from openblock.features.roster.rules.working_time import (
    Service,
    Spell,
    absent_dates,
    hours_by_date,
    stretch_of,
)
from openblock.features.staff.queries import OfficerRow, officer_card

_DAY = timedelta(days=1)
_REACHING = timedelta(days=2)

#: A duty, and what an absence leaves of it.
_Hit = tuple[RosterDuty, Shift | None]


def absence_preview(
    session: Session, content: AbsenceContent, absence_id: int | None = None
) -> AbsencePreview:
    """What the absence would take away, what is short then, and every reason against it.

    ``working_days`` are those it takes off the norm: on days with hours left nobody is absent.
    """
    unfit = absence_problems(content)
    who = officer_card(session, content.officer_id)
    if unfit or who is None:
        return AbsencePreview((), (), unfit, 0)
    first, last = content.first_day, content.last_day
    own = duties_between(session, first - _REACHING, last, {content.officer_id})
    start, end = absence_span(content)
    in_force = limits(session)
    kept = [(duty, effect_on(duty.shift, start, end, in_force)) for duty in own]
    hit = [(duty, left) for duty, left in kept if left != duty.shift]
    spans = [(left.start, left.end) for _duty, left in kept if left is not None]
    stretch = stretch_of(calendar_days(session, first, last))
    absent = absent_dates(
        (Spell(first, last, content.kind),),
        hours_by_date(spans, in_force),
        stretch,
        Service(who.active_from, who.last_day),
    )
    return AbsencePreview(
        lost=_lost(session, content, hit),
        gaps=_gaps(session, hit),
        problems=_problems(session, who, content, absence_id, hit),
        working_days=len(stretch.working.intersection(absent)),
    )


def _lost(session: Session, content: AbsenceContent, hit: Sequence[_Hit]) -> tuple[DutyLost, ...]:
    if not hit:
        return ()
    beside = beside_between(session, hit[0][0].day, hit[-1][0].day)
    return tuple(
        DutyLost(
            officer_id=content.officer_id,
            day=duty.day,
            code=duty.code,
            post=duty.post,
            starts_at=duty.starts_at if left is None else left.end,
            ended_at=duty.ends_at,
            ends_at=None if left is None else left.end,
            beside=beside.get((content.officer_id, duty.day), ()),
        )
        for duty, left in hit
    )


def _gaps(session: Session, hit: Sequence[_Hit]) -> tuple[Problem, ...]:
    """The hours that are short of officers afterwards and were not so before."""
    if not hit:
        return ()
    near = sorted({duty.day + step * _DAY for duty, _left in hit for step in (-1, 0, 1)})
    days = [day for day in calendar_days(session, near[0], near[-1]) if day.day in set(near)]
    rows = minimums(session)
    before = crowds_between(session, near[0] - _DAY, near[-1] + _DAY)
    after = without(
        before,
        [duty.shift for duty, _left in hit],
        [left for _duty, left in hit if left is not None],
    )
    known = [each.problem for each in gap_problems(staffing_of(before, rows, days))]
    found = [each.problem for each in gap_problems(staffing_of(after, rows, days))]
    return tuple(each for each in found if each not in known)


def _problems(
    session: Session,
    who: OfficerRow,
    content: AbsenceContent,
    absence_id: int | None,
    hit: Iterable[_Hit],
) -> tuple[Problem, ...]:
    """Why the absence may not be entered so, as the command will say it."""
    wanted = Commitment(
        *absence_span(content), CommitmentKind.ABSENCE, absence_id or 0, officer(who.officer_id)
    )
    stands = clashes(session, [wanted], but=(CommitmentKind.DUTY.value,))
    return (
        *_not_serving(who, (content.first_day, content.last_day)),
        *clash_problems(stands, lambda _person: who.name, "first_day"),
        *_closed(session, content),
        *_held_back(session, who, hit),
    )


def _not_serving(who: OfficerRow, days: Sequence[date]) -> tuple[Problem, ...]:
    facts = {"name": who.name, "first_day": who.active_from, "last_day": who.last_day}
    fields = ("first_day", "last_day")
    found = [
        Problem("officer-not-active", facts={**facts, "day": day}, field=field)
        for day, field in zip(days, fields, strict=True)
        if not who.serves_on(day)
    ]
    return tuple(found[:1])


def _closed(session: Session, content: AbsenceContent) -> tuple[Problem, ...]:
    months = tuple(months_between(first_of(content.first_day), content.last_day))
    return tuple(
        Problem("month-closed", facts={"month": each.state.month}, field="first_day")
        for each in standings(session, months)
        if each.state.standing is MonthStanding.CLOSED
    )


def _held_back(session: Session, who: OfficerRow, hit: Iterable[_Hit]) -> tuple[Problem, ...]:
    pairs = list(hit)
    before = tuple(duty.shift for duty, _left in pairs)
    after = tuple(left for _duty, left in pairs if left is not None)
    if not before:
        return ()
    return refusals_of(session, (DutiesChange(who.officer_id, who.name, before, after),))

"""One officer's own month: what stands on each day, which days changed, and the sums."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from openblock.clock import days_of_month
from openblock.errors import KnownError
from openblock.features.roster.queries.absences import reader
from openblock.features.roster.queries.contents import cell_contents
from openblock.features.roster.queries.figures import OwnShifts
from openblock.features.roster.queries.months import standings
from openblock.features.roster.queries.settings import limits
from openblock.features.roster.queries.worked import worked_between
from openblock.features.roster.rules.working_time import period_so_far
from openblock.features.staff.queries import officer_card


def own_shifts(session: Session, officer_id: int, month: date) -> OwnShifts:
    """The officer's month of a day; each of its days with whether it differs from what is posted.

    Why somebody is away is told to whoever may know it. KnownError ``officer-unknown``.
    """
    month = month.replace(day=1)
    officer = officer_card(session, officer_id)
    if officer is None:
        raise KnownError("officer-unknown")
    cells = [(officer_id, day) for day in days_of_month(month.year, month.month)]
    contents, who = cell_contents(session, cells), reader(session)
    (standing,) = standings(session, (month,))
    in_force = limits(session)
    months = period_so_far(month, in_force)
    worked = worked_between(session, months[0], month, in_force, (officer_id,))
    sums = [worked.month_sum(officer, each) for each in months]
    return OwnShifts(
        officer_id=officer_id,
        badge=officer.badge,
        name=officer.name,
        month=month,
        state=standing.state,
        days=tuple(
            (cell[1], who.content_of(officer_id, contents[cell]), cell in standing.moved)
            for cell in cells
        ),
        sum=sums[-1],
        period_overtime=sum(each.overtime for each in sums),
    )

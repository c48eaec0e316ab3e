"""Whether an officer serves on the days something is entered for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from openblock.errors import KnownError, Problem
from openblock.features.staff.queries import row_of
from openblock.features.staff.tables import Officer
from openblock.storage.store import Work


def not_serving(
    work: Work, officer_id: int, days: Iterable[date], field: str
) -> tuple[Problem, ...]:
    """The first day the officer does not serve on, as a refusal beside ``field``.

    KnownError ``officer-unknown``.
    """
    stored = work.session.get(Officer, officer_id)
    if stored is None:
        raise KnownError("officer-unknown")
    row = row_of(stored)
    for day in sorted(days):
        if not row.serves_on(day):
            facts = {
                "name": row.name,
                "day": day,
                "first_day": row.active_from,
                "last_day": row.last_day,
            }
            return (Problem("officer-not-active", facts=facts, field=field),)
    return ()

"""Two officers whose duties change hands, and what of it the tests look at."""

from __future__ import annotations

from datetime import date, timedelta

from openblock.clock import at
from openblock.features.roster.queries import month_roster
from openblock.storage.store import Store
from tests.features.roster.living import rows

DAY = date(2026, 11, 10)
NEXT = DAY + timedelta(days=1)
LATER = DAY + timedelta(days=4)
NOON = at(DAY - timedelta(days=5), 12 * 60)


def cells(store: Store) -> dict[tuple[int, date], str]:
    """The codes of every duty around November."""
    found = {}
    for month in (10, 11, 12):
        duties = store.read(month_roster, 2026, month).duties
        found |= {cell: duty.code for cell, duty in duties.items()}
    return found


def exchange(store: Store) -> dict[str, str]:
    """The one exchange that is stored."""
    (row,) = rows(store, "exchanges")["exchanges"]
    return dict(row)

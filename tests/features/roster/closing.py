"""A month as closing leaves it, without all that must be true before, for tests of what follows."""

from __future__ import annotations

from datetime import date

from sqlalchemy import insert

from openblock.features.roster.tables import RosterMonth
from openblock.storage.store import Store


def close(store: Store, day: date) -> None:
    """The month of ``day`` is closed at its first version."""
    row = {"month": day.replace(day=1), "state": "closed", "number": 1, "version": 1}
    with store.engine.begin() as connection:
        connection.execute(insert(RosterMonth), row)

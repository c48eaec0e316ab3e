"""The list of prisons people come from and go to."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.residents.queries.rows import PrisonRow
from openblock.features.residents.tables import Prison
from openblock.i18n import sort_key


def prisons(session: Session, on: date | None = None) -> tuple[PrisonRow, ...]:
    """All prisons by the Latvian alphabet, or those that can be chosen for the day ``on``."""
    rows = (prison_row(each) for each in session.scalars(select(Prison)))
    chosen = (row for row in rows if on is None or row.chosen_on(on))
    return tuple(sorted(chosen, key=lambda row: sort_key(row.name)))


def prison_row(prison: Prison) -> PrisonRow:
    """The mapped prison as a value that may leave the store."""
    return PrisonRow(prison.id, prison.version, prison.name, prison.active_from, prison.active_to)

"""The list of prisons people come from and go to."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from openblock.features.residents.queries.rows import PrisonRow


def prisons(session: Session, on: date | None = None) -> tuple[PrisonRow, ...]:
    """All prisons by the Latvian alphabet, or those that can be chosen for the day ``on``."""
    raise NotImplementedError

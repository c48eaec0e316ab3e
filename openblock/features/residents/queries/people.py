"""The register: who is here, who comes, who was here; and the search in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.residents.queries.rows import Found, ResidentRow


def residents(
    session: Session, at: datetime, *, with_discharged: bool = False
) -> tuple[ResidentRow, ...]:
    """Present and planned people at ``at`` by the Latvian alphabet, on request the discharged too."""
    raise NotImplementedError


def people(session: Session, resident_ids: Iterable[int], at: datetime) -> Mapping[int, ResidentRow]:
    """The rows of exactly these people, by number; for features that show names."""
    raise NotImplementedError


def find_residents(session: Session, typed: str, at: datetime, limit: int = 8) -> tuple[Found, ...]:
    """Who ``typed`` may mean, best first; without case and diacritics, one wrong letter forgiven."""
    raise NotImplementedError

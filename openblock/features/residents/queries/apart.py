"""Who is kept apart from whom: what every feature asks that brings people together (KAP-04)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from openblock.features.residents.queries.rows import PairRow
from openblock.features.residents.rules.keep_apart import Pair


def pairs_between(
    session: Session, resident_ids: Iterable[int], start: datetime, end: datetime
) -> tuple[Pair, ...]:
    """The pairs of which both are among ``resident_ids`` and that hold within ``[start, end)``.

    The one question every feature asks that brings people together: a room, an area, a group.
    """
    raise NotImplementedError


def pairs_of(
    session: Session, resident_ids: Iterable[int], start: datetime, end: datetime
) -> tuple[Pair, ...]:
    """The pairs of which at least one is among ``resident_ids``, held within ``[start, end)``."""
    raise NotImplementedError


def pairs_open(session: Session, resident_id: int | None = None) -> tuple[PairRow, ...]:
    """Every pair ever, the open ones first; only those of ``resident_id`` when one is given."""
    raise NotImplementedError

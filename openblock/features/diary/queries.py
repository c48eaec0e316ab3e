"""Reads of the diary: what people are meant to be at, and what a new commitment clashes with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.diary.rules import Commitment, clashing
from openblock.features.diary.tables import Commitment as Row

Clash = tuple[Commitment, Commitment]

# Where many are asked about at once, all of the time is read: SQLite takes only so many names.
_MANY = 500


def commitments(
    session: Session, people: Collection[str], start: datetime, end: datetime
) -> tuple[Commitment, ...]:
    """What ``people`` ("trainee:3") are meant to be at in ``[start, end)``, aware UTC, by start."""
    asked = select(Row.starts_at, Row.ends_at, Row.kind, Row.source_id, Row.person).where(
        Row.ends_at > start, Row.starts_at < end
    )
    wanted = set(people)
    if len(wanted) <= _MANY:
        asked = asked.where(Row.person.in_(wanted))
    found = (Commitment(*row) for row in session.execute(asked))
    return tuple(sorted(each for each in found if each.person in wanted))


def clashes(session: Session, wanted: Sequence[Commitment]) -> tuple[Clash, ...]:
    """The one clash check: each wanted commitment with every stored one it would overlap."""
    if not wanted:
        return ()
    kept = commitments(
        session,
        {each.person for each in wanted},
        min(each.start for each in wanted),
        max(each.end for each in wanted),
    )
    return clashing(wanted, kept)

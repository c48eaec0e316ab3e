"""Reads of the diary: what people are meant to be at, and what a new commitment clashes with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from openblock.features.diary.rules import Clash, Commitment, clashing
from openblock.features.diary.tables import Commitment as Row

T = TypeVar("T", str, int)

# SQLite takes only so many names in one question.
_MANY = 500


def commitments(
    session: Session,
    people: Collection[str],
    start: datetime,
    end: datetime,
    *,
    but: Collection[str] = (),
) -> tuple[Commitment, ...]:
    """What ``people`` ("trainee:3") are meant to be at in ``[start, end)``, aware UTC, by start.

    Kinds of commitment in ``but`` are left out.
    """
    found: list[Commitment] = []
    for some in in_parts(people):
        asked = select(Row.starts_at, Row.ends_at, Row.kind, Row.source_id, Row.person).where(
            Row.person.in_(some), Row.ends_at > start, Row.starts_at < end
        )
        if but:
            asked = asked.where(Row.kind.not_in(sorted(but)))
        found += (Commitment(*row) for row in session.execute(asked))
    return tuple(sorted(found))


def clashes(
    session: Session, wanted: Sequence[Commitment], *, but: Collection[str] = ()
) -> tuple[Clash, ...]:
    """The one clash check: each wanted commitment with every stored one it would overlap.

    ``but`` are kinds that whoever asks is about to write anew and has judged as they will be.
    """
    if not wanted:
        return ()
    kept = commitments(
        session,
        {each.person for each in wanted},
        min(each.start for each in wanted),
        max(each.end for each in wanted),
        but=but,
    )
    return clashing(wanted, kept)


def in_parts(wanted: Iterable[T]) -> Iterator[list[T]]:
    """All of them in order, as many at once as one question may hold."""
    ordered = sorted(wanted)
    for first in range(0, len(ordered), _MANY):
        yield ordered[first : first + _MANY]

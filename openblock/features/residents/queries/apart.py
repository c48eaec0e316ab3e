"""Who is kept apart from whom: what every feature asks that brings people together (KAP-04)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, aliased

from openblock.features.residents.queries.rows import PairRow
from openblock.features.residents.rules.keep_apart import Level, Pair
from openblock.features.residents.tables import KeepApart, Resident


def pairs_between(
    session: Session, resident_ids: Iterable[int], start: datetime, end: datetime
) -> tuple[Pair, ...]:
    """The pairs of which both are among ``resident_ids`` and that hold within ``[start, end)``.

    The one question every feature asks that brings people together: a room, an area, a group.
    """
    ids = set(resident_ids)
    both = and_(KeepApart.first_id.in_(ids), KeepApart.second_id.in_(ids))
    return _pairs(session, both, start, end)


def pairs_of(
    session: Session, resident_ids: Iterable[int], start: datetime, end: datetime
) -> tuple[Pair, ...]:
    """The pairs of which at least one is among ``resident_ids``, held within ``[start, end)``."""
    ids = set(resident_ids)
    either = or_(KeepApart.first_id.in_(ids), KeepApart.second_id.in_(ids))
    return _pairs(session, either, start, end)


def _pairs(
    session: Session, whose: ColumnElement[bool], start: datetime, end: datetime
) -> tuple[Pair, ...]:
    asked = (
        select(KeepApart)
        .where(whose, KeepApart.opened_at < end, KeepApart.closed_at > start)
        .order_by(KeepApart.id)
    )
    return tuple(
        Pair(
            each.id,
            each.first_id,
            each.second_id,
            Level(each.level),
            each.opened_at,
            each.closed_at,
        )
        for each in session.scalars(asked)
    )


def pairs_open(session: Session, resident_id: int | None = None) -> tuple[PairRow, ...]:
    """Every pair ever, the open ones first; only those of ``resident_id`` when one is given."""
    first, second = aliased(Resident), aliased(Resident)
    asked = (
        select(KeepApart, first.surname, first.given_name, second.surname, second.given_name)
        .join(first, first.id == KeepApart.first_id)
        .join(second, second.id == KeepApart.second_id)
        .order_by(KeepApart.closed_at.desc(), KeepApart.opened_at.desc(), KeepApart.id.desc())
    )
    if resident_id is not None:
        asked = asked.where(
            or_(KeepApart.first_id == resident_id, KeepApart.second_id == resident_id)
        )
    return tuple(
        _row(pair, f"{surname} {given}", f"{other_surname} {other_given}")
        for pair, surname, given, other_surname, other_given in session.execute(asked)
    )


def _row(pair: KeepApart, first_name: str, second_name: str) -> PairRow:
    return PairRow(
        pair_id=pair.id,
        version=pair.version,
        first_id=pair.first_id,
        first_name=first_name,
        second_id=pair.second_id,
        second_name=second_name,
        level=Level(pair.level),
        reason=pair.reason,
        opened_at=pair.opened_at,
        opened_by=pair.opened_by,
        closed_at=pair.closed_at,
        closed_by=pair.closed_by,
        close_reason=pair.close_reason,
    )

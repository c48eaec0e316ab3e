"""The register: who is here, who comes, who was here; and the search in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    exists,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.orm import Session

from openblock.clock import FOREVER, day_of
from openblock.features.residents.queries.rows import Found, ResidentRow
from openblock.features.residents.rules.content import AlertKind, Status
from openblock.features.residents.tables import Alert, KeepApart, Resident, Stay
from openblock.i18n import sort_key
from openblock.storage.base import UtcTime
from openblock.storage.searching import (
    Rank,
    matching,
    nearly,
    prepared,
    typed_words,
    values_of,
)

# Columns and not mapped rows: a register of thousands is read while somebody waits.
_PEOPLE = select(
    Resident.id,
    Resident.surname,
    Resident.given_name,
    Resident.birth_date,
    Resident.sex,
    Resident.needs,
    Resident.contact_officer_id,
    Resident.version,
    Stay.id.label("stay_id"),
    Stay.admitted,
    Stay.discharged,
    Stay.sentence_end,
)
_Hits: TypeAlias = "Select[int, str, str, int, int]"
_STATUSES = (Status.PRESENT, Status.PLANNED, Status.DISCHARGED)


def residents(
    session: Session, at: datetime, *, with_discharged: bool = False
) -> tuple[ResidentRow, ...]:
    """Present and planned people at ``at`` by the Latvian alphabet, on request the discharged too.

    Who was here and is to come again stands once, as planned.
    """
    if with_discharged:
        asked = _PEOPLE.outerjoin(Stay)
    else:
        asked = _PEOPLE.join(Stay).where(Stay.discharged > at)
    found = _shown(session.execute(asked.order_by(Stay.admitted)), at)
    return _rows(found.values(), _holding_alerts(session, at), _pair_counts(session, at), at)


def people(
    session: Session, resident_ids: Iterable[int], at: datetime
) -> Mapping[int, ResidentRow]:
    """The rows of exactly these people, by number; for features that show names."""
    ids = tuple(sorted(set(resident_ids)))
    if not ids:
        return {}
    asked = _PEOPLE.outerjoin(Stay).where(Resident.id.in_(ids)).order_by(Stay.admitted)
    found = _shown(session.execute(asked), at)
    alerts = _holding_alerts(session, at, Alert.resident_id.in_(ids))
    either = or_(KeepApart.first_id.in_(ids), KeepApart.second_id.in_(ids))
    rows = _rows(found.values(), alerts, _pair_counts(session, at, either), at)
    return {row.resident_id: row for row in rows}


def _shown(rows: Iterable[Row[Any]], at: datetime) -> dict[int, Row[Any]]:
    """One row for each person, with the stay that holds, else the next, else the last.

    ``rows`` come in order of admission, and stays of one person do not overlap: the first that
    has not ended is the one.
    """
    found: dict[int, Row[Any]] = {}
    for row in rows:
        chosen = found.get(row.id)
        if chosen is None or chosen.discharged <= at:
            found[row.id] = row
    return found


def _holding_alerts(
    session: Session, at: datetime, *wanted: ColumnElement[bool]
) -> Mapping[int, tuple[str, ...]]:
    day = day_of(at)
    holds = (Alert.first_day <= day, or_(Alert.last_day.is_(None), Alert.last_day >= day))
    found: dict[int, set[str]] = {}
    asked = select(Alert.resident_id, Alert.kind).where(*holds, *wanted)
    for resident_id, kind in session.execute(asked):
        found.setdefault(resident_id, set()).add(kind)
    return {
        resident_id: tuple(kind for kind in AlertKind if kind in kinds)
        for resident_id, kinds in found.items()
    }


def _pair_counts(session: Session, at: datetime, *wanted: ColumnElement[bool]) -> Mapping[int, int]:
    found: dict[int, int] = {}
    asked = select(KeepApart.first_id, KeepApart.second_id).where(
        KeepApart.opened_at <= at, KeepApart.closed_at > at, *wanted
    )
    for pair in session.execute(asked):
        for resident_id in pair:
            found[resident_id] = found.get(resident_id, 0) + 1
    return found


def _rows(
    found: Iterable[Row[Any]],
    alerts: Mapping[int, tuple[str, ...]],
    pairs: Mapping[int, int],
    at: datetime,
) -> tuple[ResidentRow, ...]:
    rows = (
        ResidentRow(
            resident_id=row.id,
            surname=row.surname,
            given_name=row.given_name,
            birth_date=row.birth_date,
            sex=row.sex,
            needs=tuple(row.needs),
            status=_status(row, at),
            stay_id=row.stay_id,
            admitted=row.admitted,
            discharged=row.discharged or FOREVER,
            sentence_end=row.sentence_end,
            alerts=alerts.get(row.id, ()),
            apart=pairs.get(row.id, 0),
            contact_officer_id=row.contact_officer_id,
            version=row.version,
        )
        for row in found
    )
    return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.resident_id)))


def _status(row: Row[Any], at: datetime) -> Status:
    if row.admitted is None or row.discharged <= at:
        return Status.DISCHARGED
    return Status.PRESENT if row.admitted <= at else Status.PLANNED


def find_residents(session: Session, typed: str, at: datetime, limit: int = 8) -> tuple[Found, ...]:
    """Who ``typed`` may mean, best first; without case and diacritics, one wrong letter forgiven.

    Of equally good ones those who are here stand before those who come, and these before those
    who were here.
    """
    words = typed_words(typed)
    if not words:
        return ()
    asked = {"at": at, "most": limit, **values_of(words)}
    found = [_hit(row) for row in session.execute(_search(len(words)), asked)]
    left = limit - len(found)
    if left > 0:
        # The many patterns of a wrong letter are put together only where they are asked for.
        near = _asked_for(
            and_(nearly(Resident.folded, typed), not_(matching(Resident.folded, typed))),
            literal(int(Rank.NEARLY)),
        )
        found += [_hit(row) for row in session.execute(near, {"at": at, "most": left})]
    return tuple(found)


@cache
def _search(words: int) -> _Hits:
    """The search for so many words; put together once, for every key asks it."""
    return _asked_for(*prepared(Resident.folded, words))


def _asked_for(wanted: ColumnElement[bool], rank: ColumnElement[int]) -> _Hits:
    standing = _standing()
    return (
        select(Resident.id, Resident.surname, Resident.given_name, rank, standing)
        .where(wanted, Resident.erased_at.is_(None))
        .order_by(rank, standing, Resident.folded, Resident.id)
        .limit(bindparam("most"))
    )


def _hit(row: Row[int, str, str, int, int]) -> Found:
    number, surname, given_name, how, place = row
    return Found(number, f"{surname} {given_name}", int(how), _STATUSES[place])


def _standing() -> ColumnElement[int]:
    """The place of each person's status at ``at`` among ``_STATUSES``, to order by."""
    own, at = Stay.resident_id == Resident.id, bindparam("at", type_=UtcTime)
    here = exists().where(own, Stay.admitted <= at, Stay.discharged > at)
    comes = exists().where(own, Stay.admitted > at)
    return case((here, literal(0)), (comes, literal(1)), else_=literal(2))

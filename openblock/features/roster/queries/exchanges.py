"""Reads of exchanges of duties: who asked whom, how far it has come, and who may go on with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from openblock.features.accounts.rights import may
from openblock.features.roster.queries.absences import Reader, absences_between, reader
from openblock.features.roster.queries.duties import duties_between
from openblock.features.roster.queries.rows import ExchangeRow
from openblock.features.roster.queries.versions import names_of
from openblock.features.roster.rules import (
    OPEN_STATES,
    ExchangeAct,
    ExchangeKind,
    state_after,
)
from openblock.features.roster.rules.versions import Cell
from openblock.features.roster.tables import Exchange
from openblock.features.staff.queries import officer_of_account
from openblock.storage.acts import ASKER, Actor

_Duty = tuple[str, datetime, datetime]
_OPEN = tuple(sorted(each.value for each in OPEN_STATES))


def exchanges(session: Session, first: date, last: date) -> tuple[ExchangeRow, ...]:
    """Exchanges of duties of the days from ``first`` to ``last``, the newest first."""
    days = (Exchange.day.between(first, last), Exchange.other_day.between(first, last))
    return _rows(session, or_(*days))[::-1]


def open_exchanges(session: Session) -> tuple[ExchangeRow, ...]:
    """Exchanges nobody has settled yet, by the day of the first duty."""
    found = _rows(session, Exchange.state.in_(_OPEN))
    return tuple(sorted(found, key=lambda row: (row.starts_at, row.exchange_id)))


def waiting_exchanges(session: Session) -> int:
    """How many wait for the asker: to agree, or to approve. A planner waits for the other's word.

    Only who is asked is waited for, though a planner may note that the other has agreed.
    """
    who = _asker(session)
    return sum(
        1
        for row in open_exchanges(session)
        if row.stands and (row.may_decide or (row.may_agree and row.other_id == who.own_id))
    )


@dataclass(frozen=True, slots=True)
class _Asker:
    """Who asks: whether that is somebody who answers, who plans, and which officer."""

    answers: bool
    plans: bool
    own_id: int | None

    def may_do(self, act: ExchangeAct, row: Exchange) -> bool:
        """Whether the asker may do it in this state; the own part, or everything who plans."""
        if state_after(row.state, act) is None or not self.answers:
            return False
        part = {ExchangeAct.AGREE: row.other_id, ExchangeAct.WITHDRAW: row.officer_id}
        return self.plans or (self.own_id is not None and part.get(act) == self.own_id)


def _asker(session: Session) -> _Asker:
    asker: Actor | None = session.info.get(ASKER)
    if asker is None:
        return _Asker(answers=False, plans=False, own_id=None)
    return _Asker(
        answers=may(asker.role, "roster.agree_exchange"),
        plans=may(asker.role, "roster.approve_exchange"),
        own_id=officer_of_account(session, asker.account_id),
    )


def _rows(session: Session, wanted: ColumnElement[bool]) -> tuple[ExchangeRow, ...]:
    """The exchanges, in the order in which they were asked for."""
    asked = select(Exchange).where(wanted).order_by(Exchange.asked_at, Exchange.id)
    found = session.scalars(asked).all()
    if not found:
        return ()
    who = _asker(session)
    names = names_of(
        session, {number for row in found for number in (row.officer_id, row.other_id)}
    )
    there = _duties_there(session, [row for row in found if row.state in _OPEN])
    told = _told(session, found)
    return tuple(_row(each, names, there, who, told) for each in found)


@dataclass(frozen=True, slots=True)
class _Told:
    """What of the words of an exchange is the asker's business: they may say why somebody is ill.

    ``hidden`` are the days somebody is away for what no wall copy says.
    """

    reader: Reader
    hidden: frozenset[Cell]

    def why(self, row: Exchange) -> bool:
        """Whether the reason is told: to whose duty it is, and to the other who is asked for it."""
        if self.reader.knows(row.officer_id):
            return True
        return row.other_id == self.reader.own_id and (row.officer_id, row.day) not in self.hidden

    def answer(self, row: Exchange) -> bool:
        """Whether the words of a refusal are told: to both."""
        return any(self.reader.knows(each) for each in (row.officer_id, row.other_id))


def _told(session: Session, rows: Sequence[Exchange]) -> _Told:
    days = [row.day for row in rows]
    away = absences_between(session, min(days), max(days), {row.officer_id for row in rows})
    hidden = {
        (row.officer_id, row.day)
        for row in rows
        for each in away
        if each.content.officer_id == row.officer_id
        and each.content.first_day <= row.day <= each.content.last_day
        and not each.content.kind.is_posted
    }
    return _Told(reader(session), frozenset(hidden))


def _duties_there(session: Session, rows: list[Exchange]) -> dict[Cell, _Duty]:
    """What stands now in the cells that open exchanges are about."""
    cells = {cell for row in rows for cell in _asked_for(row)}
    if not cells:
        return {}
    days = [day for _officer_id, day in cells]
    people = {officer_id for officer_id, _day in cells}
    return {
        (each.officer_id, each.day): (each.code, each.starts_at, each.ends_at)
        for each in duties_between(session, min(days), max(days), people)
    }


def _asked_for(row: Exchange) -> dict[Cell, _Duty]:
    """The cells it is about, with the duties it was asked for."""
    found = {(row.officer_id, row.day): (row.code, row.starts_at, row.ends_at)}
    if row.other_day is not None and row.other_starts_at and row.other_ends_at:
        duty = (row.other_code, row.other_starts_at, row.other_ends_at)
        found[row.other_id, row.other_day] = duty
    return found


def _row(
    row: Exchange,
    names: Mapping[int, str],
    there: Mapping[Cell, _Duty],
    who: _Asker,
    told: _Told,
) -> ExchangeRow:
    is_open = row.state in _OPEN
    return ExchangeRow(
        exchange_id=row.id,
        kind=ExchangeKind(row.kind).value,
        state=row.state,
        officer_id=row.officer_id,
        name=names[row.officer_id],
        day=row.day,
        code=row.code,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        other_id=row.other_id,
        other_name=names[row.other_id],
        other_day=row.other_day,
        other_code=row.other_code,
        other_starts_at=row.other_starts_at,
        other_ends_at=row.other_ends_at,
        reason=row.reason if told.why(row) else "",
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        agreed_by=row.agreed_by,
        agreed_at=row.agreed_at,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        refusal=row.refusal if told.answer(row) else "",
        version=row.version,
        stands=not is_open or all(there.get(c) == duty for c, duty in _asked_for(row).items()),
        may_agree=who.may_do(ExchangeAct.AGREE, row),
        may_decide=who.may_do(ExchangeAct.APPROVE, row),
        may_withdraw=who.may_do(ExchangeAct.WITHDRAW, row),
    )

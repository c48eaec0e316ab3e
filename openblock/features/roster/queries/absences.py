"""Reads of absences: their letters, their days as the asker may know them, and their cards."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from openblock.clock import MINUTES_OF_DAY, local
from openblock.features.accounts.rights import may
from openblock.features.roster.queries.calendar import span
from openblock.features.roster.queries.rows import AbsenceDay, AbsenceRow
from openblock.features.roster.rules.absence import (
    DEFAULT_LETTERS,
    HIDDEN,
    MOST_DAYS,
    AbsenceContent,
    AbsenceKind,
    Letters,
)
from openblock.features.roster.rules.versions import Cell, CellContent
from openblock.features.roster.tables import Absence, AbsenceCode
from openblock.features.staff.queries import officer_of_account
from openblock.features.staff.tables import Officer
from openblock.storage.acts import ASKER, Actor

_CARD = "roster.absence_card"

_COLUMNS = (
    Absence.id,
    Absence.officer_id,
    Absence.kind,
    Absence.first_day,
    Absence.last_day,
    Absence.starts_at,
    Absence.ends_at,
    Absence.remark,
    Absence.entered_by,
    Absence.entered_at,
    Absence.version,
    Officer.surname,
    Officer.given_name,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks for absences, and whose kinds are that person's business."""

    reads_all: bool
    own_id: int | None

    def knows(self, officer_id: int) -> bool:
        """Whether the asker may know why this officer is away."""
        return self.reads_all or officer_id == self.own_id

    def kind_of(self, officer_id: int, kind: AbsenceKind) -> AbsenceKind | None:
        """The kind, or None where a wall copy would not say it either."""
        return kind if kind.is_posted or self.knows(officer_id) else None

    def day(
        self,
        absence_id: int,
        officer_id: int,
        kind: AbsenceKind,
        letters: Mapping[AbsenceKind, Letters],
    ) -> AbsenceDay:
        """A day of an absence as the asker may know it."""
        known = self.kind_of(officer_id, kind)
        return AbsenceDay(absence_id, known, HIDDEN if known is None else letters[known].code)

    def content_of(self, officer_id: int, content: CellContent) -> CellContent:
        """The cell as the asker may know it: a hidden kind of absence is the letter X."""
        if not content.absence or content.absence == HIDDEN:
            return content
        if self.kind_of(officer_id, AbsenceKind(content.absence)) is not None:
            return content
        return replace(content, absence=HIDDEN)


def reader(session: Session) -> Reader:
    """Who asks; where nobody does, no kind is told that is not on the wall."""
    asker: Actor | None = session.info.get(ASKER)
    if asker is None:
        return Reader(reads_all=False, own_id=None)
    if may(asker.role, _CARD):
        return Reader(reads_all=True, own_id=None)
    return Reader(reads_all=False, own_id=officer_of_account(session, asker.account_id))


def absence_letters(session: Session) -> dict[AbsenceKind, Letters]:
    """The letters of every kind: the usual ones, or the block's own."""
    own = select(AbsenceCode.kind, AbsenceCode.code, AbsenceCode.sheet_code)
    changed = {kind: Letters(code, sheet) for kind, code, sheet in session.execute(own)}
    return {kind: changed.get(kind.value, usual) for kind, usual in DEFAULT_LETTERS.items()}


def absences_between(
    session: Session, first: date, last: date, officer_ids: Collection[int] | None = None
) -> tuple[AbsenceRow, ...]:
    """Absences that touch the days from ``first`` to ``last``, by start; of some officers or all.

    With their kinds: what leaves the store to somebody passes a :class:`Reader`.
    """
    asked = _asked().where(touching(first, last))
    if officer_ids is not None:
        asked = asked.where(Absence.officer_id.in_(officer_ids))
    rows = session.execute(asked.order_by(Absence.starts_at, Absence.id))
    return tuple(_row(each) for each in rows)


def touching(first: date, last: date) -> ColumnElement[bool]:
    """The absences that touch the days from ``first`` to ``last``.

    None is longer than a year, so ten years of them need not be looked through for one month.
    """
    latest = last + timedelta(days=MOST_DAYS)
    return Absence.last_day.between(first, latest) & (Absence.first_day <= last)


def absence_days(session: Session, first: date, last: date) -> dict[Cell, AbsenceDay]:
    """Each day of an absence from ``first`` to ``last``, as far as the asker may know it.

    Where one absence ends on the day another begins, the earlier has the day.
    """
    letters, who = absence_letters(session), reader(session)
    asked = select(
        Absence.id, Absence.officer_id, Absence.kind, Absence.first_day, Absence.last_day
    ).where(touching(first, last))
    found: dict[Cell, AbsenceDay] = {}
    rows = session.execute(asked.order_by(Absence.starts_at, Absence.id))
    for absence_id, officer_id, kind, begins, ends in rows:
        shown = who.day(absence_id, officer_id, AbsenceKind(kind), letters)
        for day in span(max(begins, first), min(ends, last)):
            found.setdefault((officer_id, day), shown)
    return found


def absence_card(session: Session, absence_id: int) -> AbsenceRow | None:
    """One absence with all that is known of it, or nothing when the number is unknown."""
    found = session.execute(_asked().where(Absence.id == absence_id)).one_or_none()
    return None if found is None else _row(found)


def _asked() -> Select[*tuple[Any, ...]]:
    return select(*_COLUMNS).join(Officer, Officer.id == Absence.officer_id)


def _row(each: Row[*tuple[Any, ...]]) -> AbsenceRow:
    content = AbsenceContent(
        officer_id=each.officer_id,
        kind=AbsenceKind(each.kind),
        first_day=each.first_day,
        last_day=each.last_day,
        from_minute=_minute(each.starts_at, each.first_day),
        to_minute=_minute(each.ends_at, each.last_day),
        remark=each.remark,
    )
    return AbsenceRow(
        absence_id=each.id,
        content=content,
        name=f"{each.surname} {each.given_name}",
        starts_at=each.starts_at,
        ends_at=each.ends_at,
        entered_by=each.entered_by,
        entered_at=each.entered_at,
        version=each.version,
    )


def _minute(moment: datetime, day: date) -> int:
    """The minute of the wall clock on ``day``; the midnight that ends it is minute 1440."""
    wall = local(moment)
    return (wall.date() - day).days * MINUTES_OF_DAY + wall.hour * 60 + wall.minute

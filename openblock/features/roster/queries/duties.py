"""Reads of duties: those of a span of days, and who is on duty at an instant (RO-14)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from openblock.clock import day_of, minutes_between
from openblock.features.roster.rules import Shift
from openblock.features.roster.tables import Absence, Duty, KeptFree
from openblock.features.staff.queries import block_order, row_of
from openblock.features.staff.tables import Officer

# No duty is longer than 25 hours: what still runs began two days ago at most.
_REACHING = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class RosterDuty:
    """One duty as the grid shows it; ``[starts_at, ends_at)`` aware UTC."""

    officer_id: int
    day: date
    code: str
    template_id: int
    starts_at: datetime
    ends_at: datetime
    post: str
    origin: str
    version: int
    changed_by: str
    changed_at: datetime

    @property
    def minutes(self) -> int:
        """Elapsed minutes of the whole duty."""
        return minutes_between(self.starts_at, self.ends_at)

    @property
    def shift(self) -> Shift:
        """The part the rules need."""
        return Shift(self.starts_at, self.ends_at, self.day, self.post)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """An officer on duty, and the duty's ``[starts_at, ends_at)``, aware UTC."""

    officer_id: int
    name: str
    rank: str
    position: str
    post: str
    starts_at: datetime
    ends_at: datetime


_COLUMNS = (
    Duty.officer_id,
    Duty.day,
    Duty.code,
    Duty.template_id,
    Duty.starts_at,
    Duty.ends_at,
    Duty.post,
    Duty.origin,
    Duty.version,
    Duty.changed_by,
    Duty.changed_at,
)


def duties_between(
    session: Session, first: date, last: date, officer_ids: Collection[int] | None = None
) -> tuple[RosterDuty, ...]:
    """Duties that start on the days from ``first`` to ``last``, by start; of some officers or all.

    Columns are read, not mapped objects: a month is drawn after every keystroke.
    """
    asked = select(*_COLUMNS).where(Duty.day.between(first, last))
    if officer_ids is not None:
        asked = asked.where(Duty.officer_id.in_(officer_ids))
    rows = session.execute(asked.order_by(Duty.starts_at, Duty.officer_id))
    return tuple(RosterDuty(*row) for row in rows)


def kept_free_between(session: Session, first: date, last: date) -> dict[tuple[int, date], bool]:
    """The days kept free from ``first`` to ``last``: (officer, day) → whether a B is shown."""
    asked = select(KeptFree.officer_id, KeptFree.day, KeptFree.shown).where(
        KeptFree.day.between(first, last)
    )
    return {(officer_id, day): shown for officer_id, day, shown in session.execute(asked)}


def on_duty(session: Session, moment: datetime) -> tuple[OnDuty, ...]:
    """RO-14: the officers whose shift contains ``moment`` (aware) and who are not away then.

    In the order of the block.
    """
    today = day_of(moment)
    away = exists().where(
        Absence.officer_id == Duty.officer_id,
        Absence.starts_at <= moment,
        Absence.ends_at > moment,
    )
    asked = (
        select(Duty, Officer)
        .join(Officer, Officer.id == Duty.officer_id)
        .where(Duty.day.between(today - _REACHING, today), ~away)
        .where(Duty.starts_at <= moment, Duty.ends_at > moment)
    )
    found = sorted(session.execute(asked), key=lambda pair: block_order(row_of(pair[1])))
    return tuple(
        OnDuty(
            officer_id=officer.id,
            name=f"{officer.surname} {officer.given_name}",
            rank=officer.rank,
            position=officer.position,
            post=duty.post or officer.post,
            starts_at=duty.starts_at,
            ends_at=duty.ends_at,
        )
        for duty, officer in found
    )

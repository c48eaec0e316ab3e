"""Reads of officers: the list in the order of the block, and one officer's card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from openblock.features.staff.rules import (
    FIELDS,
    MentorStanding,
    OfficerContent,
    mentor_standing,
    seniority,
    serves_on,
)
from openblock.features.staff.tables import (
    OFFICERS_LIST,
    Officer,
    OfficerAccount,
    RememberedHeadings,
)
from openblock.i18n import search_key, sort_key
from openblock.storage.acts import ASKER, Actor
from openblock.storage.searching import Rank, rank


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """One officer as stored, with the version an editor has to send back."""

    officer_id: int
    badge: str
    given_name: str
    surname: str
    rank: str
    position: str
    post: str
    team: int | None
    is_mentor: bool
    mentor_certified_until: date | None
    phone: str
    active_from: date
    last_day: date | None
    version: int

    @property
    def name(self) -> str:
        """Surname first: Bērziņš Jānis."""
        return f"{self.surname} {self.given_name}"

    @property
    def initialled(self) -> str:
        """As wall copies show it: Bērziņš J."""
        return f"{self.surname} {self.given_name[:1]}."

    @property
    def content(self) -> OfficerContent:
        """The part an administrator enters."""
        return OfficerContent(**{name: getattr(self, name) for name in FIELDS})

    def serves_on(self, day: date) -> bool:
        """Whether ``day`` lies between the first and the last day, both included."""
        return serves_on(self.active_from, self.last_day, day)

    def mentor_standing(self, day: date) -> MentorStanding:
        """Whether the officer may mentor on ``day`` (TR-03)."""
        return mentor_standing(
            is_mentor=self.is_mentor, certified_until=self.mentor_certified_until, day=day
        )


@dataclass(frozen=True, slots=True)
class FoundOfficer:
    """An officer found by what was typed, and how well that fits."""

    row: OfficerRow
    rank: Rank


def row_of(officer: Officer) -> OfficerRow:
    """The mapped officer as a value that may leave the store."""
    values = {name: getattr(officer, name) for name in FIELDS}
    return OfficerRow(officer_id=officer.id, version=officer.version, **values)


def block_order(row: OfficerRow) -> tuple[object, ...]:
    """Teams first, those without a team last; then by seniority, then by Latvian alphabet."""
    team = row.team if row.team is not None else 1_000
    return (team, seniority(row.rank), sort_key(row.name), row.badge)


def officers(session: Session, *, on: date | None = None) -> tuple[OfficerRow, ...]:
    """All officers in the order of the block, or only those who serve on the day ``on``."""
    asked = select(Officer)
    if on is not None:
        still_here = or_(Officer.last_day.is_(None), Officer.last_day >= on)
        asked = asked.where(Officer.active_from <= on, still_here)
    return tuple(sorted(map(row_of, session.scalars(asked)), key=block_order))


def find_officers(session: Session, typed: str) -> tuple[FoundOfficer, ...]:
    """Officers by name or badge, best first: a block has too few to keep a folded column for."""
    found = []
    for row in officers(session):
        how = rank(search_key(f"{row.name} {row.badge}"), typed)
        if how is not None:
            found.append(FoundOfficer(row, how))
    return tuple(sorted(found, key=lambda each: (each.rank, sort_key(each.row.name))))


def officer_card(session: Session, officer_id: int) -> OfficerRow | None:
    """One officer, or nothing when the number is unknown."""
    officer = session.get(Officer, officer_id)
    return None if officer is None else row_of(officer)


def officer_account(session: Session, officer_id: int) -> int | None:
    """The number of the account an officer signs in with, if it is known."""
    asked = select(OfficerAccount.account_id).where(OfficerAccount.officer_id == officer_id)
    return session.scalar(asked)


def officer_of_account(asked_in: Session, account_id: int) -> int | None:
    """The officer who signs in with this account, if it is one's; for commands and queries."""
    asked = select(OfficerAccount.officer_id).where(OfficerAccount.account_id == account_id)
    return asked_in.scalar(asked)


def own_officer(session: Session) -> int | None:
    """The number of the officer who asks; None for who is no officer, or not known to be one."""
    asker: Actor = session.info[ASKER]
    return officer_of_account(session, asker.account_id)


def remembered_mapping(session: Session) -> Mapping[str, str]:
    """The headings of earlier lists: heading without case and diacritics → column, "" left out."""
    kept = session.get(RememberedHeadings, OFFICERS_LIST)
    return {} if kept is None else dict(kept.headings)
